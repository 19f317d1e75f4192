"""The levels that teams gave themselves, as words: the latest of each, and what changed since the review before."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from nlp.documents.types import Rating


@dataclass(frozen=True)
class Change:
    """One team's level of one element in two reviews."""

    element: str
    team: str
    before: str
    after: str


def levels(ratings: Sequence[Rating], review: str, order: Sequence[str] = ()) -> dict[tuple[str, str], str]:
    """Return (element, team) -> the level given in a review.

    Where several participants of a team rated, it is the level that most of them gave; where several levels tie, all of
    those in the given order, "emerging / needs help".
    """
    given: dict[tuple[str, str], list[str]] = {}
    for rating in ratings:
        if rating.review == review:
            given.setdefault((rating.element, rating.team), []).append(rating.level)
    return {key: " / ".join(_most(all_, order)) for key, all_ in given.items()}


def changes(ratings: Sequence[Rating], rated: Sequence[str], order: Sequence[str] = ()) -> tuple[Change, ...]:
    """Return where a team's level differs between the last two of the reviews that have ratings."""
    if len(rated) < 2:
        return ()
    before, after = levels(ratings, rated[-2], order), levels(ratings, rated[-1], order)
    return tuple(
        Change(element, team, before[element, team], now)
        for (element, team), now in after.items()
        if (element, team) in before and before[element, team] != now
    )


def _most(given: Sequence[str], order: Sequence[str]) -> list[str]:
    counts = Counter(given)
    most = [level for level, count in counts.items() if count == max(counts.values())]
    return sorted(most, key=[*order, *counts].index)
