"""Notes that speak for two readings: they count in their own, and are read in both."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from itertools import starmap

from markupsafe import Markup

from nlp.consent import quotable
from nlp.readings.types import ElementReadings, Member
from service.presentation.i18n import Language
from service.presentation.team_marks import Marks
from service.presentation.text import Quote, anchor_of, label, quote

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
    also_said = ((reading, (unit for unit in reading.units if unit.also)) for reading in element.readings)
    found = [(unit, named[reading.id]) for reading, units in also_said for unit in quotable(units)]
    found.sort(key=lambda pair: -pair[0].typicality)

    @cache
    def said_as_well(others: tuple[str, ...]) -> Markup:
        return language.gettext("also: {labels}", labels=language.list([named[other] for other in others]))

    of_others: dict[str, list[tuple[Member, Markup]]] = defaultdict(list)
    also = {}
    for unit, own in found:
        also[anchor_of(unit)] = said_as_well(unit.also)
        for other in unit.also:
            of_others[other].append((unit, own))

    def shown(unit: Member, own: Markup) -> SharedNote:
        return SharedNote(quote(unit, marks, language), language.gettext("counted under {label}", label=own))

    return SharedNotes(
        {
            reading: NotesOfOthers(_words(len(notes), language), tuple(starmap(shown, notes[:SHOWN])))
            for reading, notes in of_others.items()
        },
        also,
    )


def _words(notes: int, language: Language) -> Markup:
    return language.ngettext(
        "{n} note of another reading says this too.", "{n} notes of other readings say this too.", notes
    )
