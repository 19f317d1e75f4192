"""Groups of so few people that showing them would show the people: pooled, or the attribute left out."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from nlp.documents.types import Unit
from nlp.readings.groups.holders import speaker_of
from nlp.smallest import DEFAULT, Smallest
from nlp.statistics.disclosure import discloses
from nlp.statistics.pooling import OTHER, Members, pool_small

COLLECTIVE = frozenset({"team", "organisation", "language", "review"})
"""Attributes of partners, not of persons; all others are taken to be personal."""


def smallest_group(attribute: str, smallest: Smallest = DEFAULT) -> int:
    """Return the fewest people that a group of this attribute must have to be shown."""
    return smallest.collective if attribute in COLLECTIVE else smallest.personal


@dataclass(frozen=True, slots=True)
class Compared:
    """Notes as they may be compared.

    Attributes:
        units: in the order that was given; where a value would show too few people it is "other", or "" if the
            attribute cannot be shown at all.
        withheld: attributes that cannot be shown.
    """

    units: tuple[Unit, ...]
    withheld: tuple[str, ...]


def pool_small_groups(units: Sequence[Unit], by: Sequence[str], smallest: Smallest = DEFAULT) -> Compared:
    """Pool the groups of one element that are too small to show, so that they cannot be worked out either.

    Gender, role, seniority, age and every other attribute of a person: a group of fewer than `smallest.personal` people
    who wrote on the element joins "other", together with the next smallest where it could still be found by
    subtraction; people of whom the attribute is not known are such a group too. An attribute is left out if it cannot
    be shown even so, or if adding and subtracting its groups and those of other attributes would give the notes of
    fewer people (`suppression.discloses`). What teams and organisations alone give away does not count.

    Teams, organisations and reviews are shown from `smallest.collective` people on, which is one; languages always,
    since every quote shows its own. A team of two is a partner in its own right, known to all by the name under which
    it writes; to pool it with others would take its voice out of the very comparison that is made so that no partner is
    overlooked. Who needs more anonymity raises the number.

    People are counted where notes name them; a note without a participant counts as somebody's own, as in all tests.
    Summaries are protected, not the notes: these keep their attributes in the result. What several results give away
    together, such as those of one review and of all reviews, is not looked at here but in `protected_notes`; where that
    left nothing but "other", the attribute is left out.

    Args:
        units: all notes of the element, named and nameless.
        by: attributes to compare, the more important first: of two that together give people away the later is left
            out.
        smallest: fewest people of a group.
    """
    speakers = values_of_speakers(units, [attribute for attribute in by if attribute != "language"])
    groups = {attribute: members_of(values.values()) for attribute, values in speakers.items() if any(values.values())}
    known = [own for attribute, own in groups.items() if smallest_group(attribute, smallest) <= 1]
    everybody = {"": tuple(range(max(map(len, speakers.values()), default=0)))}
    shown: list[Members] = []
    recode: dict[str, Mapping[str, str]] = {}
    for attribute, own in groups.items():
        threshold = smallest_group(attribute, smallest)
        if threshold <= 1:
            continue
        pooled = None if own.keys() == {OTHER} else pool(own, threshold)
        if pooled is None or discloses([*shown, pooled], len(everybody[""]), threshold, [*known, everybody]):
            recode[attribute] = {}
        else:
            shown.append(pooled)
            recode[attribute] = {group: group if group in pooled else OTHER for group in own}
    withheld = tuple(attribute for attribute, names in recode.items() if not names)
    return Compared(tuple(_recoded(unit, recode) for unit in units), withheld)


def values_of_speakers(units: Sequence[Unit], attributes: Sequence[str]) -> dict[str, dict[str, str]]:
    """Return attribute -> speaker -> value, "" if unknown; of several values the first by the alphabet.

    Speakers are in the order of their first notes.
    """
    speakers = [speaker_of(unit) for unit in units]
    found = {attribute: dict.fromkeys(speakers, "") for attribute in attributes}
    for attribute, values in found.items():
        for speaker, unit in zip(speakers, units, strict=True):
            value = unit.attributes.get(attribute, "")
            values[speaker] = min(filter(None, (values[speaker], value)), default="")
    return found


def members_of(values: Iterable[str]) -> Members:
    """Return value -> the people who have it, counted in their order."""
    groups: dict[str, list[int]] = {}
    for speaker, value in enumerate(values):
        groups.setdefault(value, []).append(speaker)
    return {group: tuple(speakers) for group, speakers in groups.items()}


def pool(groups: Members, threshold: int) -> Members | None:
    """Return the groups as they may be shown; a single group is as large as the element, which is shown anyway."""
    if len(groups) == 1:
        return groups if all(len(speakers) >= threshold for speakers in groups.values()) else None
    return pool_small(groups, threshold)


def _recoded(unit: Unit, recode: Mapping[str, Mapping[str, str]]) -> Unit:
    """Return the note with the names under which its groups are shown; a value that no speaker counts for has none."""
    new = {
        attribute: names.get(value, "")
        for attribute, names in recode.items()
        if names.get(value := unit.attributes.get(attribute, ""), "") != value
    }
    return replace(unit, attributes={**unit.attributes, **new}) if new else unit
