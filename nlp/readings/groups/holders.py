"""Who holds a reading, who lacks it, and what all groups share."""

from collections import Counter
from collections.abc import Mapping, Sequence

import numpy as np

from nlp.documents.types import Unit
from nlp.readings.types import Holding
from nlp.statistics.verdicts import ReadingStatus, Verdict

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


def count_groups(units: Sequence[Unit], attribute: str) -> dict[str, int]:
    """Return group -> number of units, in order of first appearance; units without the attribute are left out."""
    return dict(Counter(value for unit in units if (value := attribute_of(unit, attribute))))


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
