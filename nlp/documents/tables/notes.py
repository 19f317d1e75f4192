"""Tables with a column of text to notes."""

from collections.abc import Collection, Sequence

from nlp.documents.note_dates import NoteDates, WrittenDate
from nlp.documents.tables.column_names import is_moment, language_tag
from nlp.documents.tables.table import Row, Table, UnreadRows, attributes_of, value_of
from nlp.documents.types import Notes, Unit
from nlp.documents.unit_ids import settle_languages, stable_id
from nlp.errors import NothingToAnalyse
from nlp.messages import Message
from nlp.text.dates.read import DateDoubt, read_dates
from nlp.text.segment import Piece, segment, tidy

_FIRST_ROWS = 50


def read_notes_tables(source: str, tables: Sequence[Table], languages: Collection[str] | None) -> Notes:
    """Return the notes of tables with a column of text."""
    unread = UnreadRows(tables)
    found: list[tuple[Table, Row, Piece]] = []
    for table in tables:
        column = _text_column(table)
        for row in table.rows:
            pieces = [] if column in row.repeated else segment(row.cell(column), keep_notes=True)
            found += [(table, row, piece) for piece in pieces]
            if not pieces and column not in row.repeated:
                unread.add(row, "no text")
    if not found:
        raise NothingToAnalyse(
            source, Message("there is no note in the table"), Message("Fill the column of the notes")
        )
    written = _dates_as_written(tables, [(table, row) for table, row, _ in found])
    dates = NoteDates.of(written)
    declared = [language_tag(value_of(table, row, "language")) for table, row, _ in found]
    told = settle_languages([piece.text for _, _, piece in found], declared, languages)
    units = tuple(
        _unit(source, *place, language, dates.iso(date))
        for place, language, date in zip(found, told, written, strict=True)
    )
    return Notes(source, units, unread.done(), dates.counted(written))


def _text_column(table: Table) -> int:
    return table.columns["text"] if "text" in table.columns else table.columns["note"]


def _dates_as_written(tables: Sequence[Table], rows: Sequence[tuple[Table, Row]]) -> list[WrittenDate]:
    """Return the date of every row: of its column, else the one above the header, else when the answer was sent."""
    columns = {id(table): _date_column(table) for table in tables}
    return [
        WrittenDate(
            row.number,
            table.header.cell(columns[id(table)]),
            tidy(row.cell(columns[id(table)])) or table.settings.get("date", ""),
        )
        for table, row in rows
    ]


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


def _unit(source: str, table: Table, row: Row, piece: Piece, language: str, date: str) -> Unit:
    named = {_text_column(table), table.columns.get("element", -1), table.columns.get("language", -1)}
    attributes = attributes_of(table, row, named)
    attributes.pop("language", None)
    if date:
        attributes["date"] = date
    return Unit(
        id=stable_id(source, table.sheet, row.number, piece.start, piece.text),
        text=piece.text,
        language=language,
        source=source,
        line=row.number,
        start=piece.start,
        end=piece.end,
        element=value_of(table, row, "element") or None,
        attributes=attributes,
    )
