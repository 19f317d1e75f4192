"""XLSX workbooks: every visible sheet, dates in ISO form, merged cells filled."""

import io
import warnings
from datetime import date, datetime, time
from typing import TYPE_CHECKING

from nlp.documents.tables.table import Grid, Row
from nlp.documents.zip_safety import check_office_file
from nlp.errors import UnreadableFile
from nlp.messages import Message

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_MOST_CELLS = 10_000_000


def read_workbook(source: str, data: bytes) -> list[Grid]:
    """Return a grid for every visible sheet that holds something; a lone one has no name.

    Raises:
        UnreadableFile: broken, with a password, too large when unpacked, or not an xlsx.
    """
    check_office_file(source, data, "xl/", "xlsx")
    import openpyxl

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            book = openpyxl.load_workbook(io.BytesIO(data), data_only=True)
    except Exception as error:  # openpyxl raises whatever its parsers meet: KeyError, ValueError, ParseError ...
        remedy = Message("Open it in a spreadsheet program, save it again as xlsx and hand that in")
        raise UnreadableFile(source, Message("the xlsx is broken"), remedy) from error
    sheets = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"] or book.worksheets
    grids = [_grid(source, sheet) for sheet in sheets]
    filled = [grid for grid in grids if grid.rows]
    return [Grid("", filled[0].rows)] if len(filled) == 1 else filled


def _grid(source: str, sheet: "Worksheet") -> Grid:
    if sheet.max_row * sheet.max_column > _MOST_CELLS:
        problem = Message(
            "the sheet {sheet} stretches over {rows} rows and {columns} columns",
            {"sheet": sheet.title, "rows": sheet.max_row, "columns": sheet.max_column},
        )
        raise UnreadableFile(source, problem, Message("Delete the empty rows and columns, or save the sheet as csv"))
    merged, spanned = _merged(sheet), _spanned(sheet)
    rows: list[Row] = []
    for number, values in enumerate(sheet.iter_rows(values_only=True), 1):
        cells = [cell_text(value) for value in values]
        repeated: set[int] = set()
        for column, origin in merged.get(number, {}).items():
            if column < len(cells):
                cells[column] = cell_text(sheet.cell(*origin).value)
                repeated.add(column)
        if any(cell.strip() for cell in cells):
            rows.append(Row(number, tuple(cells), frozenset(repeated), frozenset(spanned.get(number, ()))))
    return Grid(sheet.title, tuple(rows))


def _merged(sheet: "Worksheet") -> dict[int, dict[int, tuple[int, int]]]:
    """Return for every row the columns that repeat a cell above, with the row and column (from 1) of that cell."""
    merged: dict[int, dict[int, tuple[int, int]]] = {}
    for area in sheet.merged_cells.ranges:
        for row in range(area.min_row + 1, min(area.max_row, sheet.max_row) + 1):
            merged.setdefault(row, {})[area.min_col - 1] = (area.min_row, area.min_col)
    return merged


def _spanned(sheet: "Worksheet") -> dict[int, set[int]]:
    """Return for every row the columns over which a cell to their left is stretched."""
    spanned: dict[int, set[int]] = {}
    for area in sheet.merged_cells.ranges:
        columns = range(area.min_col, min(area.max_col, sheet.max_column))
        if columns:
            spanned.setdefault(area.min_row, set()).update(columns)
    return spanned


def cell_text(value: object) -> str:
    """Return a cell as a person reads it: dates in ISO form, whole numbers without a point."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(" ", "minutes")
    if isinstance(value, (date, time)):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    return str(value)
