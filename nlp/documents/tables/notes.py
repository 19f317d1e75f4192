"""Tables with a column of text to notes."""

from collections.abc import Collection, Sequence

from nlp.documents.tables.column_names import language_tag
from nlp.documents.tables.table import Row, Table, UnreadRows, attributes_of, value_of
from nlp.documents.types import Notes, Unit
from nlp.documents.unit_ids import settle_languages, stable_id
from nlp.errors import NothingToAnalyse
from nlp.messages import Message
from nlp.text.segment import Piece, segment


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
    declared = [language_tag(value_of(table, row, "language")) for table, row, _ in found]
    told = settle_languages([piece.text for _, _, piece in found], declared, languages)
    units = tuple(_unit(source, *place, language) for place, language in zip(found, told, strict=True))
    return Notes(source, units, unread.done())


def _text_column(table: Table) -> int:
    return table.columns["text"] if "text" in table.columns else table.columns["note"]


def _unit(source: str, table: Table, row: Row, piece: Piece, language: str) -> Unit:
    named = {_text_column(table), table.columns.get("element", -1), table.columns.get("language", -1)}
    attributes = attributes_of(table, row, named)
    attributes.pop("language", None)
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
