"""Turns with whole milliseconds, in the order in which they begin: what formats of subtitles and tiers hold."""

from collections.abc import Iterable
from dataclasses import dataclass

from nlp.errors import InputError
from nlp.messages import Message
from service.exports.transcripts.spoken import SpokenTurn

NO_TIMES = Message("this record does not say when each person spoke")
TAKE_TABLES = Message("Take the data of the programme: its table of turns has the words in their order")


@dataclass(frozen=True, slots=True)
class TimedTurn:
    """A turn; `start` and `end` in milliseconds, the end later by one at least."""

    person: str
    start: int
    end: int
    text: str


def timed(turns: Iterable[SpokenTurn]) -> tuple[TimedTurn, ...]:
    """Return the turns that have times, by their start.

    Raises:
        InputError: none has.
    """
    found = [
        TimedTurn(turn.person, start, max(start + 1, round(1000 * turn.end)), turn.text)
        for turn in turns
        if turn.start is not None and turn.end is not None
        for start in [round(1000 * max(0.0, turn.start))]
    ]
    if not found:
        raise InputError("", NO_TIMES, TAKE_TABLES)
    return tuple(sorted(found, key=lambda turn: turn.start))
