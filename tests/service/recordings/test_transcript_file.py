"""The file of a transcript is read to the same turns."""

from dataclasses import replace
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp import measure_participation, read_transcript
from nlp.transcripts.types import Transcript, Turn
from service.recordings.transcript_file import FORMS, about, called, caution, ending_for, free_place, voices

SAID = (
    ("A", "We trust our partners, don't we?"),
    ("B", "আমরা বিশ্বাস করি — কিন্তু কেন?"),
    ("A", "NOTE this --> is <b>not</b> a comment &amp; no cue"),
    ("asha@example.org", "हामी विश्वास गर्छौं। क्‍ष 🙂"),
    ("B", "Agenda 2: budget, \"quoted\"; 'and' {so} on"),
    ("রহিমা বেগম", "না"),
)


def transcript(said=SAID):
    """Return what a server gave: turns of two seconds, one a second."""
    turns = (Turn(who, at + 0.1234, at + 2.0, text, at + 1) for at, (who, text) in enumerate(said))
    return called(Transcript("part 2: দিন.mp3", "json", tuple(turns), shows_overlap=True))


def as_read(found, ending):
    """Return the turns of the file."""
    data = FORMS[ending](found, about(("Written down by toy from part 2: দিন.mp3",), caution(found)))
    return read_transcript(f"session{ending}", data)


@pytest.mark.parametrize("ending", [".vtt", ".json", ".csv"])
def test_a_file_is_read_to_the_same_turns(ending):
    """Speakers, times and words in three scripts; what looks like signs of the form is words."""
    found = transcript()
    read = as_read(found, ending)
    places = 3 if ending == ".vtt" else 6
    assert [(turn.speaker, turn.text) for turn in read.turns] == [(turn.speaker, turn.text) for turn in found.turns]
    for own, wanted in zip(read.turns, found.turns, strict=True):
        assert (round(own.start, places), round(own.end, places)) == (round(wanted.start, places), wanted.end)
    assert not read.segments
    assert not read.unread.lines


def test_words_without_times_are_text_that_says_who_spoke():
    """Subtitles would have to say when."""
    bare = replace(transcript(), turns=tuple(replace(turn, start=None, end=None) for turn in transcript().turns[:2]))
    assert (ending_for(".vtt", bare), ending_for(".vtt", transcript()), ending_for(".csv", bare)) == (
        ".txt",
        ".vtt",
        ".csv",
    )
    assert FORMS[".txt"](bare, "").decode().startswith("Speaker A: We trust our partners, don't we?\n\nSpeaker B: ")


def test_numbered_voices_are_what_software_told_apart():
    """The file says it, and so does participation, which knows them as that; names are left alone."""
    found = transcript()
    assert voices(found) == ("Speaker A", "Speaker B", "asha@example.org", "রহিমা বেগম")
    said = str(caution(found))
    assert said.startswith("Software told the voices apart (Speaker A, Speaker B). It tends to merge quiet people")
    assert said in FORMS[".vtt"](found, about(("Written down by toy",), caution(found))).decode()
    assert said in map(str, measure_participation(as_read(found, ".vtt")).limits)
    assert caution(transcript([("Asha", "Why?"), (None, "Who?")])) is None


def test_the_next_place_has_a_number(tmp_path):
    """Also beside a link that leads nowhere."""
    (tmp_path / "a.vtt").touch()
    (tmp_path / "a (2).vtt").symlink_to(tmp_path / "nowhere")
    assert free_place(tmp_path / "a.vtt") == tmp_path / "a (3).vtt"
    assert free_place(tmp_path / "b.vtt") == tmp_path / "b.vtt"


words = st.text(st.characters(exclude_categories=("C", "Z")), min_size=1, max_size=12)
saids = st.lists(st.tuples(st.sampled_from(["Speaker 1", "Asha", "রহিমা"]), words), min_size=1, max_size=6)


@given(saids)
def test_whatever_is_said_comes_back(said):
    """Any signs of any script, as far as NFC and HTML leave them."""
    found = transcript([(who, f"a{normalize('NFC', text)}b") for who, text in said])
    assert [(turn.speaker, turn.text) for turn in as_read(found, ".json").turns] == [
        (turn.speaker, turn.text) for turn in found.turns
    ]
    assert [(turn.speaker, turn.text) for turn in as_read(found, ".vtt").turns] == [
        (turn.speaker, turn.text) for turn in found.turns
    ]
