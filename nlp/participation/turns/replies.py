"""How a chat goes on after a message: how long until somebody else writes, and after which questions nobody does.

A chat does not say to whom a message replies, so only what comes next can be seen: that somebody else wrote is no proof
of an answer, and that nobody did within a day is none of its lack. A question less than a day before the end of the
record is not open: what came after is not in it.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median

from nlp.participation.shares import count_questions
from nlp.participation.turns.floor import Voice
from nlp.participation.types import Replies

WITHIN = 86_400
"""Seconds, a day, within which somebody else writes after a question, or else it counts as open."""


def measure_replies(voices: Sequence[Voice]) -> Replies | None:
    """Return what follows on messages, None where a message has no time or only one person wrote.

    - median: of the seconds from a message to the next one, where that is by somebody else.
    - questions: messages of a known person with a question mark.
    - open: of these, by person, those after which nobody else wrote within `WITHIN`, though the record goes on.
    """
    times = [voice.turn.start for voice in voices]
    if None in times or len({voice.person for voice in voices}) < 2:
        return None
    ordered = sorted(voices, key=_time)
    gaps = [_time(after) - _time(before) for before, after in pairwise(ordered) if before.person != after.person]
    waits = list(_questions(ordered))
    open_ = Counter(person for person, wait in waits if wait > WITHIN)
    return Replies(median_seconds=median(gaps), questions=len(waits), open=dict(open_))


def _time(voice: Voice) -> float:
    return voice.turn.start or 0.0


def _questions(ordered: Sequence[Voice]) -> Iterator[tuple[str, float]]:
    """Yield who asked, and the seconds until somebody else wrote; if nobody did, until the end of the record."""
    following: list[Voice] = []  # the next message of each person, the nearest last
    found: list[tuple[str, float]] = []
    for voice in reversed(ordered):
        if voice.person is not None and count_questions(voice.turn.text):
            after = next((each for each in reversed(following) if each.person != voice.person), ordered[-1])
            found.append((voice.person, _time(after) - _time(voice)))
        following = [*[each for each in following if each.person != voice.person][-1:], voice]
    yield from reversed(found)
