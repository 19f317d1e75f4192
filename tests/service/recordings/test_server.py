"""A server that writes recordings down: a real one on this machine."""

import json
import socket
import sys
from hashlib import sha256

import pytest

from nlp.errors import InputError, NothingToAnalyse
from service.recordings.recording import Recording
from service.recordings.server import TRIES, TranscriptionServer
from tests.nlp.transcripts.asr.test_answers import OPENAI, WHISPER
from tests.service.recordings.recogniser import SOUND, never


@pytest.fixture
def waited():
    """How long was waited, each time."""
    return []


@pytest.fixture
def server(address, waited):
    """Asks it, without waiting."""
    return TranscriptionServer(address, wait=waited.append)


def test_a_recording_is_sent_whole_and_its_words_come_back(server, recogniser, sound):
    """With the model, the language, and no name; how far it is is told."""
    recogniser.answers = [(200, WHISPER, {})]
    parts = []
    found = server.transcribe(Recording.of(sound), "bn", parts.append)
    assert [turn.text for turn in found.turns] == ["আমরা বিশ্বাস করি"]
    assert recogniser.asked == [{"model": "toy", "response_format": "verbose_json", "language": "bn"}]
    assert (recogniser.names, recogniser.hashes) == (["recording.mp3"], [sha256(SOUND).hexdigest()])
    assert parts == sorted(parts)
    assert parts[-1] == 1.0


def test_a_large_recording_is_sent_in_pieces(server, recogniser, tmp_path, monkeypatch):
    """No read takes more than a few pieces of it."""
    path, most = tmp_path / "long.wav", []
    content = b"RIFF" + bytes(8_000_000)
    path.write_bytes(content)
    recogniser.answers = [(200, WHISPER, {})]
    from service.recordings.upload import Upload

    read = Upload.read
    monkeypatch.setattr(Upload, "read", lambda self, count=-1: most.append(count) or read(self, count))
    server.transcribe(Recording.of(path))
    assert recogniser.hashes == [sha256(content).hexdigest()]
    assert 0 < max(most) <= 2**20
    assert min(most) > 0


def test_a_model_that_tells_voices_apart_is_asked_for_them(address, recogniser, sound):
    """OpenAI's needs to be told to cut long recordings; fields of other servers go with it."""
    recogniser.answers = [(200, OPENAI, {})]
    TranscriptionServer(f"{address}-diarize", fields={"known": "2"}).transcribe(Recording.of(sound))
    assert recogniser.asked == [
        {"model": "toy-diarize", "response_format": "diarized_json", "chunking_strategy": "auto", "known": "2"}
    ]


def test_a_form_that_a_server_does_not_know_is_not_asked_for_again(server, recogniser, sound, address):
    """The next one is; what somebody asked for is asked for alone."""
    recogniser.refused = ("verbose_json",)
    recogniser.answers = [(200, {"text": "We trust"}, {})]
    assert server.transcribe(Recording.of(sound)).turns[0].text == "We trust"
    assert [each["response_format"] for each in recogniser.asked] == ["verbose_json", "json"]
    asks = TranscriptionServer(address, fields={"response_format": "verbose_json"})
    with pytest.raises(InputError, match="is not there"):
        asks.transcribe(Recording.of(sound))


def test_a_busy_server_is_asked_again_with_the_whole_recording(server, recogniser, sound, waited):
    """After what it says, or a little longer each time."""
    recogniser.answers = [(503, b"", {}), (429, b"", {"Retry-After": "7"}), (200, WHISPER, {})]
    server.transcribe(Recording.of(sound))
    assert waited == [2.0, 7.0]
    assert set(recogniser.hashes) == {sha256(SOUND).hexdigest()}


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        ((503, {"error": "loading"}, {}), "toy at 127.*503 loading.*See that the server runs"),
        ((401, {"error": {"message": "Incorrect API key"}}, {}), "401 Incorrect API key.*MANYVOICES_TRANSCRIBER_KEY"),
        ((413, {"error": "Maximum content size limit"}, {}), "does not take a recording of 0 MB.*ffmpeg -i"),
        ((404, {"error": {"message": "no model toy"}}, {}), "404 no model toy"),
        ((400, {"error": {"message": "Invalid file format. Supported: mp3"}}, {}), "400 Invalid file format"),
        ((422, {"detail": [{"loc": ["body", "file"], "msg": "bad"}]}, {}), "422 .*bad"),
        ((200, b"<html>", {}), "no words that were spoken"),
        ((200, {"status": "queued"}, {}), "no words that were spoken"),
        ((302, b"", {"Location": "http://example.org/"}), "302"),
        ((500, b"\xff\xfe\0", {}), "500"),
    ],
)
def test_what_is_no_answer_is_one_line(server, recogniser, sound, answer, said):
    """What is wrong and what to do; no redirect is followed, and a file that is refused is not sent in another form."""
    recogniser.answers = [answer]
    with pytest.raises(InputError, match=said) as caught:
        server.transcribe(Recording.of(sound))
    assert "\n" not in str(caught.value)
    assert len(recogniser.asked) == (TRIES if answer[0] in {500, 503} else 1)


def test_nothing_heard_is_told_apart_from_a_broken_server(server, sound):
    """It is about the recording."""
    with pytest.raises(NothingToAnalyse, match="is there speech in it"):
        server.transcribe(Recording.of(sound))


def test_a_server_that_says_nothing_is_not_asked_twice(address, recogniser, sound):
    """It may still be at it, and what it costs would be paid twice."""
    recogniser.silent = never()
    server = TranscriptionServer(address, minutes=0.005)
    with pytest.raises(InputError, match=r"took too long\. Give it more time with --minutes"):
        server.transcribe(Recording.of(sound))
    assert server.asked == 1


def test_a_server_that_is_not_there_is_one_line(sound, waited):
    """Tried a few times, for it may be starting."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        server = TranscriptionServer(f"http://127.0.0.1:{probe.getsockname()[1]}/v1#toy", wait=waited.append)
        with pytest.raises(InputError, match="See that the server runs"):
            server.transcribe(Recording.of(sound))
    assert len(waited) == TRIES - 1


def test_an_answer_without_end_is_cut_off(server, recogniser, sound, monkeypatch):
    """It is not kept in memory."""
    monkeypatch.setattr("service.recordings.server.LARGEST_FILE", 1000)
    recogniser.answers = [(200, json.dumps({"text": "a" * 300_000}).encode(), {})]
    with pytest.raises(InputError, match="no words that were spoken"):
        server.transcribe(Recording.of(sound))


@pytest.mark.parametrize("host", ["api.example.org", "192.168.1.7", "localhost.example.org"])
def test_another_machine_hears_nothing_unless_it_is_named(host):
    """The message says that the recording would leave this machine."""
    with pytest.raises(InputError, match=f"would leave this machine: {host} would hear every voice"):
        TranscriptionServer(f"https://{host}/v1#toy", hosts=["other.example.org"])
    assert TranscriptionServer(f"https://{host}/v1#toy", hosts=[host]).host == host
    assert TranscriptionServer("http://localhost:1/v1#toy").host == ""


@pytest.mark.parametrize("address", ["http://localhost:8000/v1", "http://#toy", "http://[::1#toy", "http://a:b/#m"])
def test_an_address_without_a_model_is_refused(address):
    """One line with an example."""
    with pytest.raises(InputError, match="http://localhost:8000/v1#whisper-1"):
        TranscriptionServer(address)


def test_a_proxy_never_hears_what_goes_to_this_machine(address, recogniser, sound, monkeypatch):
    """Whatever the environment says; the key goes to the server."""
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    recogniser.answers = [(200, WHISPER, {})]
    TranscriptionServer(address, key="secret").transcribe(Recording.of(sound))
    assert recogniser.keys == ["Bearer secret"]


def test_without_the_extra_the_message_says_what_to_install(monkeypatch):
    """The error names the extra."""
    monkeypatch.setitem(sys.modules, "httpx", None)
    with pytest.raises(InputError, match=r"pip install 'manyvoices\[endpoint\]'"):
        TranscriptionServer("http://localhost:1/v1#toy")
