"""XLSX workbooks: every visible sheet, dates in ISO form, merged cells filled.

openpyxl knows the sheets, their names and which formats are dates; cells are read from the XML as a stream, because a
small file can name cells at the far end of a sheet, or merge all of them.
"""

import io
import warnings
from collections.abc import Callable
from datetime import date, datetime, time
from typing import TYPE_CHECKING

from nlp.documents.office_xml import TooMuch, stream_xml
from nlp.documents.tables.sheet_xml import Budget, Sheet, Strings
from nlp.documents.tables.table import Grid
from nlp.documents.zip_safety import check_office_file, too_large
from nlp.errors import UnreadableFile
from nlp.messages import Message

if TYPE_CHECKING:
    from openpyxl.reader.excel import ExcelReader


def read_workbook(source: str, data: bytes) -> list[Grid]:
    """Return a grid for every visible sheet that holds something; a lone one has no name.

    Raises:
        UnreadableFile: broken, with a password, too large when unpacked, or not an xlsx.
    """
    check_office_file(source, data, "xl/", "xlsx")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            filled = [grid for grid in _grids(data) if grid.rows]
    except TooMuch as error:
        raise too_large(source, "xlsx") from error
    except Exception as error:  # openpyxl raises whatever its parsers meet: KeyError, ValueError, ParseError ...
        remedy = Message("Open it in a spreadsheet program, save it again as xlsx and hand that in")
        raise UnreadableFile(source, Message("the xlsx is broken"), remedy) from error
    return [Grid("", filled[0].rows)] if len(filled) == 1 else filled


def _grids(data: bytes) -> list[Grid]:
    book, budget = _opened(data), Budget()
    strings = _strings(book, budget)
    sheets = list(book.parser.find_sheets())
    sheets = [each for each in sheets if "chartsheet" not in each[1].Type and each[1].target in book.valid_files]
    shown = [each for each in sheets if each[0].state == "visible"] or sheets
    grids = []
    for sheet, place in shown:
        cells = Sheet(strings, _converter(book), budget)
        with book.archive.open(place.target) as part:
            stream_xml(part, cells)
        grids.append(Grid(sheet.name, cells.rows()))
    return grids


def _opened(data: bytes) -> "ExcelReader":
    """Return what openpyxl knows of a workbook without its cells."""
    from openpyxl.reader.excel import ExcelReader
    from openpyxl.styles.stylesheet import apply_stylesheet

    book = ExcelReader(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
    book.read_manifest()
    book.read_workbook()
    apply_stylesheet(book.archive, book.wb)
    return book


def _strings(book: "ExcelReader", budget: Budget) -> list[str]:
    from openpyxl.xml.constants import SHARED_STRINGS

    strings = Strings(budget)
    known = next((part for part in book.package.Override if part.ContentType == SHARED_STRINGS), None)
    if known is not None:
        with book.archive.open(known.PartName[1:]) as part:
            stream_xml(part, strings)
    return strings.found


def _converter(book: "ExcelReader") -> Callable[[str, int], str]:
    """Return the function that says a number as a person reads it, by the format of its cell."""
    from openpyxl.utils.datetime import from_excel

    dates: set[int] = getattr(book.wb, "_date_formats")  # noqa: B009
    spans: set[int] = getattr(book.wb, "_timedelta_formats")  # noqa: B009
    epoch = book.wb.epoch

    def convert(value: str, style: int) -> str:
        number = float(value) if any(sign in value for sign in ".eE") else int(value)
        if style not in dates:
            return cell_text(number)
        try:
            return cell_text(from_excel(number, epoch, timedelta=style in spans))
        except (OverflowError, ValueError):
            return "#VALUE!"

    return convert


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
