import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp.errors import InputError, ManyvoicesError, NoSpeakers, NothingToAnalyse, UnreadableFile
from nlp.transcripts import read_transcript

SIGNS = st.text(alphabet='Ab: \n\r\t-[]#*>০কা:ঃीर\u200d🙂<v/>0123,.{}"|', max_size=200)


def read_or_refuse(data):
    """Return the transcript, or None if it was refused with one line; any other error comes through."""
    try:
        return read_transcript("x", data)
    except ManyvoicesError as error:
        refusal = str(error)
    assert "\n" not in refusal
    return None


@pytest.mark.parametrize("data", [b"", b"  \n", b"\xef\xbb\xbf"])
def test_an_empty_file_is_refused(data):
    """With one line that names the file and says what to do."""
    with pytest.raises(UnreadableFile, match=r"^a\.vtt: .*(empty|no text)\. .*\.$"):
        read_transcript("a.vtt", data)


def test_captions_without_speakers_are_refused():
    """A false label in one cue makes no speaker."""
    cues = "\n".join(f"{n}\n00:00:{n:02d},000 --> 00:00:{n:02d},900\nGood evening {n}.\n" for n in range(30))
    with pytest.raises(NoSpeakers, match=r"^a\.srt: no line says who speaks\. .*\.$"):
        read_transcript("a.srt", cues.replace("evening 7", "evening. All the myths: gone").encode())


def test_a_record_without_a_cue_is_refused():
    """Zoom writes only the header if nobody spoke."""
    with pytest.raises(NothingToAnalyse, match=r"^a\.vtt: "):
        read_transcript("a.vtt", b"WEBVTT\r\n\r\n")


@pytest.mark.parametrize("data", [b"%PDF-1.7\n...", b"PK\x03\x04broken", b"\x00\x01\x02\x03" * 50, b"RIFF1234WAVE"])
def test_other_kinds_of_file_are_refused(data):
    """PDF, broken archives, sound and other binary data."""
    with pytest.raises(InputError, match=r"^a\.bin: .*\. .*\.$"):
        read_transcript("a.bin", data)


def test_ordinary_prose_is_refused():
    """A report with a few colons is no transcript."""
    prose = "\n\n".join(f"In part {n} of the report we describe what was done: many things." for n in range(12))
    with pytest.raises(NoSpeakers):
        read_transcript("report.txt", prose.encode())


@given(SIGNS)
def test_any_text_is_read_or_refused_in_one_line(text):
    """No input leads to another error, no turn ends before it begins, somebody speaks."""
    transcript = read_or_refuse(text.encode())
    if transcript is None:
        return
    assert any(turn.speaker for turn in transcript.turns)
    assert all(turn.end >= turn.start for turn in transcript.turns if turn.start is not None and turn.end is not None)
    assert all(1 <= turn.line <= len(text) + 1 for turn in transcript.turns)


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(data):
    """Only errors of the tree come out."""
    read_or_refuse(data)


@pytest.mark.parametrize("unit", ["a\n", "Anna: b\n", "0:01 --> 0:02\n", "\n", "a,b\n", "00:00:01\tA:\tb\n"])
def test_more_lines_than_any_session_has_are_refused_at_once(unit):
    """Or else a small file of tiny lines would fill the memory."""
    with pytest.raises(UnreadableFile, match=r"600,00\d lines"):
        read_transcript("a.txt", b"Anna: hi\n" + unit.encode() * 600_000)


@pytest.mark.parametrize("unit", [b"{},", b"1,", b"[[]],", b'"a",'])
def test_more_values_than_any_session_has_are_refused_before_they_are_read(unit):
    """A small file of empty objects would fill the memory."""
    with pytest.raises(UnreadableFile, match="values, more than"):
        read_transcript("a.json", b"[" + unit * 2_100_000 + b"1]")


def test_a_file_beyond_fifty_megabytes_is_refused():
    """Before anything is done with it."""
    with pytest.raises(UnreadableFile, match="larger than 50 MB"):
        read_transcript("a.txt", bytes(51 * 2**20).replace(b"\0", b"a"))
