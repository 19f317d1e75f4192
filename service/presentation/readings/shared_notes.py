"""Notes that speak for two readings: they count in their own, and are read in both."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from nlp.consent import quotable
from nlp.readings.types import ElementReadings, Member
from service.presentation.i18n import Language
from service.presentation.team_marks import Marks
from service.presentation.text import Quote, label, quote

SHOWN = 5


@dataclass(frozen=True)
class SharedNote:
    """A note of another reading, and which reading that is."""

    quote: Quote
    counted_under: Markup


@dataclass(frozen=True)
class NotesOfOthers:
    """The notes of other readings that speak for one as well: how many, in words, and the most typical of them."""

    words: Markup
    notes: tuple[SharedNote, ...]


@dataclass(frozen=True)
class SharedNotes:
    """All of one element: reading -> notes of other readings, and anchor of a note -> what it says as well."""

    of_others: Mapping[str, NotesOfOthers]
    also: Mapping[str, Markup]


def shared_notes(element: ElementReadings, marks: Marks, language: Language) -> SharedNotes:
    """Return the notes of an element that speak for a second reading."""
    named = {reading.id: label(reading, language).name for reading in element.readings}
    found = [(unit, named[reading.id]) for reading in element.readings for unit in quotable(reading.units) if unit.also]
    found.sort(key=lambda pair: -pair[0].typicality)
    of_others: dict[str, list[SharedNote]] = defaultdict(list)
    also = {}
    for unit, own in found:
        shown = SharedNote(quote(unit, marks, language), language.gettext("counted under {label}", label=own))
        also[shown.quote.anchor] = _also(unit, named, language)
        for other in unit.also:
            of_others[other].append(shown)
    return SharedNotes({reading: _of_others(notes, language) for reading, notes in of_others.items()}, also)


def _of_others(notes: Sequence[SharedNote], language: Language) -> NotesOfOthers:
    words = language.ngettext(
        "{n} note of another reading says this too.", "{n} notes of other readings say this too.", len(notes)
    )
    return NotesOfOthers(words, tuple(notes[:SHOWN]))


def _also(unit: Member, named: Mapping[str, Markup], language: Language) -> Markup:
    return language.gettext("also: {labels}", labels=language.list([named[other] for other in unit.also]))
