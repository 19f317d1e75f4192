"""The page on which a facilitator changes the readings of an element, and the list of what was changed."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from markupsafe import Markup

from nlp.consent import quotable
from nlp.documents.types import Unit
from nlp.readings.edits.types import Outcome
from nlp.readings.types import ElementReadings, Interpretation, Reading
from service.names.slugs import slugify
from service.presentation.i18n import NAMES, Language, language_of
from service.presentation.messages import say
from service.presentation.team_marks import Marks
from service.presentation.text import Label, Quote, label, quote

MOST_NOTES = 200


@dataclass(frozen=True)
class Change:
    """One change: what it says, why it could not be applied if so, on which element, when and by whom."""

    id: str
    said: Markup
    why_not: Markup | None
    element: str
    when: str
    by: str


@dataclass(frozen=True)
class Note:
    """A note that can be ticked."""

    id: str
    quote: Quote


@dataclass(frozen=True)
class Naming:
    """The form that names a reading.

    Attributes:
        value: what stands in it: the name, "" where there is none yet.
        code: the language of `value`.
        proposals: clauses of its notes with their languages.
        others: code, name and value of the other languages of the interface.
    """

    value: str
    code: str
    proposals: tuple[tuple[str, str], ...]
    others: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True)
class Place:
    """Where notes are: a reading, or those that stand alone (its id is then "").

    Attributes:
        label: of the reading, None for notes that stand alone.
        size: how many notes there are, in words.
        notes: those at the edge of the reading first, because they are the likeliest to be in the wrong place.
        more: how many notes are not shown, in words.
        others: id and label of the other readings.
        naming: its form, None for notes that stand alone.
        open: whether somebody came to name it.
    """

    id: str
    label: Label | None
    size: Markup
    notes: tuple[Note, ...]
    more: Markup | None
    others: tuple[tuple[str, str], ...]
    naming: Naming | None = None
    open: bool = False


@dataclass(frozen=True)
class EditsView:
    """All that the page shows; `changes` are those of the element and of elements that are gone, newest first."""

    name: str
    changes: tuple[Change, ...]
    readings: tuple[Place, ...]
    alone: Place | None


def edits_view(
    readings: Interpretation, element: ElementReadings, marks: Marks, language: Language, named: str = ""
) -> EditsView:
    """Turn an element, and what was changed in it, into the page; `named` is the reading that somebody came to name."""
    names = [(each.id, label(each, language)) for each in element.readings]
    others = {slugify(each.element) for each in readings.elements} - {slugify(element.element)}
    said = [outcome for outcome in readings.edits if slugify(outcome.element) not in others]
    places = tuple(
        replace(
            _place(reading_id, given, quotable(reading.units[::-1]), names, marks, language),
            naming=naming(reading, language),
            open=reading_id == named,
        )
        for (reading_id, given), reading in zip(names, element.readings, strict=True)
    )
    alone = _place("", None, quotable(element.alone), names, marks, language) if element.alone else None
    return EditsView(element.element, changes(said, language)[::-1], places, alone)


def naming(reading: Reading, language: Language) -> Naming:
    """Return the form that names a reading, with what it is called now."""
    shown = label(reading, language)
    value = "" if shown.example else reading.given or shown.text
    units = {text: unit.language for text in reading.proposals for unit in reading.units if text in unit.text}
    others = tuple((code, language.language_name(code), reading.given_in.get(code, "")) for code in NAMES)
    return Naming(value, language_of(value), tuple((text, units.get(text, "")) for text in reading.proposals), others)


def changes(outcomes: Sequence[Outcome], language: Language) -> tuple[Change, ...]:
    """Return what people changed as sentences, in the order in which it was changed."""
    return tuple(_change(outcome, language) for outcome in outcomes)


def _change(outcome: Outcome, language: Language) -> Change:
    why_not = outcome.why_not
    return Change(
        id=outcome.id,
        said=say(outcome.says, language),
        why_not=language.gettext("Not applied: {why}", why=say(why_not, language)) if why_not else None,
        element=outcome.element,
        when=language.date(outcome.made),
        by=outcome.by,
    )


def _place(
    reading_id: str,
    given: Label | None,
    units: Sequence[Unit],
    names: Sequence[tuple[str, Label]],
    marks: Marks,
    language: Language,
) -> Place:
    left = len(units) - MOST_NOTES
    return Place(
        id=reading_id,
        label=given,
        size=language.ngettext("{n} note", "{n} notes", len(units)),
        notes=tuple(Note(unit.id, quote(unit, marks, language)) for unit in units[:MOST_NOTES]),
        more=language.ngettext("{n} more note", "{n} more notes", left) if left > 0 else None,
        others=tuple((other, name.line) for other, name in names if other != reading_id),
    )
