"""A record at the door of a measurement."""

from dataclasses import replace
from math import nan

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp import Segment, Transcript, Turn
from nlp.door.turns import segments_of, transcript_of
from nlp.errors import InputError, WrongType, WrongValue

SECONDS = "Give the seconds from the start of the record."
TURN = Turn("Rina", 0.0, 2.5, "We decide together", 1)


def record(*turns):
    return Transcript("s.vtt", "table", turns, shows_overlap=True)


def test_a_record_with_sound_turns_stays_as_it_is():
    """Times may lack, and so may speakers."""
    sound = record(TURN, Turn(None, None, None, "", 2), Turn("Ram", 2, 3, "হ্যাঁ", 3))
    assert transcript_of(sound) is sound


def test_speakers_become_texts():
    """A number is a label, what is missing is nobody."""
    turns = transcript_of(
        record(replace(TURN, speaker=7), replace(TURN, speaker=nan), replace(TURN, text=np.str_("x")))
    ).turns
    assert [turn.speaker for turn in turns] == ["7", None, "Rina"]
    assert type(turns[2].text) is str


@pytest.mark.parametrize(("handed", "line"), [
    (None, "transcript must be Transcript, not None. Write measure_participation(read_transcript(...))."),
    ([TURN], "transcript must be Transcript, not list. Write measure_participation(read_transcript(...))."),
    (record("Rina: hello"), "s.vtt, turns[0]: the turn must be Turn, not str ('Rina: hello')."),
    (record(TURN, replace(TURN, text=None)), "s.vtt, turns[1]: text must be str, not None. Leave the turn out"),
    (record(replace(TURN, end="2")), f"s.vtt, turns[0]: end must be float | None, not str ('2'). {SECONDS}"),
    (record(replace(TURN, end=-2)), f"s.vtt, turns[0]: end is no time: -2. {SECONDS}"),
    (record(replace(TURN, start=9)), f"s.vtt, turns[0]: the end (2.5) is before the start (9). {SECONDS}"),
])  # fmt: skip
def test_what_cannot_be_is_refused(handed, line):
    """With its turn and the remedy."""
    with pytest.raises(InputError) as raised:
        transcript_of(handed)
    assert str(raised.value).startswith(line)


@given(st.one_of(st.none(), st.floats()), st.one_of(st.none(), st.floats()))
def test_times_that_pass_are_times(start, end):
    """Whatever stands there: it is refused, or can be reckoned with."""
    try:
        (turn,) = transcript_of(record(replace(TURN, start=start, end=end))).turns
    except WrongValue:
        return
    assert all(time is None or 0 <= time <= 1e15 for time in (turn.start, turn.end))
    assert turn.start is None or turn.end is None or turn.start <= turn.end


def test_parts_of_an_agenda_have_times_too():
    """A part without an end lasts until the next."""
    assert segments_of([Segment("Opening", 0.0)]) == (Segment("Opening", 0.0),)
    with pytest.raises(WrongValue, match=r"segments\[0\]: start is no time: nan"):
        segments_of([Segment("Opening", nan)])
    with pytest.raises(WrongType, match=r"segments\[0\] must be Segment"):
        segments_of(["Opening"])
