"""Real office files for the tests, made with the libraries that write them."""

import io
import zipfile
from collections.abc import Mapping, Sequence
from functools import cache

import docx
import openpyxl
from docx.document import Document as WordDocument
from openpyxl.workbook import Workbook

Cell = object


def workbook(sheets: Mapping[str, Sequence[Sequence[Cell]]]) -> Workbook:
    """Return a workbook with these rows in these sheets."""
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(list(row))
    return book


def xlsx(*rows: Sequence[Cell]) -> bytes:
    """Return an xlsx file with one sheet."""
    return saved(workbook({"Sheet1": rows}))


def docx_table(document: WordDocument, rows: Sequence[Sequence[str]]) -> None:
    """Append a table to a docx."""
    table = document.add_table(rows=len(rows), cols=len(rows[0]))
    for row, cells in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, cells, strict=True):
            cell.text = text


def new_docx() -> WordDocument:
    """Return an empty docx."""
    return docx.Document()


def saved(file: Workbook | WordDocument) -> bytes:
    """Return the bytes of a docx or xlsx."""
    buffer = io.BytesIO()
    file.save(buffer)
    return buffer.getvalue()


def docx_of_xml(xml: bytes) -> bytes:
    """Return a docx whose main part is exactly `xml`."""
    return _with_part(_empty_docx(), "word/document.xml", xml)


def xlsx_of_xml(xml: bytes) -> bytes:
    """Return an xlsx whose only sheet is exactly `xml`."""
    return _with_part(_empty_xlsx(), "xl/worksheets/sheet1.xml", xml)


@cache
def _empty_docx() -> bytes:
    return saved(new_docx())


@cache
def _empty_xlsx() -> bytes:
    return xlsx(["a"])


def _with_part(file: bytes, part: str, content: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(file)) as old, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, content if name == part else old.read(name))
    return buffer.getvalue()
