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
from nlp.text.segment import Piece, segment, tidy

NO_TEXT = Message("no text")
_FIRST_ROWS = 50
_SHORT_ANSWER = 200


@dataclass(frozen=True, slots=True)
class _Source:
    """A column of text: whose cells speak of one element, or of the element of their row, and are one team's or not."""

    column: int
    question: str = ""
    element: str = ""
    team: str = ""


@dataclass(frozen=True, slots=True)
class _Found:
    """A piece of text, and where it was found."""

    table: "_NotesTable"
    row: Row
    source: _Source
    piece: Piece


class _NotesTable:
    """A table with what is told once for all its rows."""

    def __init__(self, table: Table) -> None:
        self.table = table
        self.sources = _sources(table)
        text = {source.column for source in self.sources}
        named = {*text, table.columns.get("element", -1), table.columns.get("language", -1)}
        self.attributes = AttributeColumns(table, named)
        self.date_column = _date_column(table)
        self.main_column = table.columns.get("text", table.columns.get("note"))

    def pieces(self, row: Row) -> list[_Found]:
        """Return what a row says, column by column."""
        return [
            _Found(self, row, source, piece)
            for source in self.sources
            if source.column not in row.repeated
            for piece in _cut(row.cell(source.column), source)
        ]


def read_notes_tables(source: str, tables: Sequence[Table], languages: Collection[str] | None) -> Notes:
    """Return the notes of tables with a column of text, or with columns of answers."""
    unread = UnreadRows(tables)
    found: list[_Found] = []
    for table in map(_NotesTable, tables):
        for row in table.table.rows:
            pieces = table.pieces(row)
            found += pieces
            if not pieces and any(one.column not in row.repeated for one in table.sources):
                unread.add(table.table, row, NO_TEXT)
    if not found:
        raise NothingToAnalyse(
            source, Message("there is no note in the table"), Message("Fill the column of the notes")
        )
    written = [_date_as_written(one.table, one.row) for one in found]
    dates = NoteDates.of(written, tables[0].date_order)
    declared = [language_tag(value_of(one.table.table, one.row, "language")) for one in found]
    told = settle_languages([one.piece.text for one in found], declared, languages)
    units = tuple(
        _unit(source, one, language, dates.iso(date)) for one, language, date in zip(found, told, written, strict=True)
    )
    return Notes(source, units, unread.done(), dates.counted(written))


def _sources(table: Table) -> tuple[_Source, ...]:
    answers = [
        _Source(column, table.roles[column].header, element=table.roles[column].name or table.roles[column].header)
        for column in table.columns_of(Role.ANSWERS)
    ]
    answers += [
        _Source(column, table.roles[column].header, team=table.roles[column].name or table.roles[column].header)
        for column in table.columns_of(Role.TEAM_NOTES)
    ]
    notes = [] if answers or "text" in table.columns or "note" not in table.columns else [table.columns["note"]]
    texts = [_Source(column) for column in (*table.columns_of(Role.TEXT), *notes)]
    return tuple(sorted((*answers, *texts), key=lambda one: one.column))


def _cut(cell: str, source: _Source) -> list[Piece]:
    """Return what a cell says; a long answer to a question is cut into its sentences."""
    return segment(cell, keep_notes=not source.question or len(cell) <= _SHORT_ANSWER)


def _date_as_written(table: _NotesTable, row: Row) -> WrittenDate:
    """Return the date of a row: of its column, else the one above the header, else when the answer was sent."""
    column = table.date_column
    date = tidy(row.cell(column)) or table.table.settings.get("date", "")
    return WrittenDate(row.number, table.table.header.cell(column), date)


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


def _unit(source: str, found: _Found, language: str, date: str) -> Unit:
    table, row, piece, text = found.table.table, found.row, found.piece, found.source
    attributes = found.table.attributes.of(row)
    attributes.pop("language", None)
    if date:
        attributes["date"] = date
    if text.team:
        attributes["team"] = text.team
    place = (piece.start,) if text.column == found.table.main_column else (text.column, piece.start)
    return Unit(
        id=stable_id(source, table.sheet, row.number, *place, piece.text),
        text=piece.text,
        language=language,
        source=source,
        line=row.number,
        start=piece.start,
        end=piece.end,
        element=text.element or value_of(table, row, "element") or None,
        attributes=attributes,
    )
