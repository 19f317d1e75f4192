"""Notes with the attributes of people as any question may show them, so that no two answers together tell more."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from nlp.documents.types import Unit
from nlp.readings.groups.holders import speaker_of
from nlp.readings.groups.small_groups import COLLECTIVE, members_of, pool, values_of_speakers
from nlp.statistics.disclosure import discloses_parts
from nlp.statistics.pooling import OTHER, Members
from nlp.text.words import wording

OF_NOTES = frozenset({"participant", "date"})
"""Attributes of a note that are no groups of people."""

REVIEW = "review"

Names = Mapping[str, str]
"""Value of an attribute -> the group under which it is shown."""


def protect_notes(
    units: Sequence[Unit],
    by: Collection[str],
    review: str | None = None,
    first: Sequence[str] = (),
    threshold: int = 3,
) -> tuple[Unit, ...]:
    """Return the notes of a review, or all, what is asked of people pooled as `other` where it may not be shown.

    `pool_small_groups` looks at one question: the notes of one review, or all, by some attributes. Here every question
    that can be asked of these notes is looked at together, so that what it may show never depends on what else was
    asked: the notes of all reviews first, then those of each review; for each the attributes of people in an order that
    does not change. What would give away fewer than `threshold` people together with what comes before it is not shown:
    all its values are `other`. Women who are five in all and three in March are not shown for March, since the two
    others could be found by subtraction.

    Teams, organisations, languages and reviews are known to everybody, as in `small_groups`. Elements are looked at one
    by one: their notes are different notes. Groups are protected, not lists of notes: whoever lists notes beside them
    leaves the attributes of people out.

    Args:
        units: all notes of a programme, with their attribute "review" where it is known.
        by: attributes that are asked for; the others stay as they are, whatever may be shown of them.
        review: only notes of this review are returned; None returns all.
        first: attributes that come before all others, the most important first; the others follow by the alphabet.
        threshold: fewest people of whom anything may be shown or worked out.
    """
    personal = _personal(units, first)
    elements: dict[str, list[Unit]] = {}
    worded = cache(wording)
    for unit in units:
        elements.setdefault(worded(unit.element or ""), []).append(unit)
    audits = {name: _Audit.of(own, personal, threshold) for name, own in elements.items()}
    return tuple(
        audits[worded(unit.element or "")].protected(unit, by, review)
        for unit in units
        if review is None or unit.attributes.get(REVIEW, "") == review
    )


def _personal(units: Sequence[Unit], first: Sequence[str]) -> tuple[str, ...]:
    there = {name for unit in units for name, value in unit.attributes.items() if value} - COLLECTIVE - OF_NOTES
    return tuple(dict.fromkeys([*(name for name in first if name in there), *sorted(there)]))


@dataclass(frozen=True, slots=True)
class _Audit:
    """What may be shown of one element.

    Attributes:
        values: attribute -> speaker -> the value that counts for them, "" if unknown.
        names: (review, attribute) -> its groups as they are shown; None is all reviews. What is not there is not shown.
    """

    values: Mapping[str, Mapping[str, str]]
    names: Mapping[tuple[str | None, str], Names]

    @classmethod
    def of(cls, units: Sequence[Unit], personal: Sequence[str], threshold: int) -> "_Audit":
        """Look at all questions about an element in their order."""
        parts = _Parts.of(units)
        values = values_of_speakers(units, [*personal, *sorted(COLLECTIVE - {"language", REVIEW})])
        there = [attribute for attribute in personal if any(values[attribute].values())]
        collective = [own for attribute, own in values.items() if attribute in COLLECTIVE]
        known = [parts.groups(own, inside) for inside in parts.reviews for own in ({}, *collective)]
        shown: list[Members] = []
        names: dict[tuple[str | None, str], Names] = {}
        for review in parts.reviews:
            for attribute in there:
                for new in _poolings([values[attribute][speaker] for speaker in parts.speakers(review)], threshold):
                    called = {speaker: new.get(value, "") for speaker, value in values[attribute].items()}
                    asked = parts.groups(called, review)
                    if not discloses_parts([*shown, asked], parts.owners, threshold, known):
                        shown.append(asked)
                        names[review, attribute] = new
                        break
        return cls({attribute: values[attribute] for attribute in there}, names)

    def protected(self, unit: Unit, by: Collection[str], review: str | None) -> Unit:
        """Return a note with the groups under which its speaker is shown, "" for a value that does not count."""
        speaker = speaker_of(unit)
        new = dict(unit.attributes)
        for attribute, values in ((name, self.values[name]) for name in by if name in self.values):
            names = self.names.get((review, attribute))
            if names is None:
                new[attribute] = OTHER
            elif new.get(attribute, ""):
                new[attribute] = names.get(new[attribute], "") if new[attribute] == values[speaker] else ""
            elif names.get(values[speaker]) == OTHER:
                new[attribute] = OTHER
        return unit if new == unit.attributes else replace(unit, attributes=new)


@dataclass(frozen=True, slots=True)
class _Parts:
    """The notes of one element, those of each speaker in each review together.

    Attributes:
        parts: (speaker, review) of each, "" for notes of no review.
        owners: (parts,) the number of the speaker of each.
        reviews: None, which is all, then each by the alphabet.
    """

    parts: tuple[tuple[str, str], ...]
    owners: tuple[int, ...]
    reviews: tuple[str | None, ...]

    @classmethod
    def of(cls, units: Sequence[Unit]) -> "_Parts":
        parts = tuple(dict.fromkeys((speaker_of(unit), unit.attributes.get(REVIEW, "")) for unit in units))
        number: dict[str, int] = {}
        owners = tuple(number.setdefault(speaker, len(number)) for speaker, _ in parts)
        return cls(parts, owners, (None, *sorted({review for _, review in parts} - {""})))

    def speakers(self, review: str | None) -> list[str]:
        """Return who wrote in a review, each once."""
        return list(dict.fromkeys(speaker for speaker, own in self.parts if review in (None, own)))

    def groups(self, values: Mapping[str, str], review: str | None) -> Members:
        """Return the parts of a review by a value of their speakers; all are one group where none has a value."""
        found: dict[str, list[int]] = {}
        for part, (speaker, own) in enumerate(self.parts):
            if review in (None, own):
                found.setdefault(values.get(speaker, ""), []).append(part)
        return {group: tuple(own) for group, own in found.items()}


def _poolings(values: Sequence[str], threshold: int) -> Iterator[Names]:
    """Yield the names under which values may be shown as far as that goes by itself, more and more of them pooled."""
    groups = members_of(values)
    if groups.keys() == {""}:
        yield {"": ""}
        return
    pooled = pool(groups, threshold) or {}
    kept = [group for _, group in sorted((len(own), group) for group, own in pooled.items() if group != OTHER)]
    for joined in (0, *(2**step for step in range(len(kept).bit_length()))):
        alone = set(kept[joined:])
        if alone - {""} and (joined != 1 or OTHER in pooled):
            yield {group: group if group in alone else OTHER for group in groups}
