"""Tables as one workbook: a dictionary first, then a sheet each; every text is text, whatever it begins with."""

import io
from collections.abc import Iterator, Sequence
from copy import copy
from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import TYPE_CHECKING, Any

from nlp.frames.table import Column, Kind, Row, Table, Value
from nlp.messages import msgid
from service.exports.tables.cells import clean, day_of, finite, looks_like_formula
from service.exports.tables.dictionary import About, dictionary_of
from service.exports.tables.sheets_aside import put_aside

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.cell import Cell
    from openpyxl.worksheet._write_only import WriteOnlyWorksheet

MOST_ROWS = 1_048_576
MOST_SIGNS = 32_767
"""What a sheet and a cell of Excel hold; a sign beyond the first 65,536 counts as two."""

CUT = " […]"
IN_EXCEL = msgid(
    "Excel holds 32,767 letters a cell and 1,048,576 rows a sheet: a longer text ends with […], and a longer table "
    "goes on in a sheet with (2) in its name. CSV and JSON Lines have all of it."
)
LONG = frozenset(
    {"text", "text_a", "text_b", "text_before", "text_after", "note", "meaning", "question", "line_written", "to_do"}
)
WIDTHS = {Kind.TEXT: 20.0, Kind.WHOLE: 10.0, Kind.NUMBER: 12.0, Kind.TRUTH: 9.0, Kind.DATE: 12.0}
LONG_WIDTH = 70.0
_ERRORS = frozenset({"#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A"})


def write_xlsx(tables: Sequence[Table], about: About) -> bytes:
    """Return tables as a workbook: heads that stay, filters, real numbers and dates.

    Raises:
        OSError: the folder for temporary files has no room for its sheets.
    """
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    book.properties.creator, book.properties.title = "Manyvoices", clean(about.title)
    stream = io.BytesIO()
    with put_aside(book):
        for table in (dictionary_of(tables, about, IN_EXCEL), *tables):
            _write_table(book, table)
        book.save(stream)
    return stream.getvalue()


def _write_table(book: "Workbook", table: Table) -> None:
    rows = iter(table.rows)
    number = 1
    while (part := list(islice(rows, MOST_ROWS - 1))) or number == 1:
        name = table.name if number == 1 else f"{table.name} ({number})"
        _write_sheet(book.create_sheet(name), table.columns, part)
        number += 1


def _write_sheet(sheet: Any, columns: Sequence[Column], rows: Sequence[Row]) -> None:  # noqa: ANN401 - the stubs know neither filters nor widths
    from openpyxl.utils import get_column_letter

    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(columns))}{len(rows) + 1}"
    for place, column in enumerate(columns, start=1):
        sheet.column_dimensions[get_column_letter(place)].width = _width(column)
    cells = _Cells.of(sheet)
    sheet.append([cells.head(column.name) for column in columns])
    wraps = [column.name in LONG for column in columns]
    dates = [column.kind is Kind.DATE for column in columns]
    for row in rows:
        sheet.append(list(cells.row(row, wraps, dates)))


def _width(column: Column) -> float:
    return LONG_WIDTH if column.name in LONG else max(WIDTHS[column.kind], len(column.name) + 3.0)


@dataclass(frozen=True)
class _Cells:
    """Makes the cells of one sheet; what needs no style stays a plain value, which is ten times as quick."""

    sheet: "WriteOnlyWorksheet"
    wrapped: "Cell"
    bold: "Cell"

    @classmethod
    def of(cls, sheet: "WriteOnlyWorksheet") -> "_Cells":
        from openpyxl.cell import WriteOnlyCell
        from openpyxl.styles import Alignment, Font

        wrapped, bold = WriteOnlyCell(sheet), WriteOnlyCell(sheet)
        wrapped.alignment = Alignment(wrap_text=True, vertical="top")
        bold.font = Font(bold=True)
        return cls(sheet, wrapped, bold)

    def head(self, name: str) -> "Cell":
        return self._cell(clean(name), self.bold)

    def row(self, row: Row, wraps: Sequence[bool], dates: Sequence[bool]) -> "Iterator[Value | date | Cell]":
        for value, wrap, dated in zip(row, wraps, dates, strict=True):
            if not isinstance(value, str):
                yield finite(value)
            elif dated and (day := day_of(value)):
                yield day
            else:
                yield self._text(value, wrap=wrap)

    def _text(self, given: str, *, wrap: bool) -> "Value | Cell":
        if not given:
            return None
        text = cut(clean(given))
        formula = looks_like_formula(text) or text in _ERRORS
        if not formula and not wrap:
            return text
        cell = self._cell(text, self.wrapped if wrap else None)
        cell.quotePrefix = formula
        return cell

    def _cell(self, text: str, like: "Cell | None") -> "Cell":
        from openpyxl.cell import WriteOnlyCell

        cell = WriteOnlyCell(self.sheet, value=text)
        cell.data_type = "s"
        if like is not None:
            cell._style = copy(like._style)  # type: ignore[attr-defined]  # the stubs know no styles of cells
        return cell


def cut(text: str) -> str:
    """Return a text as far as a cell holds it, with a mark where it is cut."""
    if len(text) <= MOST_SIGNS // 2 or _signs(text) <= MOST_SIGNS:
        return text
    kept = text.encode("utf-16-le")[: 2 * (MOST_SIGNS - len(CUT))].decode("utf-16-le", "ignore")
    return kept + CUT


def _signs(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2
