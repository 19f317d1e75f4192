"""Workbooks of Excel 97 to 2003 (.xls): every visible sheet, as `nlp.documents.tables.xlsx` reads the newer ones."""

import io
from datetime import timedelta
from typing import TYPE_CHECKING

from nlp.documents.tables.table import Grid, Row
from nlp.documents.tables.xlsx import cell_text
from nlp.errors import UnreadableFile
from nlp.messages import Message

if TYPE_CHECKING:
    from python_calamine import CalamineSheet

_BOOKS = (b"W\0o\0r\0k\0b\0o\0o\0k\0", b"B\0o\0o\0k\0")
_SAVE_AS_XLSX = Message("Open it in a spreadsheet program, save it as xlsx and hand that in")


def is_old_workbook(data: bytes) -> bool:
    """Whether an old Office file holds a workbook: it has a stream of that name, where a .doc has WordDocument."""
    return any(book in data for book in _BOOKS)


def read_old_workbook(source: str, data: bytes) -> list[Grid]:
    """Return a grid for every visible sheet that holds something; a lone one has no name.

    Raises:
        UnreadableFile: broken, or with a password.
    """
    from python_calamine import CalamineWorkbook, PasswordError, SheetVisibleEnum

    try:
        with CalamineWorkbook.from_filelike(io.BytesIO(data)) as book:
            told = book.sheets_metadata
            names = [sheet.name for sheet in told if sheet.visible is SheetVisibleEnum.Visible] or book.sheet_names
            grids = [_grid(name, book.get_sheet_by_name(name)) for name in names]
    except PasswordError as error:
        problem = Message("the {kind} has a password", {"kind": "xls"})
        raise UnreadableFile(source, problem, Message("Take off the password and hand it in again")) from error
    except Exception as error:  # calamine raises errors of several unrelated kinds where a record is damaged
        problem = Message("the {kind} is broken or was not downloaded to its end", {"kind": "xls"})
        raise UnreadableFile(source, problem, _SAVE_AS_XLSX) from error
    filled = [grid for grid in grids if grid.rows]
    return [Grid("", filled[0].rows)] if len(filled) == 1 else filled


def _grid(name: str, sheet: "CalamineSheet") -> Grid:
    origins = {
        (row, first[1]): first[0]
        for first, last in sheet.merged_cell_ranges or []
        for row in range(first[0] + 1, last[0] + 1)
    }
    merged: dict[int, set[int]] = {}
    for row, column in origins:
        merged.setdefault(row, set()).add(column)
    rows: list[Row] = []
    seen: dict[int, tuple[str, ...]] = {}
    for index, values in enumerate(sheet.to_python(skip_empty_area=False)):
        cells = [_text(value) for value in values]
        repeated = frozenset(column for column in merged.get(index, ()) if column < len(cells))
        for column in repeated:
            cells[column] = seen[origins[index, column]][column]
        seen[index] = tuple(cells)
        if any(cell.strip() for cell in cells):
            rows.append(Row(index + 1, tuple(cells), repeated))
    return Grid(name, tuple(rows))


def _text(value: object) -> str:
    return str(value) if isinstance(value, timedelta) else cell_text(value)
