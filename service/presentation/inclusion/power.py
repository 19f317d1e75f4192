"""Who held power in sessions: what a session's page asks, and the sessions with and without beside each other."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from nlp.documents.types import Person
from nlp.participation.sessions.with_and_without import Measure, WithAndWithout
from nlp.participation.types import Participation
from nlp.readings.types import ElementReadings
from nlp.statistics.verdicts import Verdict
from service.inclusion.power import critical_in
from service.inclusion.power_picture import Codings
from service.inclusion.power_types import Holder, Kind, PowerInSession, PowerNote, PowerPicture
from service.names.slugs import slugify
from service.presentation.attributes import attribute_name
from service.presentation.i18n import Language
from service.presentation.masking.masking import People
from service.presentation.text import Label, label
from service.types import Session

FIELD = "="
"""Between attribute and name of a holder in a form; an attribute has no such sign."""

_SHARES = frozenset({Measure.SILENT, Measure.CRITICAL})
_OF_A_WHOLE = 100.0


def kinds(language: Language) -> dict[Kind, Markup]:
    """Return the kinds of power in words."""
    return {
        Kind.LEAD: language.gettext("the lead organisation"),
        Kind.FUNDER: language.gettext("a funder"),
        Kind.HEAD: language.gettext("the head of an organisation"),
        Kind.SENIOR: language.gettext("superiors of those present"),
    }


# on the page of a session


@dataclass(frozen=True)
class Choice:
    """A person or a group that may have held power; `value` stands in what is sent."""

    value: str
    words: Markup
    chosen: bool


@dataclass(frozen=True)
class KindRow:
    """One kind of power: whether it was said, who can be chosen, and the facilitator's words."""

    kind: Kind
    field: str
    words: Markup
    there: bool | None
    choices: tuple[Choice, ...]
    said: str


@dataclass(frozen=True)
class SessionPowerView:
    """What was noted of a session, in a sentence, and what can be noted."""

    lead: Markup
    rows: tuple[KindRow, ...]


def session_power(
    notes: Sequence[PowerNote],
    participation: Participation,
    roster: Sequence[Person],
    people: People,
    language: Language,
) -> SessionPowerView:
    """Turn what was noted of a session into what its page shows.

    Args:
        notes: of the session.
        participation: who was there.
        roster: of the programme.
        people: what everybody is called on the page.
        language: of the reader.
    """
    there = [each.name for each in participation.speakers] + list(participation.silent)
    noted = {each.kind: each for each in notes}
    known = [(Holder("", name), Markup.escape(people.call(name))) for name in there]
    known += [(each, _group(each, language)) for each in _groups(there, roster)]
    rows = []
    for kind, words in kinds(language).items():
        note = noted.get(kind)
        chosen = note.holders if note else ()
        choices = tuple(Choice(as_field(each), text, each in chosen) for each, text in known)
        gone = tuple(Choice(as_field(each), _called(each, people, language), chosen=True) for each in chosen)
        others = tuple(each for each in gone if each.value not in {one.value for one in choices})
        said = note.words if note else ""
        rows.append(KindRow(kind, slugify(kind.value), words, note.there if note else None, choices + others, said))
    return SessionPowerView(_noted(notes, language), tuple(rows))


def as_field(holder: Holder) -> str:
    """Return a holder as it stands in a form."""
    return f"{holder.attribute}{FIELD}{holder.name}"


def holder_of(field: str) -> Holder:
    """Return the holder that stands in a form."""
    attribute, _, name = field.partition(FIELD)
    return Holder(attribute, name)


def _groups(there: Sequence[str], roster: Sequence[Person]) -> list[Holder]:
    present = set(there)
    found = {
        Holder(attribute, value): None
        for person in roster
        if person.name in present
        for attribute, value in person.attributes.items()
        if value
    }
    return sorted(found, key=lambda each: (each.attribute, each.name))


def _called(holder: Holder, people: People, language: Language) -> Markup:
    return _group(holder, language) if holder.attribute else Markup.escape(people.call(holder.name))


def _group(holder: Holder, language: Language) -> Markup:
    return language.gettext(
        "{attribute}: {group}", attribute=attribute_name(holder.attribute, language), group=holder.name
    )


def _noted(notes: Sequence[PowerNote], language: Language) -> Markup:
    words = kinds(language)
    there = [words[each.kind] for each in notes if each.there]
    if there:
        return language.gettext("Noted as there: {kinds}.", kinds=language.list(there))
    if notes:
        absent = [words[each.kind] for each in notes]
        return language.gettext("Noted as not there: {kinds}.", kinds=language.list(absent))
    return language.gettext("Nothing is noted yet. Only facilitators see this.")


# all sessions


@dataclass(frozen=True)
class Dot:
    """One session or day of a measure; `left` 0 to 100."""

    left: float
    words: Markup


@dataclass(frozen=True)
class MeasureRow:
    """One measure: its dots in sessions with and without, and what can be said of the difference."""

    title: Markup
    held: tuple[Dot, ...]
    not_held: tuple[Dot, ...]
    scale: tuple[Markup, Markup]
    words: Markup


@dataclass(frozen=True)
class SessionRow:
    """A session in the list: whether somebody held power in it, who, and what they had of it."""

    session: Session
    words: Markup
    part: Markup | None
    said: tuple[str, ...]


@dataclass(frozen=True)
class Coding:
    """An element whose readings can be coded as critical; `critical` None where nobody did so yet."""

    slug: str
    name: str
    readings: tuple[tuple[str, Label], ...]
    critical: frozenset[str] | None


@dataclass(frozen=True)
class PowerView:
    """All that the page shows."""

    lead: tuple[Markup, ...]
    kinds: tuple[tuple[str, Markup, bool], ...]
    measures: tuple[MeasureRow, ...]
    sessions: tuple[SessionRow, ...]
    codings: tuple[Coding, ...]


def power_view(
    picture: PowerPicture,
    sessions: Sequence[Session],
    readings: Sequence[ElementReadings],
    codings: Codings,
    language: Language,
) -> PowerView:
    """Turn sessions with and without beside each other into what the page shows.

    Args:
        picture: of a programme.
        sessions: of the programme.
        readings: that can be coded, none while they are not found.
        codings: what was coded.
        language: of the reader.
    """
    by_slug = {each.slug: each for each in sessions}
    chosen = [(kind.value, words, kind is picture.kind) for kind, words in kinds(language).items()]
    return PowerView(
        lead=tuple(_lead(picture, language)),
        kinds=(("", language.gettext("any of them"), picture.kind is None), *chosen),
        measures=tuple(_measure(each, language) for each in picture.compared),
        sessions=tuple(_session(each, by_slug[each.session], language) for each in picture.sessions),
        codings=tuple(_coding(each, codings, language) for each in readings if each.readings),
    )


def _lead(picture: PowerPicture, language: Language) -> Iterator[Markup]:
    states = [each.held for each in picture.sessions]
    held, not_held, unsaid = (states.count(state) for state in (True, False, None))
    if not held + not_held:
        yield language.gettext("It is not noted of any session yet who held power in it.")
        return
    yield language.gettext(
        "Sessions in which somebody who held power was there: {held}. Sessions in which nobody was: {without}.",
        held=held,
        without=not_held,
    )
    if unsaid:
        yield language.ngettext("Of {n} more session it is not noted.", "Of {n} more sessions it is not noted.", unsaid)
    tested = [each for each in picture.compared if each.verdict is not Verdict.TOO_FEW]
    differ = [_title(each.measure, language) for each in tested if each.verdict is Verdict.DIFFERS]
    if not tested:
        yield language.gettext(
            "That is too few to say whether people spoke otherwise; it takes some {n} sessions of each kind.",
            n=picture.fewest,
        )
    elif differ:
        yield language.gettext(
            "More than chance would have it, they differ in this: {measures}.", measures=language.list(differ)
        )
    else:
        yield language.gettext("No difference between them is larger than chance would have it.")


def _title(measure: Measure, language: Language) -> Markup:
    titles: Mapping[Measure, Markup] = {
        Measure.SILENT: language.gettext("how many of those present said nothing"),
        Measure.EVENNESS: language.gettext("how evenly the floor was shared"),
        Measure.TURN: language.gettext("how long turns were"),
        Measure.NOTE: language.gettext("how long notes of that day were"),
        Measure.CRITICAL: language.gettext("how many notes of that day were critical"),
    }
    return titles[measure]


def _amount(measure: Measure, value: float, language: Language) -> Markup:
    if measure in _SHARES:
        return Markup.escape(language.percent(value))
    if measure is Measure.EVENNESS:
        return language.gettext("{percent} of full evenness", percent=language.percent(value))
    return language.ngettext("{n} letter", "{n} letters", round(value))


def _measure(found: WithAndWithout, language: Language) -> MeasureRow:
    values = [*found.held, *found.not_held]
    is_share = found.measure in _SHARES or found.measure is Measure.EVENNESS
    most = 1.0 if is_share else max(values) or 1.0

    def dots(own: Sequence[float]) -> tuple[Dot, ...]:
        return tuple(
            Dot(round(_OF_A_WHOLE * each / most, 2), _amount(found.measure, each, language)) for each in sorted(own)
        )

    scale = _amount(found.measure, 0.0, language), _amount(found.measure, most, language)
    return MeasureRow(
        _title(found.measure, language), dots(found.held), dots(found.not_held), scale, _words(found, language)
    )


def _words(found: WithAndWithout, language: Language) -> Markup:
    if found.difference is None:
        return language.gettext("There is nothing to hold it against yet.")
    held = sum(found.held) / len(found.held)
    without = sum(found.not_held) / len(found.not_held)
    means = language.gettext(
        "On average {held} with and {without} without.",
        held=_amount(found.measure, held, language),
        without=_amount(found.measure, without, language),
    )
    return means + " " + _verdict(found, language)


def _verdict(found: WithAndWithout, language: Language) -> Markup:
    if found.low is None or found.high is None:
        return language.gettext("Too few to say.")
    between = {
        "low": _difference(found.measure, found.low, language),
        "high": _difference(found.measure, found.high, language),
    }
    if found.verdict is Verdict.DIFFERS:
        return language.gettext("Chance would hardly do that; the difference may be from {low} to {high}.", **between)
    return language.gettext("That may be chance; the difference may be from {low} to {high}.", **between)


def _difference(measure: Measure, value: float, language: Language) -> Markup:
    sign = "+" if value > 0 else "−" if value < 0 else ""
    size = abs(value)
    if measure in _SHARES or measure is Measure.EVENNESS:
        return language.gettext("{sign}{number} percentage points", sign=sign, number=round(_OF_A_WHOLE * size))
    return language.gettext("{sign}{number} letters", sign=sign, number=round(size))


def _session(given: PowerInSession, session: Session, language: Language) -> SessionRow:
    part = None
    if given.part:
        part = language.gettext(
            "They were {n} of {present} people and had {share} of what was said.",
            n=given.part.people,
            present=given.part.present,
            share=language.percent(given.part.share),
        )
    said = tuple(each.words for each in given.notes if each.words)
    words = _noted(given.notes, language) if given.notes else language.gettext("Nothing is noted yet.")
    return SessionRow(session, words, part, said)


def _coding(readings: ElementReadings, codings: Codings, language: Language) -> Coding:
    own = tuple((each.id, label(each, language)) for each in readings.readings)
    return Coding(slugify(readings.element), readings.element, own, critical_in(readings, codings))
