"""Who holds a reading, who lacks it, and whether the groups differ by more than chance."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import hypot, sqrt

import numpy as np
from numpy.typing import NDArray

from nlp.documents.types import Unit
from nlp.readings.types import Contrast, Difference, Holding
from nlp.statistics.label_permutation import chance_tallies, tally
from nlp.statistics.multiple_comparisons import holm, testable
from nlp.statistics.verdicts import ReadingStatus, Verdict, verdict_of

DIFFERS, NO_DIFFERENCE, TOO_FEW = Verdict.DIFFERS, Verdict.NO_DIFFERENCE, Verdict.TOO_FEW
SHARED, CONTESTED, ONE_GROUP = ReadingStatus.SHARED, ReadingStatus.CONTESTED, ReadingStatus.ONE_GROUP

DRAWS = 4000
ENOUGH_NOTES = 3
ENOUGH_TO_SHARE = 2


def attribute_of(unit: Unit, name: str) -> str:
    """Return a unit's value of an attribute, "" if unknown; as a language "bn-Latn" counts as "bn", "und" as ""."""
    if name == "language":
        return unit.language.partition("-")[0].replace("und", "")
    return unit.attributes.get(name, "")


def speaker_of(unit: Unit) -> str:
    """Return whose note it is; a note without a participant is somebody's own."""
    return unit.attributes.get("participant") or f"\0{unit.id}"


def wilson(count: int, of: int, z: float = 1.959964) -> tuple[float, float]:
    """Return the Wilson score interval of count/of, (0, 1) for of = 0 (Wilson 1927, JASA 22, 209-212)."""
    if not of:
        return 0.0, 1.0
    share = count / of
    centre = share + z * z / (2 * of)
    spread = z * sqrt(share * (1 - share) / of + z * z / (4 * of * of))
    scale = 1 + z * z / of
    return max(0.0, (centre - spread) / scale), min(1.0, (centre + spread) / scale)


def count_groups(units: Sequence[Unit], attribute: str) -> dict[str, int]:
    """Return group -> number of units, in order of first appearance; units without the attribute are left out."""
    return dict(Counter(value for unit in units if (value := attribute_of(unit, attribute))))


def holding(count: int, of: int) -> Holding:
    """Return how much count/of is, with its interval."""
    return Holding(count, of, count / of if of else 0.0, *wilson(count, of))


def holdings(members: Sequence[Unit], groups: Mapping[str, int], attribute: str) -> dict[str, Holding]:
    """Return group -> holding for every group that spoke on the element, in the order of `groups`."""
    inside = count_groups(members, attribute)
    return {group: holding(inside.get(group, 0), of) for group, of in groups.items()}


def contrasts(held: Mapping[str, Holding]) -> dict[str, Contrast]:
    """Return group -> its share less that of all other groups together; nothing where there are no others.

    The interval is the hybrid score interval, method 10 of Newcombe (1998, Statistics in Medicine 17, 873-890), built
    from the Wilson intervals of the two shares. Like these it takes notes as independent; the test does not.
    """
    found = {}
    all_count, all_of = sum(each.count for each in held.values()), sum(each.of for each in held.values())
    for group, own in held.items():
        count, of = all_count - own.count, all_of - own.of
        if not of or not own.of:
            continue
        low, high = wilson(count, of)
        rest = count / of
        below, above = hypot(own.share - own.low, high - rest), hypot(own.high - own.share, rest - low)
        difference = own.share - rest
        found[group] = Contrast(difference, max(-1.0, difference - below), min(1.0, difference + above))
    return found


def missing(held: Mapping[str, Holding]) -> tuple[str, ...]:
    """Return the groups that spoke on the element and never in this reading."""
    return tuple(group for group, holding in held.items() if holding.count == 0)


def heard(groups: Mapping[str, int]) -> tuple[str, ...]:
    """Return the groups with `ENOUGH_NOTES` notes: the silence of the others tells nothing."""
    return tuple(group for group, of in groups.items() if of >= ENOUGH_NOTES)


def status(held: Mapping[str, Holding], verdict: Verdict) -> ReadingStatus:
    """Return "shared", "contested", "one group" or "too few to say".

    Of the groups that were heard (`ENOUGH_NOTES`) there must be two. Shared: all of them say it with `ENOUGH_TO_SHARE`
    notes or more and no difference was seen. One group: nobody else says it at all. Contested: groups differ beyond
    chance, or somebody who was heard does not say it. Too few to say: all of them say it, somebody with hardly a note,
    and no difference was seen.
    """
    of = heard({group: holding.of for group, holding in held.items()})
    holders = [group for group, holding in held.items() if holding.count]
    if len(of) < 2 or not holders:
        return ReadingStatus.TOO_FEW
    if len(holders) == 1:
        return ReadingStatus.ONE_GROUP
    fewest = min(held[group].count for group in of)
    if verdict == Verdict.DIFFERS or not fewest:
        return ReadingStatus.CONTESTED
    return ReadingStatus.SHARED if fewest >= ENOUGH_TO_SHARE else ReadingStatus.TOO_FEW


def common_ground(readings: Sequence[Mapping[str, Holding]], groups: Mapping[str, int]) -> float:
    """Return the geometric mean over groups of the share of their notes in readings that every group holds, 0 to 1.

    A geometric mean, so that one group left out counts, and adding a group like the others changes nothing (the product
    over groups that Polis uses falls with every group). Only groups that were heard count; one agrees with itself.
    """
    names = heard(groups)
    if len(names) < 2:
        return 1.0
    shared = [held for held in readings if all(held[group].count for group in names)]
    shares = [sum(held[group].count for held in shared) / groups[group] for group in names]
    return float(np.exp(np.mean(np.log(shares)))) if all(shares) else 0.0


def differences(
    units: Sequence[Unit], labels: NDArray[np.int64], by: Sequence[str], draws: int = DRAWS
) -> dict[str, dict[int, Difference]]:
    """Test for every attribute and reading whether its share differs between groups.

    Statistic: chi-squared of (in the reading) x group. Its distribution under no difference comes from permuting the
    groups among participants, each with all their notes; notes without a participant stand for themselves, and somebody
    in two groups counts once in each. Holm-corrected over all readings and attributes of the element that could show a
    difference at all (`testable`).

    Args:
        units: the n notes of one element.
        labels: (n,) reading numbers from 0, -1 for notes that stand alone.
        by: attributes.
        draws: permutations; p = (1 + draws at least as extreme) / (1 + draws) (Phipson and Smyth 2010).

    Returns:
        attribute -> reading number -> difference.
    """
    found = {(name, reading): each for name in by for reading, each in _test(units, labels, name, draws).items()}
    tried = testable({key: each.smallest for key, each in found.items()})
    corrected = holm({key: each.p_value for key, each in found.items() if key in tried})
    return {
        attribute: {
            reading: Difference(corrected.get((name, reading)), each.effect, verdict_of(corrected.get((name, reading))))
            for (name, reading), each in found.items()
            if name == attribute
        }
        for attribute in by
    }


@dataclass(frozen=True, slots=True)
class _Evidence:
    """The p-value of a test, the smallest that it can give with these notes, and Cramér's V."""

    p_value: float
    smallest: float
    effect: float


def _test(units: Sequence[Unit], labels: NDArray[np.int64], attribute: str, draws: int) -> dict[int, _Evidence]:
    """Return reading number -> evidence."""
    names = range(int(labels.max()) + 1) if len(labels) else range(0)
    groups: dict[str, int] = {}
    blocks: dict[tuple[int, str], int] = {}
    placed = [
        (label, blocks.setdefault((groups.setdefault(group, len(groups)), speaker_of(unit)), len(blocks)))
        for label, unit in zip(labels.tolist(), units, strict=True)
        if (group := attribute_of(unit, attribute))
    ]
    if len(groups) < 2:
        return dict.fromkeys(names, _Evidence(1.0, 1.0, 0.0))
    label, block = np.array(placed).T
    width = len(names) + 1
    cells = block * width + label % width
    counts = np.bincount(cells, minlength=len(blocks) * width).reshape(-1, width).astype(np.float64)
    owner = np.array([group for group, _ in blocks], dtype=np.int64)
    observed = _chi_squared(tally(counts, owner[None, :], len(groups)))[0]
    drawn = _chi_squared(chance_tallies(counts, owner, len(groups), draws))
    p_values = _share_above(drawn, observed)
    smallest = _share_above(drawn, np.maximum(drawn.max(axis=0), observed))
    effects = np.sqrt(observed / counts.sum())
    return {name: _Evidence(float(p_values[name]), float(smallest[name]), float(effects[name])) for name in names}


def _share_above(drawn: NDArray[np.float64], limit: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return (readings,) (1 + draws at or above the limit) / (1 + draws)."""
    return np.asarray((1 + (drawn >= limit - 1e-9).sum(axis=0)) / (1 + len(drawn)))


def _chi_squared(table: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return (draws, readings) from tallies whose last column holds the notes that stand alone."""
    size = table.sum(axis=2, keepdims=True)
    inside = table[:, :, :-1]
    total = size.sum(axis=1, keepdims=True)
    share = inside.sum(axis=1, keepdims=True) / total
    expected = size * share
    variance = np.where(share * (1 - share) > 0, size * share * (1 - share), 1.0)
    return np.asarray((((inside - expected) ** 2) / variance).sum(axis=1))
