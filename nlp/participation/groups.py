"""Groups of the roster against the room."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from nlp.documents.types import Person
from nlp.participation.suppression import Members, discloses, pool_small
from nlp.participation.types import GroupShare

NOT_STATED = "not stated"
"""Name of the group of people whose attribute is empty or who are not on the roster."""

_RESAMPLES = 2000
_SEED = 20260301
_FEWEST_FOR_INTERVAL = 4
_PERCENTILES = (2.5, 97.5)


def compare_by(
    by: Sequence[str], roster: Sequence[Person], amounts: Mapping[str, float], threshold: int
) -> tuple[dict[str, tuple[GroupShare, ...]], tuple[str, ...]]:
    """Compare the groups of each attribute of the roster, and name the attributes that cannot be shown.

    An attribute that nobody has is in neither.

    Args:
        by: attributes, the more important first.
        roster: may be empty; then there are no groups.
        amounts: seconds or characters of every person present, 0 for the silent.
        threshold: fewest people of whom a total may be shown or worked out.
    """
    attributes = {person.name: person.attributes for person in roster}
    shown: dict[str, Members] = {}
    withheld: list[str] = []
    for attribute in dict.fromkeys(by) if roster else ():
        members = find_groups([attributes.get(name, {}).get(attribute, "") for name in amounts])
        if members.keys() == {NOT_STATED}:
            continue
        pooled = pool_small(members, threshold)
        if pooled is None or discloses([*shown.values(), pooled], len(amounts), threshold):
            withheld.append(attribute)
        else:
            shown[attribute] = pooled
    values = list(amounts.values())
    return {attribute: compare_groups(members, values) for attribute, members in shown.items()}, tuple(withheld)


def find_groups(values: Sequence[str]) -> Members:
    """Group people by their value of an attribute, whatever its case; an empty value is a group of its own."""
    groups: dict[str, list[int]] = defaultdict(list)
    spelled: dict[str, str] = {}
    for person, value in enumerate(values):
        group = spelled.setdefault(value.strip().casefold(), value.strip())
        groups[group or NOT_STATED].append(person)
    return {group: tuple(people) for group, people in groups.items()}


def compare_groups(groups: Members, amounts: Sequence[float]) -> tuple[GroupShare, ...]:
    """Compare each group's share of the floor with its share of the heads.

    Args:
        groups: of one attribute, covering every person present once.
        amounts: seconds or characters of each person, 0 for the silent.

    share = sum over the group / sum over all; head_share = people in the group / all present; gap = share - head_share;
    ratio = share / head_share. low and high: percentile bootstrap (Efron and Tibshirani 1993) that draws people, not
    turns, 2,000 times with a fixed seed: what the share could have been with other people of the same kind.
    """
    values = np.asarray(amounts, dtype=np.float64)
    total = float(values.sum())
    n = len(values)
    membership = np.zeros((n, len(groups)))
    for column, members in enumerate(groups.values()):
        membership[list(members), column] = 1.0
    lows, highs = _intervals(values, membership)
    return tuple(
        _group_share(group, members, values, total, low, high)
        for (group, members), low, high in zip(groups.items(), lows, highs, strict=True)
    )


def _group_share(
    group: str,
    members: tuple[int, ...],
    values: NDArray[np.float64],
    total: float,
    low: float | None,
    high: float | None,
) -> GroupShare:
    own = values[list(members)]
    share = float(own.sum()) / total
    head_share = len(members) / len(values)
    return GroupShare(
        group=group,
        people=len(members),
        share=share,
        head_share=head_share,
        gap=share - head_share,
        ratio=share / head_share,
        low=low,
        high=high,
        silent=int((own == 0).sum()),
    )


def _intervals(
    values: NDArray[np.float64], membership: NDArray[np.float64]
) -> tuple[list[float | None], list[float | None]]:
    n, groups = membership.shape
    if n < _FEWEST_FOR_INTERVAL:
        return [None] * groups, [None] * groups
    drawn = np.random.default_rng(_SEED).multinomial(n, np.full(n, 1 / n), size=_RESAMPLES)
    totals = drawn @ values
    spoken = totals > 0
    shares = (drawn[spoken] @ (membership * values[:, None])) / totals[spoken, None]
    low, high = np.percentile(shares, _PERCENTILES, axis=0)
    return [float(value) for value in low], [float(value) for value in high]
