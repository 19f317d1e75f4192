"""The levels of rubrics have an order, whatever they are called: two rubrics are compared by it, never by spelling."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations, pairwise

from nlp.documents.tables.level_names import MIDDLE, grade_of, letter_of_level, number_of_level
from nlp.documents.types import Descriptor
from nlp.names import name_key

USUAL_TOP, USUAL_BOTTOM = 4, 2
_WHOLE_LADDER = 3

Place = tuple[str, str]
"""A team and the version of its rubric."""


class OrderFound(StrEnum):
    """How it is known in which order the levels of a rubric stand."""

    GIVEN = "given"
    NAMES = "known names"
    NUMBERS = "numbers"
    COLUMNS = "order of the columns"
    APPEARANCE = "order of appearance"
    UNKNOWN = "unknown"


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
class _Order:
    """An order of levels: `heights` from 1, the best, to 0; `steps` from one end to the other; `sure` of its ends."""

    heights: Mapping[str, float]
    steps: int
    found: OrderFound
    sure: bool = True


@dataclass(frozen=True, slots=True)
class LevelRanks:
    """The ladders of several rubrics, and what their levels mean to each other."""

    ladders: tuple[Ladder, ...]
    orders: Mapping[Place, _Order]

    @classmethod
    def of(cls, descriptors: Sequence[Descriptor], given: Mapping[str, Sequence[str]] | None = None) -> "LevelRanks":
        """Find the order of the levels of every rubric.

        Known names give it (in seventeen languages), or numbers; else the order of the columns, or in a table with a
        row for every descriptor that of appearance. Which end is the best must be known from a name or a number.

        Args:
            descriptors: of any number of teams and versions.
            given: team -> its levels from the best to the worst, as people say; it goes before all that is found.
        """
        own: dict[Place, list[Descriptor]] = {}
        for each in descriptors:
            own.setdefault((each.team, each.version), []).append(each)
        written = {place: _written(rows) for place, rows in own.items()}
        orders = {
            place: _given(given[place[0]], levels) if given and place[0] in given else _found(levels, how)
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
        """Return how the levels of two descriptors stand to each other; unknown rather than claimed.

        Ladders of different length are laid end to end: two levels differ where they lie more than half a step of the
        shorter ladder apart.
        """
        left, right = (self.orders[each.team, each.version] for each in (a, b))
        both_given = left.found is right.found is OrderFound.GIVEN
        if name_key(a.level) == name_key(b.level) and not both_given:
            return LevelRelation.SAME
        shared = _on_one_ladder(left, right)
        if shared is None:
            return LevelRelation.UNKNOWN
        heights, steps = shared
        high, low = heights[0].get(a.level), heights[1].get(b.level)
        if high is None or low is None:
            return LevelRelation.UNKNOWN
        if abs(high - low) * 2 * min(steps) <= 1:
            return LevelRelation.SAME
        ends = {high, low} == {0.0, 1.0} and max(steps) > 1
        return LevelRelation.OPPOSITE if ends else LevelRelation.OTHER


def _on_one_ladder(
    a: _Order, b: _Order
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


def _numbers(order: _Order) -> set[int | None]:
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
    order = _in_order([a, renamed])
    if order is None:
        return {}
    heights = _evenly(order)
    return heights | {level: heights[name] for level, name in zip(b, renamed, strict=True)}


def _ladder(place: Place, written: Sequence[str], order: _Order) -> Ladder:
    if not order.sure:
        return Ladder(*place, tuple(written), order.found, Direction.UNKNOWN)
    best_first = tuple(sorted(written, key=lambda level: -order.heights.get(level, -1.0)))
    heights = [order.heights[level] for level in written if level in order.heights]
    falls = [before >= after for before, after in pairwise(heights)]
    rises = [before <= after for before, after in pairwise(heights)]
    direction = Direction.BEST_FIRST if all(falls) else Direction.WORST_FIRST if all(rises) else Direction.MIXED
    return Ladder(*place, best_first, order.found, direction)


def levels_as_written(rows: Sequence[Descriptor]) -> tuple[str, ...]:
    """Return the levels of one rubric in the order of its columns, or of their first appearance."""
    return _written(rows)[0]


def _written(rows: Sequence[Descriptor]) -> tuple[tuple[str, ...], OrderFound]:
    """Return the levels of a rubric as it writes them, and what that order is: of columns, of appearance, or none.

    An empty cell hides a column in some rows; all elements together show where it stands.
    """
    by_element: dict[str, list[str]] = {}
    columns: dict[tuple[str, int], set[str]] = {}
    for each in rows:
        by_element.setdefault(each.element, []).append(each.level)
        columns.setdefault((each.source, each.line), set()).add(each.level)
    how = OrderFound.COLUMNS if any(len(levels) > 1 for levels in columns.values()) else OrderFound.APPEARANCE
    order = _in_order([list(dict.fromkeys(levels)) for levels in by_element.values()], first_wins=True)
    if order is None:
        return tuple(dict.fromkeys(each.level for each in rows)), OrderFound.UNKNOWN
    return tuple(order), how


def _in_order(sequences: Iterable[Sequence[str]], *, first_wins: bool = False) -> list[str] | None:
    """Return one order that agrees with all sequences, None where they contradict each other or leave it open.

    With `first_wins` what is left open follows the first appearance.
    """
    before: dict[str, set[str]] = {}
    for sequence in sequences:
        for level in sequence:
            before.setdefault(level, set())
        for earlier, later in combinations(sequence, 2):
            before[later].add(earlier)
    order: list[str] = []
    while len(order) < len(before):
        free = [level for level, others in before.items() if level not in order and others <= set(order)]
        if not free or (len(free) > 1 and not first_wins):
            return None
        order.append(free[0])
    return order


def _evenly(best_first: Sequence[str]) -> dict[str, float]:
    last = max(len(best_first) - 1, 1)
    return {level: 1.0 - place / last for place, level in enumerate(best_first)}


def _given(best_first: Sequence[str], levels: Sequence[str]) -> _Order:
    """Return the order that somebody gave; levels that were not given have no place in it."""
    heights = {name_key(level): height for level, height in _evenly(best_first).items()}
    own = {level: heights[name_key(level)] for level in levels if name_key(level) in heights}
    return _Order(own, max(len(best_first) - 1, 1), OrderFound.GIVEN)


def _found(levels: Sequence[str], how: OrderFound) -> _Order:
    grades = {level: grade for level in levels if (grade := grade_of(level)) is not None}
    if len(set(grades.values())) == len(levels):
        return _of_grades(grades)
    falling = _falls(levels, grades) if how is not OrderFound.UNKNOWN else None
    if falling is not None:
        return _Order(_evenly(levels if falling else levels[::-1]), max(len(levels) - 1, 1), how)
    return _of_numbers(levels) or _Order(_evenly(levels), max(len(levels) - 1, 1), how, sure=False)


def _of_grades(grades: Mapping[str, int]) -> _Order:
    """Return the order of known names; of fewer than three it is not taken that they are the ends of the ladder."""
    whole = len(grades) >= _WHOLE_LADDER
    top = max(grades.values()) if whole else max(USUAL_TOP, *grades.values())
    bottom = min(grades.values()) if whole else min(USUAL_BOTTOM, *grades.values())
    steps = len({top, bottom, *grades.values()}) - 1
    return _Order({level: _height(grade, bottom, top) for level, grade in grades.items()}, steps, OrderFound.NAMES)


def _height(grade: int, bottom: int, top: int) -> float:
    """Return 1 at the top, 0 at the bottom, and one half in the middle, if that lies between them."""
    if not bottom < MIDDLE < top:
        return (grade - bottom) / (top - bottom)
    span = (top - MIDDLE) if grade >= MIDDLE else (MIDDLE - bottom)
    return 0.5 + 0.5 * (grade - MIDDLE) / span


def _falls(levels: Sequence[str], grades: Mapping[str, int]) -> bool | None:
    """Return whether levels are written from the best down, as those of known name show; None if they show nothing."""
    known = [grades[level] for level in levels if level in grades]
    falls, rises = (
        all(before >= after for before, after in pairwise(way)) for way in (known, [-grade for grade in known])
    )
    if falls != rises:
        return falls
    if not known or not falls or known[0] == MIDDLE:
        return None
    ends = [end for end in (levels[0], levels[-1]) if end in grades]
    return (ends[0] == levels[0]) == (known[0] > MIDDLE) if len(ends) == 1 and len(levels) > 1 else None


def _of_numbers(levels: Sequence[str]) -> _Order | None:
    """Return the order of "Level 1" to "Level 4", "★" to "★★★", 1 to 5, or A to D; None where they are none of it."""
    found = [number_of_level(level) for level in levels]
    numbers = [one[0] for one in found if one]
    if len(levels) > 1 and len(set(numbers)) == len(levels):
        low = min(1, *numbers)
        heights = {level: (number - low) / (max(numbers) - low) for level, number in zip(levels, numbers, strict=True)}
        return _Order(heights, max(numbers) - low, OrderFound.NUMBERS, sure=all(one[1] for one in found if one))
    letters = sorted((letter, level) for level in levels if (letter := letter_of_level(level)) is not None)
    if len(levels) >= _WHOLE_LADDER and [letter for letter, _ in letters] == list(range(1, len(levels) + 1)):
        return _Order(_evenly([level for _, level in letters]), len(levels) - 1, OrderFound.NUMBERS)
    return None
