"""Workbooks of Excel 97 to 2003 (.xls): every visible sheet, as `nlp.documents.tables.xlsx` reads the newer ones."""

import json
import sys
from collections.abc import Callable, Mapping
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

from nlp.documents.tables.table import Grid, Row
from nlp.documents.tables.xlsx import cell_text
from nlp.documents.tools import ToolFailed, run, workplace
from nlp.errors import UnreadableFile
from nlp.messages import Message

_PROGRAM = Path(__file__).with_name("xls_sheets.py")
_SECONDS = 20.0
_KINDS: Mapping[str, Callable[[str], object]] = {
    "datetime": datetime.fromisoformat,
    "date": date.fromisoformat,
    "time": time.fromisoformat,
}
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
    try:
        with workplace(data, "book.xls") as path:
            grids = [_grid(**sheet) for sheet in json.loads(run([sys.executable, "-I", _PROGRAM, path], _SECONDS))]
    except ToolFailed as error:
        if str(error).strip() == "password":
            problem = Message("the {kind} has a password", {"kind": "xls"})
            raise UnreadableFile(source, problem, Message("Take off the password and hand it in again")) from error
        problem = Message("the {kind} is broken or was not downloaded to its end", {"kind": "xls"})
        raise UnreadableFile(source, problem, _SAVE_AS_XLSX) from error
    filled = [grid for grid in grids if grid.rows]
    return [Grid("", filled[0].rows)] if len(filled) == 1 else filled


def _grid(name: str, merged: list[list[list[int]]], rows: list[list[Any]]) -> Grid:
    origins = {(row, first[1]): first[0] for first, last in merged for row in range(first[0] + 1, last[0] + 1)}
    repeated: dict[int, set[int]] = {}
    for row, column in origins:
        repeated.setdefault(row, set()).add(column)
    texts = [[_text(value) for value in row] for row in rows]
    read: list[Row] = []
    for index, cells in enumerate(texts):
        columns = frozenset(column for column in repeated.get(index, ()) if column < len(cells))
        for column in columns:
            cells[column] = texts[origins[index, column]][column]
        if any(cell.strip() for cell in cells):
            read.append(Row(index + 1, tuple(cells), columns))
    return Grid(name, tuple(read))


def _text(value: Any) -> str:  # noqa: ANN401 - whatever a cell holds
    return cell_text(_KINDS[value[0]](value[1]) if isinstance(value, list) else value)
