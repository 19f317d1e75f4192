"""The levels of rubrics have an order, whatever they are called: two rubrics are compared by it, never by spelling."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from nlp.documents.tables.level_names import number_of_level
from nlp.documents.types import Descriptor
from nlp.embedding.types import Embedder
from nlp.names import name_key
from nlp.rubrics.level_likeness import likely_order
from nlp.rubrics.level_orders import LevelOrder, OrderFound, evenly, found_order, given_order, one_order, written_order

Place = tuple[str, str]
"""A team and the version of its rubric."""

Level = tuple[str, str, str]
"""A team, the version of its rubric, and one of its levels."""


class Direction(StrEnum):
    """In which direction a rubric writes its levels."""

    BEST_FIRST = "best first"
    WORST_FIRST = "worst first"
    MIXED = "mixed"
    UNKNOWN = "unknown"


class LevelRelation(StrEnum):
    """How the levels of two descriptors stand to each other."""

    SAME = "same"
    OTHER = "other"
    OPPOSITE = "opposite ends"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Ladder:
    """The levels of one rubric.

    Attributes:
        team, version: whose rubric it is.
        levels: from the best to the worst; as written where `direction` is unknown.
        found: how their order is known.
        direction: in which the rubric writes them; unknown where it must be asked which end is the best.
    """

    team: str
    version: str
    levels: tuple[str, ...]
    found: OrderFound
    direction: Direction


@dataclass(frozen=True, slots=True)
class LevelRanks:
    """The ladders of several rubrics, and what their levels mean to each other."""

    ladders: tuple[Ladder, ...]
    orders: Mapping[Place, LevelOrder]

    @classmethod
    def of(
        cls,
        descriptors: Sequence[Descriptor],
        given: Mapping[str, Sequence[str]] | None = None,
        embedder: Embedder | None = None,
    ) -> "LevelRanks":
        """Find the order of the levels of every rubric.

        Known names give it (in seventeen languages), or numbers; else the order of the columns, or in a table with a
        row for every descriptor that of appearance. Which end is the best must be known from a name or a number, or
        is clear from what the names at both ends are like.

        Args:
            descriptors: of any number of teams and versions.
            given: team -> its levels from the best to the worst, as people say; it goes before all that is found.
            embedder: makes the vectors of names that nobody knows; None where these tell nothing.
        """
        own: dict[Place, list[Descriptor]] = {}
        for each in descriptors:
            own.setdefault((each.team, each.version), []).append(each)
        written = {place: written_order(rows) for place, rows in own.items()}
        orders = {
            place: given_order(given[place[0]], levels)
            if given and place[0] in given
            else (likely_order(levels, how, embedder) if embedder is not None else found_order(levels, how))
            for place, (levels, how) in written.items()
        }
        return cls(tuple(_ladder(place, written[place][0], order) for place, order in orders.items()), orders)

    def rank(self, descriptor: Descriptor) -> int | None:
        """Return 1 for the best level of a rubric, 2 for the next; None where it is not known which end is the best.

        A rubric that uses fewer than three known names and not the best of them begins with 2.
        """
        order = self.orders[descriptor.team, descriptor.version]
        if not order.sure or descriptor.level not in order.heights:
            return None
        return sorted({1.0, *order.heights.values()}, reverse=True).index(order.heights[descriptor.level]) + 1

    def relation(self, a: Descriptor, b: Descriptor) -> LevelRelation:
        """Return how the levels of two descriptors stand to each other; unknown rather than claimed."""
        return self.relation_of((a.team, a.version, a.level), (b.team, b.version, b.level))

    def relation_of(self, a: Level, b: Level) -> LevelRelation:
        """Return how two levels stand to each other.

        Ladders of different length are laid end to end: two levels differ where they lie more than half a step of the
        shorter ladder apart.
        """
        left, right = self.orders[a[:2]], self.orders[b[:2]]
        both_given = left.found is right.found is OrderFound.GIVEN
        if name_key(a[2]) == name_key(b[2]) and not both_given:
            return LevelRelation.SAME
        shared = _on_one_ladder(left, right)
        if shared is None:
            return LevelRelation.UNKNOWN
        heights, steps = shared
        high, low = heights[0].get(a[2]), heights[1].get(b[2])
        if high is None or low is None:
            return LevelRelation.UNKNOWN
        if abs(high - low) * 2 * min(steps) <= 1:
            return LevelRelation.SAME
        ends = {high, low} == {0.0, 1.0} and max(steps) > 1
        return LevelRelation.OPPOSITE if ends else LevelRelation.OTHER


def _on_one_ladder(
    a: LevelOrder, b: LevelOrder
) -> tuple[tuple[Mapping[str, float], Mapping[str, float]], tuple[int, int]] | None:
    """Return the heights and the steps of two orders that can be compared, None where they cannot.

    Both know their ends, or both are the same numbers, or they share two names or more and order these alike. A short
    one that shares a known name with the other is a part of it.
    """
    apart = ((a.heights, b.heights), (a.steps, b.steps))
    if a.found is b.found is OrderFound.NAMES and set(map(name_key, a.heights)) & set(map(name_key, b.heights)):
        return (a.heights, b.heights), (max(a.steps, b.steps), max(a.steps, b.steps))
    if a.sure and b.sure:
        return apart
    if a.found is b.found is OrderFound.NUMBERS and a.steps == b.steps and _numbers(a) == _numbers(b):
        return apart
    joined = _joined(list(a.heights), list(b.heights))
    return ((joined, joined), (len(joined) - 1, len(joined) - 1)) if joined else None


def _numbers(order: LevelOrder) -> set[int | None]:
    numbers = [number_of_level(level) for level in order.heights]
    return {
        min((one[0] for one in numbers if one), default=None),
        max((one[0] for one in numbers if one), default=None),
    }


def _joined(a: Sequence[str], b: Sequence[str]) -> dict[str, float]:
    """Return the heights of two ladders that share names, laid into each other; {} where that has no single answer."""
    known = {name_key(level): level for level in a}
    renamed = [known.get(name_key(level), level) for level in b]
    if len(set(a) & set(renamed)) < 2:
        return {}
    order = one_order([a, renamed])
    if order is None:
        return {}
    heights = evenly(order)
    return heights | {level: heights[name] for level, name in zip(b, renamed, strict=True)}


def _ladder(place: Place, written: Sequence[str], order: LevelOrder) -> Ladder:
    if not order.sure:
        return Ladder(*place, tuple(written), order.found, Direction.UNKNOWN)
    best_first = tuple(sorted(written, key=lambda level: -order.heights.get(level, -1.0)))
    heights = [order.heights[level] for level in written if level in order.heights]
    falls = [before >= after for before, after in pairwise(heights)]
    rises = [before <= after for before, after in pairwise(heights)]
    direction = Direction.BEST_FIRST if all(falls) else Direction.WORST_FIRST if all(rises) else Direction.MIXED
    return Ladder(*place, best_first, order.found, direction)
