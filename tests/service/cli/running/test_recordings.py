"""`manyvoices transcribe`, with a server on this machine."""

import json
import os

import pytest
from typer.testing import CliRunner

from nlp import read_transcript
from nlp.errors import InputError, ManyvoicesError
from service.cli.main import app
from tests.nlp.transcripts.asr.test_answers import OPENAI, WHISPER
from tests.service.recordings.conftest import address, recogniser, sound  # noqa: F401 - fixtures


@pytest.fixture(autouse=True)
def _here(tmp_path, monkeypatch):
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    monkeypatch.setenv("MANYVOICES_DATA_DIR", str(tmp_path / "data"))


def asked(*words, code=0):
    """Return what a command says on its two streams."""
    done = CliRunner().invoke(app, ["transcribe", *map(str, words)])
    if done.exception and not isinstance(done.exception, SystemExit):
        raise done.exception
    assert done.exit_code == code, done.output
    return done.stdout, done.stderr


def test_a_recording_becomes_a_transcript_that_is_measured(address, recogniser, sound):  # noqa: F811
    """Beside whoever asks, with the recording's name; quiet voices are warned of on the screen and in the file."""
    recogniser.answers = [(200, OPENAI, {})]
    said, remarks = asked(sound, "--model", address)
    assert said.startswith("আশা ও राम.vtt was written: 2 turns, 2 voices.\nmanyvoices participation ")
    assert "merge quiet people with others" in remarks
    with open("আশা ও राम.vtt", "rb") as made:
        data = made.read()
    assert b"merge quiet people with others" in data
    assert [turn.speaker for turn in read_transcript("a.vtt", data).turns] == ["Speaker A", "Speaker B"]
    assert os.listdir() == ["আশা ও राम.vtt"]


def test_json_says_what_was_written(address, recogniser, sound, monkeypatch):  # noqa: F811
    """The server may come from the settings; without speakers the remark says what to do."""
    monkeypatch.setenv("MANYVOICES_TRANSCRIBER", address)
    monkeypatch.setenv("MANYVOICES_TRANSCRIBER_KEY", "secret")
    recogniser.answers = [(200, WHISPER, {})]
    found = json.loads(asked(sound, "--json", "--out", "x.csv", "--language", "bn", "--field", "diarize=true")[0])
    assert (found["out"], found["format"], found["turns"], found["speakers"], found["timed"]) == (
        "x.csv",
        "csv",
        1,
        [],
        True,
    )
    assert (found["seconds"], found["left_for"]) == (4.5, "")
    assert "Write the names in front of the words" in found["remarks"][0]
    assert recogniser.keys == ["Bearer secret"]
    assert recogniser.asked[0]["diarize"] == "true"


def test_words_without_times_are_written_as_text(address, recogniser, sound):  # noqa: F811
    """An hour of work is not thrown away; what is there stays."""
    recogniser.answers = [(200, {"text": "হ্যাঁ"}, {})]
    with open("x.txt", "w") as there:
        there.write("mine")
    said, remarks = asked(sound, "--model", address, "--out", "x.vtt")
    assert said == "x (2).txt was written: 1 turn, 0 voices.\n"
    assert "no times" in remarks
    with open("x (2).txt", encoding="utf-8") as made:
        assert made.read() == "হ্যাঁ\n"
    assert sorted(os.listdir()) == ["x (2).txt", "x.txt"]


def test_a_file_that_is_there_stays(address, recogniser, sound):  # noqa: F811
    """It is refused before anything is sent; with --overwrite it goes."""
    recogniser.answers = [(200, OPENAI, {})]
    with open("x.vtt", "w") as there:
        there.write("mine")
    with pytest.raises(InputError, match=r"x\.vtt: there is a file of that name.*--overwrite"):
        asked(sound, "--model", address, "--out", "x.vtt")
    assert recogniser.asked == []
    asked(sound, "--model", address, "--out", "x.vtt", "--overwrite")
    with open("x.vtt") as made:
        assert made.read().startswith("WEBVTT")


def test_a_file_that_comes_meanwhile_stays(address, recogniser, sound, monkeypatch):  # noqa: F811
    """The transcript gets the next name."""
    answer = recogniser.answer

    def slowly(fields):
        with open("x.vtt", "w") as came:
            came.write("theirs")
        return answer(fields)

    monkeypatch.setattr(recogniser, "answer", slowly)
    recogniser.answers = [(200, OPENAI, {})]
    assert asked(sound, "--model", address, "--out", "x.vtt")[0].startswith("x (2).vtt was written")
    with open("x.vtt") as there:
        assert there.read() == "theirs"


def test_nothing_stays_of_what_fails(address, recogniser, sound, tmp_path):  # noqa: F811
    """Neither of a broken answer, nor of a folder that is not there, nor of a recording that is none."""
    recogniser.answers = [(200, b"<html>", {})]
    with pytest.raises(ManyvoicesError, match="no words that were spoken"):
        asked(sound, "--model", address)
    with pytest.raises(ManyvoicesError, match="cannot be written"):
        asked(sound, "--model", address, "--out", tmp_path / "none" / "x.vtt")
    with pytest.raises(ManyvoicesError, match="no such file"):
        asked("none.mp3", "--model", address)
    assert os.listdir() == []


def test_another_machine_is_refused_and_then_told(sound, monkeypatch):  # noqa: F811
    """The recording leaves only with a word, and the screen says so."""
    with pytest.raises(InputError, match="the recording would leave this machine"):
        asked(sound, "--model", "https://speech.example.org/v1#toy")
    monkeypatch.setenv("MANYVOICES_TRANSCRIBER_HOSTS", "127.0.0.2.example.org")
    monkeypatch.setattr("service.recordings.server.TRIES", 1)
    with pytest.raises(InputError, match="gives no words"):
        asked(sound, "--model", "http://127.0.0.2.example.org:9/v1#toy")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--out", "x.docx"], "--out writes files that end in .vtt, .json, .csv, .txt"),
        (["--out", "-", "--format", "doc"], "--format is one of vtt, json, csv, txt"),
        (["--out", "-", "--json"], "both write to standard output"),
        (["--field", "diarize"], "--field is a name and a value"),
    ],
)
def test_wrong_usage_is_told_before_anything_is_sent(address, recogniser, sound, words, said):  # noqa: F811
    """Code 2 and one line."""
    assert said in asked(sound, "--model", address, *words, code=2)[1]
    assert recogniser.asked == []


def test_the_transcript_goes_on_through_a_pipe(address, recogniser, sound):  # noqa: F811
    """Nothing else on standard output, and no file."""
    recogniser.answers = [(200, OPENAI, {})]
    assert asked(sound, "--model", address, "--out", "-")[0].startswith("WEBVTT\n")
    assert os.listdir() == []
