"""How the notes of an element are laid out, and what else they could be: fewer readings, more, or heaps and notes."""

from dataclasses import dataclass

from markupsafe import Markup

from nlp.documents.types import Unit
from nlp.readings.edits.align import notes_of
from nlp.readings.types import ElementReadings
from service.presentation.i18n import Language
from service.presentation.readings.caveats import is_hardly_sorted
from service.presentation.readings.dot_layout import MOST
from service.presentation.team_marks import Marks
from service.presentation.text import Quote, quote


@dataclass(frozen=True)
class Layout:
    """One way to lay out the notes, in words, and the numbers of readings beside it; None where there is no such.

    Attributes:
        words: how many readings this way has.
        fewer, more: the numbers to ask for.
    """

    words: Markup
    fewer: int | None
    more: int | None


@dataclass(frozen=True)
class Pile:
    """Notes that seem to say the same, in words how many, and those that a page can hold."""

    words: Markup
    notes: tuple[Quote, ...]


@dataclass(frozen=True)
class NotesFirst:
    """What an element opens with whose readings are hardly better than chance: heaps, then all other notes."""

    heaps: tuple[Pile, ...]
    others: Pile | None


def layout(element: ElementReadings, language: Language) -> Layout | None:
    """Return how the notes are laid out; None where there is no reading."""
    count = len(element.readings)
    if not count:
        return None
    words = language.ngettext(
        "One way to lay out these notes: in one reading.", "One way to lay out these notes: in {n} readings.", count
    )
    more = max(count, element.laid_out or 0) + 1
    return Layout(words, count - 1 if count > 1 else None, more if more <= element.most_readings else None)


def notes_first(element: ElementReadings, marks: Marks, language: Language) -> NotesFirst | None:
    """Return the heaps and notes of an element whose readings are not to be trusted, None for all others.

    Where a person has named, filled or joined readings they stand for themselves, and the page opens with them.
    """
    if not is_hardly_sorted(element):
        return None
    notes = {unit.id: unit for unit in notes_of(element)}
    heaped = [[notes[each] for each in heap if each in notes] for heap in element.heaps]
    inside = {unit.id for heap in heaped for unit in heap}
    others = [unit for unit in notes.values() if unit.id not in inside]

    def pile(units: list[Unit]) -> Pile:
        words = language.ngettext("{n} note", "{n} notes", len(units))
        return Pile(words, tuple(quote(unit, marks, language) for unit in units[:MOST]))

    return NotesFirst(tuple(pile(heap) for heap in heaped if heap), pile(others) if others else None)
