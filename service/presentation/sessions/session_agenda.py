"""The parts of the agenda: bands on the timeline, and who was heard in each."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import permutations

from markupsafe import Markup

from nlp.json_form import Json
from service.presentation.attributes import attribute_name
from service.presentation.i18n import Language
from service.presentation.masking.masking import People
from service.presentation.sessions.session_sentences import POOLED, group_name
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


def bands(participation: Json, people: People, language: Language) -> tuple[Band, ...]:
    """Return the parts of the agenda in which somebody spoke."""
    segments = participation["segments"]
    return tuple(
        Band(number, name(people.mask(str(segment["name"]))), left, width, _words(segment, people, language))
        for number, (segment, (left, width)) in enumerate(
            zip(segments, _places(segments, participation), strict=True), start=1
        )
    )


def agenda_sentences(participation: Json, people: People, language: Language) -> tuple[Markup, ...]:
    """Return where a group's share differs by 20 points or more between parts of the agenda; one group an attribute.

    Parts with less than a twentieth of all talk are too short to say anything.
    """
    segments = participation["segments"]
    whole = sum(float(segment["amount"]) for segment in segments)
    long = [segment for segment in segments if float(segment["amount"]) >= LEAST_PART * whole]
    widest = [
        found for attribute, groups in participation["groups"].items() if (found := _widest(attribute, groups, long))
    ]
    return tuple(
        _sentence(each, people, language) for each in sorted(widest, key=lambda each: -each.gap) if each.gap >= MUCH
    )


@dataclass(frozen=True)
class _Contrast:
    """A group and the two parts of the agenda in which it was heard least and most."""

    attribute: str
    group: str
    least: Json
    most: Json

    def share(self, segment: Json) -> float:
        """Return the group's share of a part."""
        return float(segment["groups"][self.attribute][self.group])

    @property
    def gap(self) -> float:
        """Return by how much the shares differ."""
        return self.share(self.most) - self.share(self.least)


def _widest(attribute: str, groups: Sequence[Json], segments: Sequence[Json]) -> _Contrast | None:
    """Return the widest contrast of an attribute's groups; of two that mirror each other the one heard less."""
    found = [
        _Contrast(attribute, str(group["group"]), least, most)
        for group in sorted(groups, key=lambda group: float(group["gap"]))
        if group["group"] not in POOLED
        for least, most in permutations(segments, 2)
    ]
    return max(found, key=lambda each: round(each.gap, 6), default=None)


def _sentence(contrast: _Contrast, people: People, language: Language) -> Markup:
    return language.gettext(
        "The group {group} ({attribute}) had {least} of the talk in {quiet} and {most} in {loud}.",
        group=group_name(contrast.group, language),
        attribute=attribute_name(contrast.attribute, language),
        least=language.percent(contrast.share(contrast.least)),
        quiet=name(people.mask(str(contrast.least["name"]))),
        most=language.percent(contrast.share(contrast.most)),
        loud=name(people.mask(str(contrast.most["name"]))),
    )


def _places(segments: Sequence[Json], participation: Json) -> Iterator[tuple[float, float]]:
    """Yield left and width of each part: in seconds, or in what had been said so far where there are no times."""
    if participation["timed"]:
        first = min((float(each["start"]) for each in participation["timeline"]), default=0.0)
        length = max((float(each["end"]) for each in participation["timeline"]), default=1.0) - first
        bounds = [(float(each["start"]) - first, float(each["end"]) - first) for each in segments]
    else:
        length = sum(float(each["amount"]) for each in segments)
        ends = [sum(float(each["amount"]) for each in segments[: at + 1]) for at in range(len(segments))]
        bounds = list(zip([0.0, *ends], ends, strict=False))
    for start, end in bounds:
        left, right = (min(100.0, max(0.0, 100 * each / (length or 1.0))) for each in (start, end))
        yield round(left, 2), round(right - left, 2)


def _words(segment: Json, people: People, language: Language) -> Markup:
    shares = segment["people"]
    share = max(map(float, shares.values()))
    most = [person for person, own in shares.items() if share - float(own) < SAME_SHARE]
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
