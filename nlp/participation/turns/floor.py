"""Who held the floor, in which order, and who took it from whom."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise
from math import sqrt

from nlp.participation.turns.text_length import fair_length
from nlp.participation.turns.time_spans import Interval, length
from nlp.participation.types import Floor, Follow
from nlp.transcripts.types import Turn

_CLEARLY = 4.0


@dataclass(frozen=True)
class Voice:
    """A turn of the record with the person it belongs to (None where nobody is known)."""

    person: str | None
    turn: Turn

    @cached_property
    def characters(self) -> float:
        """Fair length of the text."""
        return fair_length(self.turn.text)

    @cached_property
    def interval(self) -> Interval | None:
        """Start and end in seconds, None without times."""
        start, end = self.turn.start, self.turn.end
        return None if start is None or end is None else (start, end)


@dataclass(slots=True)
class Holding:
    """Consecutive turns of one person.

    Attributes:
        person: None where nobody is known.
        intervals: of its turns, in seconds.
        characters: fair length of its text.
    """

    person: str | None
    intervals: list[Interval] = field(default_factory=list)
    characters: float = 0.0

    @property
    def seconds(self) -> float:
        """Speaking time within it: the union of its intervals, pauses left out."""
        return length(self.intervals)


def in_order(voices: Sequence[Voice], *, timed: bool) -> list[Voice]:
    """Return the voices by start, then end; without times in the order of the record."""
    return sorted(voices, key=lambda voice: voice.interval or (0.0, 0.0)) if timed else list(voices)


def find_holdings(voices: Iterable[Voice]) -> list[Holding]:
    """Join turns into holdings of the floor: maximal runs of one person's turns, in order of their start.

    The rule is that of zoomGroupStats and team_comm_tools: a pause does not end a holding, another voice does, however
    short; backchannels too, unless they were left out before, as `measure_participation` does where they can be told.
    Speech of nobody known ends a holding as well.
    """
    holdings: list[Holding] = []
    for voice in voices:
        if not holdings or voice.person is None or holdings[-1].person != voice.person:
            holdings.append(Holding(voice.person))
        if voice.interval:
            holdings[-1].intervals.append(voice.interval)
        holdings[-1].characters += voice.characters
    return holdings


def to_timeline(holdings: Iterable[Holding]) -> tuple[Floor, ...]:
    """Return the holdings of known people with their first start and last end."""
    return tuple(
        Floor(
            speaker=holding.person,
            start=min(start for start, _ in holding.intervals) if holding.intervals else None,
            end=max(end for _, end in holding.intervals) if holding.intervals else None,
            characters=round(holding.characters),
        )
        for holding in holdings
        if holding.person is not None
    )


def count_follows(holdings: Sequence[Holding]) -> tuple[Follow, ...]:
    """Count who takes the floor from whom, against chance.

    `count` is the number of times that `after`'s holding comes directly after `before`'s; nobody follows themselves.
    `expected` is what chance would give if the next speaker were drawn from the others in proportion to their number of
    holdings t: handovers from `before` x t_after / (sum of t - t_before). Handovers from or to speech of nobody known
    do not count.
    """
    people = [holding.person for holding in holdings]
    held = Counter(person for person in people if person is not None)
    pairs: Counter[tuple[str, str]] = Counter()
    for before, after in pairwise(people):
        if before is not None and after is not None:
            pairs[before, after] += 1
    handed: Counter[str] = Counter()
    for (before, _), count in pairs.items():
        handed[before] += count
    total = held.total()
    return tuple(
        Follow(before, after, count, handed[before] * held[after] / (total - held[before]))
        for (before, after), count in sorted(pairs.items(), key=lambda item: (-item[1], item[0]))
    )


def is_clear(count: int, expected: float) -> bool:
    """Whether a count of handovers stands out: 4 standard deviations of a Poisson variable above what chance gives.

    A session has as many pairs as people squared: where nobody follows anybody in particular, some pair stands out so
    far in at most 5 % of sessions of up to twenty people.
    """
    return count - expected >= _CLEARLY * sqrt(max(expected, 1.0))
