"""The parts of the agenda: bands on the timeline, and who was heard in each."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, permutations

from markupsafe import Markup

from nlp.participation.types import GroupShare, Participation, SegmentShares
from service.presentation.attributes import attribute_name
from service.presentation.i18n import Language
from service.presentation.masking.masking import People
from service.presentation.sessions.group_names import POOLED, group_name
from service.presentation.sessions.timeline import time_span
from service.presentation.text import name

MUCH = 0.2
LEAST_PART = 0.05
SAME_SHARE = 0.001


@dataclass(frozen=True)
class Band:
    """One part of the agenda on the timeline (`left` and `width` 0 to 100), and who was heard in it."""

    number: int
    name: Markup
    left: float
    width: float
    words: Markup


def bands(participation: Participation, people: People, language: Language) -> tuple[Band, ...]:
    """Return the parts of the agenda in which somebody spoke."""
    segments = participation.segments
    return tuple(
        Band(number, name(people.mask(segment.name)), left, width, _words(segment, people, language))
        for number, (segment, (left, width)) in enumerate(
            zip(segments, _places(segments, participation), strict=True), start=1
        )
    )


def agenda_sentences(participation: Participation, people: People, language: Language) -> tuple[Markup, ...]:
    """Return where a group's share differs by 20 points or more between parts of the agenda; one group an attribute.

    Parts with less than a twentieth of all talk are too short to say anything.
    """
    segments = participation.segments
    whole = sum(segment.amount for segment in segments)
    long = [segment for segment in segments if segment.amount >= LEAST_PART * whole]
    widest = [
        found for attribute, groups in participation.groups.items() if (found := _widest(attribute, groups, long))
    ]
    return tuple(
        _sentence(each, people, language) for each in sorted(widest, key=lambda each: -each.gap) if each.gap >= MUCH
    )


@dataclass(frozen=True)
class _Contrast:
    """A group and the two parts of the agenda in which it was heard least and most."""

    attribute: str
    group: str
    least: SegmentShares
    most: SegmentShares

    def share(self, segment: SegmentShares) -> float:
        """Return the group's share of a part."""
        return segment.groups[self.attribute][self.group]

    @property
    def gap(self) -> float:
        """Return by how much the shares differ."""
        return self.share(self.most) - self.share(self.least)


def _widest(attribute: str, groups: Sequence[GroupShare], segments: Sequence[SegmentShares]) -> _Contrast | None:
    """Return the widest contrast of an attribute's groups; of two that mirror each other the one heard less."""
    found = [
        _Contrast(attribute, group.group, least, most)
        for group in sorted(groups, key=lambda group: group.gap)
        if group.group not in POOLED
        for least, most in permutations(segments, 2)
    ]
    return max(found, key=lambda each: round(each.gap, 6), default=None)


def _sentence(contrast: _Contrast, people: People, language: Language) -> Markup:
    return language.gettext(
        "The group {group} ({attribute}) had {least} of the talk in {quiet} and {most} in {loud}.",
        group=group_name(contrast.group, language),
        attribute=attribute_name(contrast.attribute, language),
        least=language.percent(contrast.share(contrast.least)),
        quiet=name(people.mask(contrast.least.name)),
        most=language.percent(contrast.share(contrast.most)),
        loud=name(people.mask(contrast.most.name)),
    )


def _places(segments: Sequence[SegmentShares], participation: Participation) -> Iterator[tuple[float, float]]:
    """Yield left and width of each part: in seconds, or in what had been said so far where there are no times."""
    if participation.timed:
        first, length = time_span(participation)
        bounds = [((each.start or 0.0) - first, (each.end or 0.0) - first) for each in segments]
    else:
        ends = list(accumulate(each.amount for each in segments))
        length = ends[-1] if ends else 0.0
        bounds = list(zip([0.0, *ends], ends, strict=False))
    for start, end in bounds:
        left, right = (min(100.0, max(0.0, 100 * each / (length or 1.0))) for each in (start, end))
        yield round(left, 2), round(right - left, 2)


def _words(segment: SegmentShares, people: People, language: Language) -> Markup:
    shares = segment.people
    share = max(shares.values())
    most = [person for person, own in shares.items() if share - own < SAME_SHARE]
    if len(most) > 1:
        return language.gettext(
            "{n} people spoke, {names} most: {share} each",
            n=len(shares),
            names=language.list([people.call(each) for each in most]),
            share=language.percent(share),
        )
    return language.ngettext(
        "only {name} spoke",
        "{n} people spoke, {name} most: {share}",
        len(shares),
        name=people.call(most[0]),
        share=language.percent(share),
    )
