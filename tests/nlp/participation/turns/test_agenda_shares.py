import pytest

from nlp.documents.types import Person
from nlp.participation import measure_participation
from nlp.transcripts import read_transcript
from nlp.transcripts.types import Segment, Transcript, Turn

ROSTER = [Person(name, (), {"gender": "woman" if name < "D" else "man"}) for name in "ABCDEF"]
TURNS = (
    Turn("A", 0.0, 10.0, "abcd", 1),
    Turn("D", 10.0, 40.0, "abcdefgh", 2),
    Turn("B", 40.0, 50.0, "ab", 3),
    Turn("A", 45.0, 60.0, "ab", 4),
)


def segments(*found, turns=TURNS, roster=ROSTER):
    record = Transcript("s.vtt", "rttm", turns, shows_overlap=True)
    return measure_participation(record, roster, segments=found).segments


def test_shares_of_a_segment_by_hand():
    """A turn is cut at the bound: 0-20 has A 10, D 10; 20-60 has D 20, B 10, A 15."""
    first, second = segments(Segment("Opening", 0.0), Segment("Budget", 20.0))
    assert (first.name, first.start, first.end, first.amount) == ("Opening", 0, 20, 20)
    assert first.people == {"A": 0.5, "D": 0.5}
    assert (second.start, second.end, second.amount) == (20, 60, 45)
    assert second.people == pytest.approx({"D": 20 / 45, "B": 10 / 45, "A": 15 / 45})
    assert second.groups["gender"] == pytest.approx({"woman": 25 / 45, "man": 20 / 45})


def test_a_segment_with_an_end_leaves_the_rest_out():
    """What is said between segments belongs to none."""
    only, last = segments(Segment("Stories", 10.0, 30.0), Segment("Close", 50.0))
    assert (only.people, only.amount) == ({"D": 1.0}, 20)
    assert (last.people, last.end) == ({"A": 1.0}, 60)


def test_a_segment_in_which_nobody_speaks_is_left_out():
    """There is nothing to share."""
    assert segments(Segment("Lunch", 100.0)) == ()


def test_without_times_the_lines_of_the_record_tell():
    """Opening is lines 1 to 2, 4 and 8 letters; Budget lines 3 and 4, 2 letters each."""
    turns = tuple(Turn(turn.speaker, None, None, turn.text, turn.line) for turn in TURNS)
    first, second = segments(Segment("Opening", None, line=1), Segment("Budget", None, line=3), turns=turns)
    assert (first.start, first.end, first.amount) == (None, None, 12)
    assert first.people == {"A": pytest.approx(1 / 3), "D": pytest.approx(2 / 3)}
    assert second.people == {"B": 0.5, "A": 0.5}


def test_the_topics_of_a_live_tally_are_segments():
    """As the tally writes them, voices without words included."""
    vtt = (
        "WEBVTT\n\nNOTE Tally taken by hand: Review, 2026-03-01 10:00. No words were recorded.\n\n"
        "NOTE Topic 1 from 00:00:00.000: Field stories\n\nNOTE Topic 2 from 00:01:00.000\n\n"
        "NOTE Pause at 00:01:30.000, 10:01 to 10:02\n\n1\n00:00:00.000 --> 00:01:20.000\n<v Asha>\n\n"
        "2\n00:01:20.000 --> 00:02:00.000\n<v Bo>\n"
    )
    first, second = measure_participation(read_transcript("tally.vtt", vtt.encode())).segments
    assert (first.name, first.people) == ("Field stories", {"Asha": 1.0})
    assert (second.name, second.start, second.people) == (
        "Topic 2",
        60,
        {"Asha": pytest.approx(1 / 3), "Bo": pytest.approx(2 / 3)},
    )
