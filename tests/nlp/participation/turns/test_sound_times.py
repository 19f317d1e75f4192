"""Times that are times."""

from math import inf, nan

import pytest

from nlp.participation.turns.sound_times import sound_segments, with_sound_times
from nlp.transcripts.types import Segment, Transcript, Turn


@pytest.mark.parametrize(
    ("start", "end", "kept"),
    [
        (0.0, 2.0, (0.0, 2.0)),
        (1.0, 1.0, (1.0, 1.0)),
        (nan, 2.0, (None, 2.0)),
        (1.0, nan, (1.0, None)),
        (-inf, inf, (None, None)),
        (5.0, 2.0, (5.0, None)),
        (0.0, 1e300, (0.0, None)),
        (None, 2.0, (None, 2.0)),
    ],
)
def test_what_is_no_time_is_not_there(start, end, kept):
    """Not a number, infinite, or an end before its start."""
    record = Transcript("a.vtt", "webvtt", (Turn("Asha", start, end, "yes", 1),), shows_overlap=True)
    (turn,) = with_sound_times(record).turns
    assert (turn.start, turn.end) == kept
    (segment,) = sound_segments([Segment("Opening", start, end)])
    assert (segment.start, segment.end) == kept


def test_a_sound_record_stays_as_it_is():
    """The very turns."""
    record = Transcript("a.vtt", "webvtt", (Turn("Asha", 0.0, 2.0, "yes", 1),), shows_overlap=True)
    assert with_sound_times(record) == record
    assert with_sound_times(record).turns[0] is record.turns[0]
