"""The order of the levels of one rubric: from known names, numbers, columns, or from what people say."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations, pairwise

from nlp.documents.tables.level_names import MIDDLE, grade_of, letter_of_level, number_of_level
from nlp.documents.types import Descriptor
from nlp.names import name_key

USUAL_TOP, USUAL_BOTTOM = 4, 2
_WHOLE_LADDER = 3


class OrderFound(StrEnum):
    """How it is known in which order the levels of a rubric stand."""

    GIVEN = "given"
    NAMES = "known names"
    NUMBERS = "numbers"
    COLUMNS = "order of the columns"
    APPEARANCE = "order of appearance"
    LIKENESS = "likeness"
    """In the order of the columns; which end is the best, from what the names are like: a proposal."""
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class LevelOrder:
    """An order of levels: `heights` from 1, the best, to 0; `steps` from one end to the other; `sure` of its ends."""

    heights: Mapping[str, float]
    steps: int
    found: OrderFound
    sure: bool = True


def levels_in_order(rows: Sequence[Descriptor]) -> tuple[str, ...]:
    """Return the levels of one rubric, the best first where their names tell that, else as the rubric writes them."""
    written, how = written_order(rows)
    order = found_order(written, how)
    return tuple(sorted(written, key=lambda level: -order.heights[level])) if order.sure else written


def written_order(rows: Sequence[Descriptor]) -> tuple[tuple[str, ...], OrderFound]:
    """Return the levels of a rubric as it writes them, and what that order is: of columns, of appearance, or none.

    An empty cell hides a column in some rows; all elements together show where it stands.
    """
    by_element: dict[str, list[str]] = {}
    columns: dict[tuple[str, int], set[str]] = {}
    for each in rows:
        by_element.setdefault(each.element, []).append(each.level)
        columns.setdefault((each.source, each.line), set()).add(each.level)
    how = OrderFound.COLUMNS if any(len(levels) > 1 for levels in columns.values()) else OrderFound.APPEARANCE
    order = one_order([list(dict.fromkeys(levels)) for levels in by_element.values()], first_wins=True)
    if order is None:
        return tuple(dict.fromkeys(each.level for each in rows)), OrderFound.UNKNOWN
    return tuple(order), how


def one_order(sequences: Iterable[Sequence[str]], *, first_wins: bool = False) -> list[str] | None:
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


def evenly(best_first: Sequence[str]) -> dict[str, float]:
    """Return level -> height of levels that lie equally far apart, from 1 for the first to 0 for the last."""
    last = max(len(best_first) - 1, 1)
    return {level: 1.0 - place / last for place, level in enumerate(best_first)}


def given_order(best_first: Sequence[str], levels: Sequence[str]) -> LevelOrder:
    """Return the order that somebody gave; levels that were not given have no place in it."""
    heights = {name_key(level): height for level, height in evenly(best_first).items()}
    own = {level: heights[name_key(level)] for level in levels if name_key(level) in heights}
    return LevelOrder(own, max(len(best_first) - 1, 1), OrderFound.GIVEN)


def found_order(levels: Sequence[str], how: OrderFound) -> LevelOrder:
    """Return the order of levels from their names.

    Names that are all known and all different give it; a few of them tell in which direction the others are written.

    Args:
        levels: as the rubric writes them.
        how: what that order is.
    """
    grades = {level: grade for level in levels if (grade := grade_of(level)) is not None}
    if len(set(grades.values())) == len(levels):
        return _of_grades(grades)
    falling = _falls(levels, grades) if how is not OrderFound.UNKNOWN else None
    if falling is not None:
        return LevelOrder(evenly(levels if falling else levels[::-1]), max(len(levels) - 1, 1), how)
    return _of_numbers(levels) or LevelOrder(evenly(levels), max(len(levels) - 1, 1), how, sure=False)


def _of_grades(grades: Mapping[str, int]) -> LevelOrder:
    """Return the order of known names; of fewer than three it is not taken that they are the ends of the ladder.

    A single one is taken to come from a ladder of three.
    """
    whole = len(grades) >= _WHOLE_LADDER
    top = max(grades.values()) if whole else max(USUAL_TOP, *grades.values())
    bottom = min(grades.values()) if whole else min(USUAL_BOTTOM, *grades.values())
    steps = len({top, bottom, *grades.values()} | ({MIDDLE} if len(grades) == 1 else set())) - 1
    return LevelOrder({level: _height(grade, bottom, top) for level, grade in grades.items()}, steps, OrderFound.NAMES)


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


def _of_numbers(levels: Sequence[str]) -> LevelOrder | None:
    """Return the order of "Level 1" to "Level 4", "★" to "★★★", 1 to 5, or A to D; None where they are none of it."""
    found = [number_of_level(level) for level in levels]
    numbers = [one[0] for one in found if one]
    if len(levels) > 1 and len(set(numbers)) == len(levels):
        low = min(1, *numbers)
        heights = {level: (number - low) / (max(numbers) - low) for level, number in zip(levels, numbers, strict=True)}
        return LevelOrder(heights, max(numbers) - low, OrderFound.NUMBERS, sure=all(one[1] for one in found if one))
    letters = sorted((letter, level) for level in levels if (letter := letter_of_level(level)) is not None)
    if len(levels) >= _WHOLE_LADDER and [letter for letter, _ in letters] == list(range(1, len(levels) + 1)):
        return LevelOrder(evenly([level for _, level in letters]), len(levels) - 1, OrderFound.NUMBERS)
    return None
