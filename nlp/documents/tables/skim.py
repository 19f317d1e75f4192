"""What a long table of notes holds, without keeping its notes: all is counted but languages, which a sample tells."""

from array import array
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from nlp.documents.note_dates import NoteDates, WrittenDate
from nlp.documents.tables.notes import Found, NotesTable, units_of
from nlp.documents.tables.table import Row, Table, UnreadRows
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


class _Tally:
    """What was counted so far."""

    def __init__(self, tables: Sequence[Table]) -> None:
        self._every = max(1, sum(len(table.rows) for table in tables) // _SAMPLED_ROWS)
        self.unread = UnreadRows(tables)
        self.notes = self.teamless = 0
        self.people: dict[str, None] = {}
        self.elements: dict[str, None] = {}
        self.dates: list[WrittenDate] = []
        self.of_date = array("L")
        self.sample: list[Found] = []

    def take(self, table: NotesTable, row: Row, at: int) -> None:
        """Count the notes of a row."""
        counts = table.counts(row, self.unread)
        notes = sum(count for _, count in counts)
        if not notes:
            return
        self.notes += notes
        self.people[table.attributes.value(row, "participant")] = None
        for source, count in counts:
            if count:
                self.elements[table.element(row, source)] = None
        if not table.attributes.value(row, "team"):
            self.teamless += sum(count for source, count in counts if not source.team)
        date = table.date(row)
        if date.text:
            self.dates.append(date)
            self.of_date.append(notes)
        if at % self._every == 0 or not self.sample:
            self.sample += table.pieces(row, UnreadRows(()))


def skim_notes_tables(source: str, tables: Sequence[Table], languages: Collection[str] | None) -> SkimmedNotes:
    """Return what tables with a column of text, or with columns of answers, hold.

    Raises:
        NothingToAnalyse: there is no note.
    """
    tally = _Tally(tables)
    for table in map(NotesTable, tables):
        for at, row in enumerate(table.table.rows):
            tally.take(table, row, at)
    dates = NoteDates.of(tally.dates, tables[0].date_order)
    counted = dates.counted(tally.dates, tally.of_date)
    units = units_of(source, tally.sample, languages, dates)
    return SkimmedNotes(
        notes=tally.notes,
        people=tuple(filter(None, tally.people)),
        elements=tuple(filter(None, tally.elements)),
        teamless=tally.teamless,
        unread=tally.unread.done(),
        dates=counted,
        sample=Notes(source, units),
    )
