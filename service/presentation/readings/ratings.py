"""The levels that teams gave themselves, as words: the latest of each, and what changed since the review before."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from nlp.documents.types import Rating
from service.names.proposals import same_grade
from service.names.spelling import main_script


@dataclass(frozen=True)
class Change:
    """One team's level of one element in two reviews; several levels where it was divided."""

    element: str
    team: str
    before: tuple[str, ...]
    after: tuple[str, ...]


def levels(ratings: Sequence[Rating], review: str, order: Sequence[str] = ()) -> dict[tuple[str, str], tuple[str, ...]]:
    """Return (element, team) -> the level given in a review.

    Where several participants of a team rated, it is the level that most of them gave; where several levels tie, all of
    those in the given order. Names of one level in two languages are one level here, in its most frequent name.
    """
    meant = meant_levels(ratings, order)
    given: dict[tuple[str, str], list[str]] = {}
    for rating in ratings:
        if rating.review == review:
            given.setdefault((rating.element, rating.team), []).append(rating.level)
    return {key: _most(all_, order, meant) for key, all_ in given.items()}


def spread(
    ratings: Sequence[Rating], review: str, order: Sequence[str], fewest: int
) -> dict[tuple[str, str], dict[str, int]]:
    """Return (element, team) -> level -> how often it was given in a review, in the given order.

    Where so few rated that a dot each would tell of people, the team has one dot on the level that most gave.
    """
    meant = meant_levels(ratings, order)
    names = {meant[level]: level for level in reversed([*order, *meant])}
    given: dict[tuple[str, str], Counter[str]] = {}
    for rating in ratings:
        if rating.review == review:
            given.setdefault((rating.element, rating.team), Counter())[names[meant[rating.level]]] += 1
    most = levels(ratings, review, order)
    return {
        key: dict(counts)
        if counts.total() == 1 or counts.total() >= fewest
        else dict.fromkeys((names[meant[level]] for level in most[key]), 1)
        for key, counts in given.items()
    }


def rated_twice(
    ratings: Sequence[Rating], rated: Sequence[str], order: Sequence[str] = ()
) -> tuple[tuple[Change, bool], ...]:
    """Return every level that was given in both of the last two reviews that have ratings, and whether it changed.

    What is compared is how high a level stands, not how it is spelled.
    """
    if len(rated) < 2:
        return ()
    meant = meant_levels(ratings, order)
    before, after = levels(ratings, rated[-2], order), levels(ratings, rated[-1], order)
    return tuple(
        (Change(element, team, then, now), {meant[level] for level in then} != {meant[level] for level in now})
        for (element, team), now in after.items()
        if (then := before.get((element, team)))
    )


def changes(ratings: Sequence[Rating], rated: Sequence[str], order: Sequence[str] = ()) -> tuple[Change, ...]:
    """Return where a team's level differs between the last two of the reviews that have ratings."""
    return tuple(change for change, changed in rated_twice(ratings, rated, order) if changed)


def meant_levels(ratings: Sequence[Rating], order: Sequence[str]) -> dict[str, str]:
    """Return level -> the first name of a level of the same height.

    Names of one script that one team gave in one review are two levels, whatever is known of them.
    """
    there = list(dict.fromkeys([*order, *(rating.level for rating in ratings)]))
    used: dict[tuple[str, str], set[str]] = {}
    for rating in ratings:
        used.setdefault((rating.review, rating.team), set()).add(rating.level)

    def are_one(a: str, b: str) -> bool:
        apart = main_script(a) == main_script(b) and any(a in names and b in names for names in used.values())
        return a == b or (same_grade(a, b) and not apart)

    return {level: next(each for each in there if are_one(each, level)) for level in there}


def _most(given: Sequence[str], order: Sequence[str], meant: Mapping[str, str]) -> tuple[str, ...]:
    counts = Counter(meant[level] for level in given)
    most = [level for level, count in counts.items() if count == max(counts.values())]
    names = Counter(given)
    spelled = {
        level: max((name for name in names if meant[name] == level), key=lambda name: names[name]) for level in most
    }
    return tuple(spelled[level] for level in sorted(most, key=[*order, *counts].index))
