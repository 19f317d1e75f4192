"""Tables with a column of text to notes."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from nlp.documents.note_dates import NoteDates, WrittenDate
from nlp.documents.plan import Role
from nlp.documents.tables.column_names import is_moment, language_tag
from nlp.documents.tables.table import AttributeColumns, Row, Table, UnreadRows, value_of
from nlp.documents.types import Notes, Unit
from nlp.documents.unit_ids import settle_languages, stable_id
from nlp.errors import NothingToAnalyse
from nlp.messages import Message
from nlp.text.dates.read import DateDoubt, read_dates
from nlp.text.segmentation.inline_lists import may_hold_list, separated_items
from nlp.text.segmentation.segment import Piece, is_one_plain_line, segment, tidy
from nlp.text.sentences import trim_span

NO_TEXT = Message("no text")
_FIRST_ROWS = 50
_SHORT_ANSWER = 200


@dataclass(frozen=True, slots=True)
class Source:
    """A column of text: whose cells speak of one element, or of the element of their row, and are one team's or not."""

    column: int
    question: str = ""
    element: str = ""
    team: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """A piece of text, and where it was found."""

    table: "NotesTable"
    row: Row
    source: Source
    piece: Piece

    @property
    def element(self) -> str:
        """The element that it speaks of, "" for none."""
        return self.table.element(self.row, self.source)

    def attributes(self, date: str) -> dict[str, str]:
        """Return what is said beside it, with its date as it was read."""
        attributes = self.table.attributes.of(self.row)
        attributes.pop("language", None)
        if date:
            attributes["date"] = date
        if self.source.team:
            attributes["team"] = self.source.team
        return attributes


class NotesTable:
    """A table with what is told once for all its rows."""

    def __init__(self, table: Table) -> None:
        self.table = table
        self.sources = _sources(table)
        text = {source.column for source in self.sources}
        named = {*text, table.columns.get("element", -1), table.columns.get("language", -1)}
        self.attributes = AttributeColumns(table, named)
        self.date_column = _date_column(table)
        self.main_column = table.columns.get("text", table.columns.get("note"))

    def pieces(self, row: Row, unread: UnreadRows) -> list[Found]:
        """Return what a row says, column by column; one that says nothing is counted as unread."""
        pieces = [
            Found(self, row, source, piece)
            for source in self.sources
            if source.column not in row.repeated
            for piece in self._cut(row.cell(source.column), source)
        ]
        if not pieces and any(one.column not in row.repeated for one in self.sources):
            unread.add(self.table, row, NO_TEXT)
        return pieces

    def counts(self, row: Row, unread: UnreadRows) -> list[tuple[Source, int]]:
        """Return how many pieces of each column of text `pieces` would find, without keeping them."""
        own = [source for source in self.sources if source.column not in row.repeated]
        counts = [(source, self._count(row.cell(source.column), source)) for source in own]
        if own and not any(count for _, count in counts):
            unread.add(self.table, row, NO_TEXT)
        return counts

    def element(self, row: Row, source: Source) -> str:
        """Return the element that a cell speaks of, "" for none."""
        return source.element or value_of(self.table, row, "element")

    def date(self, row: Row) -> WrittenDate:
        """Return the date of a row: of its column, else the one above the header, else when the answer was sent."""
        date = tidy(row.cell(self.date_column)) or self.table.settings.get("date", "")
        return WrittenDate(row.number, self.table.header.cell(self.date_column), date)

    def _count(self, cell: str, source: Source) -> int:
        if not cell:
            return 0
        return 1 if is_one_plain_line(cell) else len(self._cut(cell, source))

    def _cut(self, cell: str, source: Source) -> list[Piece]:
        return _whole(cell) if self.table.whole else _cut(cell, source)


def read_notes_tables(source: str, tables: Sequence[Table], languages: Collection[str] | None) -> Notes:
    """Return the notes of tables with a column of text, or with columns of answers."""
    unread = UnreadRows(tables)
    found = [
        piece for table in map(NotesTable, tables) for row in table.table.rows for piece in table.pieces(row, unread)
    ]
    written = [one.table.date(one.row) for one in found]
    dates = NoteDates.of(written, tables[0].date_order)
    return Notes(source, units_of(source, found, languages, dates), unread.done(), dates.counted(written))


def units_of(
    source: str, found: Sequence[Found], languages: Collection[str] | None, dates: NoteDates
) -> tuple[Unit, ...]:
    """Return what was found as units.

    Raises:
        NothingToAnalyse: it is nothing.
    """
    if not found:
        raise NothingToAnalyse(
            source, Message("there is no note in the table"), Message("Fill the column of the notes")
        )
    declared = [language_tag(value_of(one.table.table, one.row, "language")) for one in found]
    told = settle_languages([one.piece.text for one in found], declared, languages)
    return tuple(_unit(source, one, language, dates) for one, language in zip(found, told, strict=True))


def _sources(table: Table) -> tuple[Source, ...]:
    answers = [
        Source(column, table.roles[column].header, element=table.roles[column].name or table.roles[column].header)
        for column in table.columns_of(Role.ANSWERS)
    ]
    answers += [
        Source(column, table.roles[column].header, team=table.roles[column].name or table.roles[column].header)
        for column in table.columns_of(Role.TEAM_NOTES)
    ]
    notes = [] if answers or "text" in table.columns or "note" not in table.columns else [table.columns["note"]]
    texts = [Source(column) for column in (*table.columns_of(Role.TEXT), *notes)]
    return tuple(sorted((*answers, *texts), key=lambda one: one.column))


def _whole(cell: str) -> list[Piece]:
    start, end = trim_span(cell, 0, len(cell))
    return [Piece(tidy(cell), start, end)] if start < end else []


def _cut(cell: str, source: Source) -> list[Piece]:
    """Return what a cell says: a list is its items, a long answer to a question its sentences."""
    if may_hold_list(cell) and (items := separated_items(cell)):
        return [Piece(tidy(cell[start:end]), start, end) for start, end in items]
    return segment(cell, keep_notes=not source.question or len(cell) <= _SHORT_ANSWER)


def _date_column(table: Table) -> int | None:
    if "date" in table.columns:
        return table.columns["date"]
    return None if "date" in table.settings else _sent_column(table)


def _sent_column(table: Table) -> int | None:
    """Return the column of a form's answers that says when each was sent, None where there is none."""
    for column, name in enumerate(table.header.cells):
        if is_moment(name):
            sent = [text for row in table.rows[:_FIRST_ROWS] if (text := tidy(row.cell(column)))]
            doubts = [one.doubt for one in read_dates(sent)]
            return column if sent and all(doubt in (None, DateDoubt.DAY_OR_MONTH) for doubt in doubts) else None
    return None


def _unit(source: str, found: Found, language: str, dates: NoteDates) -> Unit:
    table, row, piece, column = found.table, found.row, found.piece, found.source.column
    place = (piece.start,) if column == table.main_column else (column, piece.start)
    return Unit(
        id=stable_id(source, table.table.sheet, row.number, *place, piece.text),
        text=piece.text,
        language=language,
        source=source,
        line=row.number,
        start=piece.start,
        end=piece.end,
        element=found.element or None,
        attributes=found.attributes(dates.iso(table.date(row))),
    )
