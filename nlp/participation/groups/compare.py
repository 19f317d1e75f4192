"""Groups of the roster against the room."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from nlp.documents.types import Person
from nlp.participation.groups.against_chance import AgainstChance, Room
from nlp.participation.groups.expected_shares import Expected, expected_parts, fold
from nlp.participation.types import GroupShare
from nlp.statistics.disclosure import discloses
from nlp.statistics.pooling import OTHER, Members, pool_small

NOT_STATED = "not stated"
"""Name of the group of people whose attribute is empty."""

NOT_ON_ROSTER = "not on the roster"
"""Name of the group of people whom the roster does not know."""

DRAWS = 2000
"""Ways of choosing a group's people that are tried for the interval of one session."""

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]


def compare_by(
    by: Sequence[str],
    roster: Sequence[Person],
    amounts: Mapping[str, float],
    threshold: int,
    expected: Expected = MappingProxyType({}),
    beside: Sequence[Members] = (),
    spoke: Collection[str] = (),
) -> tuple[dict[str, tuple[GroupShare, ...]], tuple[str, ...]]:
    """Compare the groups of each attribute of the roster, and name the attributes that cannot be shown.

    An attribute that nobody has is in neither.

    Args:
        by: attributes, the more important first.
        roster: may be empty; then there are no groups.
        amounts: seconds or characters of every person present, 0 for the silent.
        threshold: fewest people of whom a total may be shown or worked out.
        expected: shares that the facilitator set for groups; all others are measured against their heads.
        beside: groups of the same people whose totals are shown elsewhere.
        spoke: people who are not silent though their amount is 0: they wrote an emoji, or their cue has no length.
    """
    shown, withheld = groups_to_show(by, roster, amounts, threshold, beside)
    said = list(amounts.values())
    heard = [amount > 0 or name in spoke for name, amount in amounts.items()]
    return {
        attribute: compare_groups(members, said, expected_parts(values_of(attribute, roster, amounts), expected), heard)
        for attribute, members in shown.items()
    }, withheld


def groups_to_show(
    by: Sequence[str],
    roster: Sequence[Person],
    names: Collection[str],
    threshold: int,
    beside: Sequence[Members] = (),
) -> tuple[dict[str, Members], tuple[str, ...]]:
    """Return the groups of each attribute that can be shown, and the attributes that cannot; see `compare_by`."""
    shown: dict[str, Members] = {}
    withheld: list[str] = []
    stated = {attribute: values_of(attribute, roster, names) for attribute in by} if roster else {}
    for attribute, values in stated.items():
        members = find_groups(values)
        if members.keys() <= {NOT_STATED, NOT_ON_ROSTER}:
            continue
        pooled = _strangers_apart(members, [*beside, *shown.values()], len(names), threshold)
        if pooled is None:
            withheld.append(attribute)
        else:
            shown[attribute] = pooled
    return shown, tuple(withheld)


def _strangers_apart(members: Members, beside: Sequence[Members], people: int, threshold: int) -> Members | None:
    """Pool small groups, people who are not on the roster only where nothing else protects a small group.

    How many strangers there are and how much they said tells nothing of what the roster says, so their line may stand
    for fewer than `threshold` people.
    """
    seen = [{NOT_ON_ROSTER: each[NOT_ON_ROSTER]} for each in beside if NOT_ON_ROSTER in each]
    strangers = {group: each for group, each in members.items() if group == NOT_ON_ROSTER}
    own = pool_small({group: each for group, each in members.items() if group not in strangers}, threshold)
    if own is not None and not discloses([*beside, own], people, threshold, [*seen, strangers]):
        return {**own, **strangers}
    pooled = pool_small(members, threshold) if strangers else None
    return None if pooled is None or discloses([*beside, pooled], people, threshold, seen) else pooled


def values_of(attribute: str, roster: Sequence[Person], names: Iterable[str]) -> list[str]:
    """Return what the roster says of each name, "" where it says nothing, "not on the roster" of all others."""
    said = {person.name: person.attributes.get(attribute, "") for person in roster}
    return [said.get(name, NOT_ON_ROSTER) for name in names]


def members_of(
    groups: Mapping[str, Sequence[GroupShare]], roster: Sequence[Person], names: Collection[str]
) -> dict[str, dict[str, tuple[str, ...]]]:
    """Return attribute -> group -> names of the people in it, for groups that `compare_by` shows."""
    found: dict[str, dict[str, tuple[str, ...]]] = {}
    for attribute, shown in groups.items():
        own = {fold(group.group): group.group for group in shown}
        rest = OTHER if any(group.group == OTHER for group in shown) else NOT_STATED
        group_of = {
            name: own.get(fold(value) or NOT_STATED, rest)
            for name, value in zip(names, values_of(attribute, roster, names), strict=True)
        }
        found[attribute] = {
            group.group: tuple(name for name in names if group_of[name] == group.group) for group in shown
        }
    return found


def find_groups(values: Sequence[str]) -> Members:
    """Group people by their value of an attribute, whatever its case; an empty value is a group of its own."""
    groups: dict[str, list[int]] = defaultdict(list)
    spelled = {"": NOT_STATED, NOT_STATED: NOT_STATED, NOT_ON_ROSTER: NOT_ON_ROSTER, OTHER: OTHER}
    for person, value in enumerate(values):
        groups[spelled.setdefault(fold(value), value.strip())].append(person)
    return {group: tuple(people) for group, people in groups.items()}


def compare_groups(
    groups: Members,
    amounts: Sequence[float],
    expected: Sequence[float] | None = None,
    heard: Sequence[bool] | None = None,
) -> tuple[GroupShare, ...]:
    """Compare each group's share of the floor with its share of the heads, or with a share that was set for it.

    Args:
        groups: of one attribute, covering every person present once.
        amounts: seconds or characters of each person, 0 for the silent.
        expected: part of the floor expected of each person, adding up to 1; None: 1 / n of everybody.
        heard: who said anything; None: those whose amount is above 0.

    share = sum over the group / sum over all; head_share = people in the group / all present; expected_share = sum of
    `expected` over the group; gap = share - expected_share; ratio = share / expected_share. low and high: how far the
    share hangs on single people (`nlp.participation.groups.against_chance`). They leave out the expected share in at
    most 5 of 100 sessions in which groups make no difference, but a session has many groups, and is not tested.
    """
    values = np.asarray(amounts, dtype=np.float64)
    parts = np.full(len(values), 1 / len(values)) if expected is None else np.asarray(expected)
    spoken = values > 0 if heard is None else np.asarray(heard)
    shares = values / values.sum()
    return tuple(_compare(group, np.array(members), shares, parts, spoken) for group, members in groups.items())


def _compare(group: str, members: Ints, shares: Floats, parts: Floats, spoken: NDArray[np.bool_]) -> GroupShare:
    share, expected, heads = float(shares[members].sum()), float(parts[members].sum()), len(members) / len(shares)
    low, high = _interval(members, shares, parts)
    return GroupShare(
        group=group,
        people=len(members),
        share=share,
        head_share=heads,
        expected_share=expected,
        gap=share - expected,
        ratio=share / expected if expected else None,
        low=low,
        high=high,
        silent=len(members) - int(spoken[members].sum()),
    )


def _interval(members: Ints, shares: Floats, parts: Floats) -> tuple[float | None, float | None]:
    inside = np.isin(np.arange(len(shares)), members)
    everybody = np.ones((1, len(shares)), dtype=np.bool_)
    chance = AgainstChance.of(Room(shares[None, :], everybody, parts[None, :], inside), DRAWS)
    gaps = chance.gap_interval() if chance else None
    if gaps is None:
        return None, None
    expected = float(parts[members].sum())
    return max(0.0, expected + gaps[0]), min(1.0, expected + gaps[1])
