"""What a long table of notes holds, without keeping its notes: all is counted but languages, which a sample tells."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from nlp.documents.note_dates import NoteDates, WrittenDate
from nlp.documents.tables.notes import Found, NotesTable, units_of
from nlp.documents.tables.table import Table, UnreadRows
from nlp.documents.types import DatesRead, Notes, Unread

_SAMPLED_ROWS = 2_500


@dataclass(frozen=True, slots=True)
class SkimmedNotes:
    """What tables of notes hold.

    Attributes:
        notes: how many there are.
        people, elements: whom and what they name, each once, in their order.
        teamless: notes that name no team.
        unread, dates: as of `Notes`.
        sample: the notes of rows at equal distances.
    """

    notes: int
    people: tuple[str, ...]
    elements: tuple[str, ...]
    teamless: int
    unread: Unread
    dates: DatesRead
    sample: Notes


def skim_notes_tables(source: str, tables: Sequence[Table], languages: Collection[str] | None) -> SkimmedNotes:
    """Return what tables with a column of text, or with columns of answers, hold.

    Raises:
        NothingToAnalyse: there is no note.
    """
    every = max(1, sum(len(table.rows) for table in tables) // _SAMPLED_ROWS)
    unread = UnreadRows(tables)
    people: dict[str, None] = {}
    elements: dict[str, None] = {}
    written: list[WrittenDate] = []
    sample: list[Found] = []
    teamless = 0
    for table in map(NotesTable, tables):
        for at, row in enumerate(table.table.rows):
            found = table.pieces(row, unread)
            if not found:
                continue
            attributes = table.attributes.of(row)
            people[attributes.get("participant", "")] = None
            elements |= dict.fromkeys(one.element for one in found)
            teamless += sum(not (one.source.team or "team" in attributes) for one in found)
            written += [table.date(row)] * len(found)
            sample += found if at % every == 0 else ()
    dates = NoteDates.of(written)
    units = units_of(source, sample or found, languages, dates)
    counted = dates.counted(written)
    return SkimmedNotes(
        notes=len(written),
        people=tuple(filter(None, people)),
        elements=tuple(filter(None, elements)),
        teamless=teamless,
        unread=unread.done(),
        dates=counted,
        sample=Notes(source, units),
    )
