"""OpenDocument files: the paragraphs and tables of a text (.odt), the sheets of a workbook (.ods).

Their parts are simple enough to be read from the XML itself; the libraries for them are old, or unpack repeated cells.
"""

import io
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import IO, TYPE_CHECKING

from nlp.documents.office_xml import TooMuch
from nlp.documents.prose.docx_xml import Paragraph
from nlp.documents.tables.table import Grid, Row, SharedCells
from nlp.documents.zip_safety import check_office_file, too_large
from nlp.errors import UnreadableFile
from nlp.messages import Message

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_OFFICE, _TEXT, _TABLE, _STYLE, _FO, _DRAW, _SVG = (
    f"{{urn:oasis:names:tc:opendocument:xmlns:{name}:1.0}}"
    for name in ("office", "text", "table", "style", "xsl-fo-compatible", "drawing", "svg-compatible")
)
_PASSED_OVER = frozenset(
    {f"{_OFFICE}annotation", f"{_TEXT}tracked-changes", f"{_TEXT}note", f"{_DRAW}frame", f"{_TEXT}table-of-content",
     f"{_TEXT}ruby-text"}
)  # fmt: skip
_SIGNS = {f"{_TEXT}tab": "\t", f"{_TEXT}line-break": "\n"}
_WRAPPERS = frozenset({f"{_TEXT}section", f"{_TEXT}index-body", f"{_TABLE}table-header-rows", f"{_TABLE}table-rows",
                       f"{_TABLE}table-row-group"})  # fmt: skip
_CELLS = (f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell")
_TITLE, _BOLD = 1, 12
_MOST_COLUMNS, _MOST_ROWS, _MOST_CELLS = 2_000, 250_000, 10_000_000
_MOST_ALIVE = 400_000
"""Elements in memory at once: those of one row, and whatever stands beside the rows."""
_DEPTH = 4
"""Document, body, spreadsheet, table: where the rows of a sheet begin."""


def read_open_text(source: str, data: bytes) -> list[Paragraph | Grid]:
    """Return the paragraphs and tables of an .odt in the order of the page.

    Raises:
        UnreadableFile: broken, with a password, or too large when unpacked.
    """
    content, styles = _parts(source, data)
    body = content.find(f"{_OFFICE}body/{_OFFICE}text")
    try:
        return list(_Page(_styles_of(styles, content)).blocks(body)) if body is not None else []
    except RecursionError as error:  # sections in sections, deeper than anybody writes
        raise too_large(source, "odt") from error


def read_open_sheets(source: str, data: bytes) -> list[Grid]:
    """Return a grid for every visible sheet of an .ods that holds something; a lone one has no name.

    Raises:
        UnreadableFile: broken, with a password, or too large when unpacked.
    """
    with _opened(source, data, "ods") as archive, archive.open("content.xml") as content:
        sheets = _Sheets(source)
        sheets.read(content)
    grids = sheets.grids()
    filled = [grid for grid in grids if grid.rows]
    return [Grid("", filled[0].rows)] if len(filled) == 1 else filled


@contextmanager
def _opened(source: str, data: bytes, kind: str) -> Iterator[zipfile.ZipFile]:
    """Give the archive of an OpenDocument file; what is wrong with its parts is said in one line."""
    check_office_file(source, data, "content.xml", kind)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if b"encryption-data" in archive.read("META-INF/manifest.xml"):
                remedy = Message("Take off the password and hand it in again")
                raise UnreadableFile(source, Message("the {kind} has a password", {"kind": kind}), remedy)
            yield archive
    except TooMuch as error:
        raise too_large(source, kind) from error
    except (KeyError, SyntaxError) as error:
        problem = Message("the {kind} is broken or was not downloaded to its end", {"kind": kind})
        remedy = Message("Open it in the program it comes from, save it again and hand that in")
        raise UnreadableFile(source, problem, remedy) from error


def _parts(source: str, data: bytes) -> "tuple[Element, Element | None]":
    """Return the content of a text and its styles."""
    from defusedxml.ElementTree import fromstring

    with _opened(source, data, "odt") as archive:
        styles = fromstring(archive.read("styles.xml")) if "styles.xml" in archive.namelist() else None
        return fromstring(archive.read("content.xml")), styles


@dataclass(frozen=True, slots=True)
class _Look:
    """What a style makes of its text; None and "" where it leaves that to the style that it is based on."""

    based_on: str = ""
    bold: bool | None = None
    font: str = ""


def _styles_of(*parts: "Element | None") -> dict[str, _Look]:
    looks: dict[str, _Look] = {}
    for part in parts:
        if part is None:
            continue
        families = {
            face.get(f"{_STYLE}name"): face.get(f"{_SVG}font-family", "") for face in part.iter(f"{_STYLE}font-face")
        }
        for style in part.iter(f"{_STYLE}style"):
            look = style.find(f"{_STYLE}text-properties")
            weight = look.get(f"{_FO}font-weight") if look is not None else None
            font = look.get(f"{_STYLE}font-name", "") if look is not None else ""
            looks[style.get(f"{_STYLE}name", "")] = _Look(
                style.get(f"{_STYLE}parent-style-name", ""),
                None if weight is None else weight == "bold",
                (families.get(font) or font).strip("'"),
            )
    return looks


class _Page:
    """Walks through the body and counts its lines."""

    def __init__(self, looks: Mapping[str, _Look]) -> None:
        self._looks = looks
        self._line = 0

    def blocks(self, parent: "Element", listed: bool = False) -> Iterator[Paragraph | Grid]:
        for child in parent:
            if child.tag in (f"{_TEXT}p", f"{_TEXT}h"):
                yield self._paragraph(child, listed)
                for box in child.iter(f"{_DRAW}text-box"):
                    yield from self.blocks(box)
            elif child.tag == f"{_TABLE}table":
                yield self._grid(child)
            elif child.tag == f"{_TEXT}list":
                for item in child:
                    yield from self.blocks(item, listed=True)
            elif child.tag in _WRAPPERS:
                yield from self.blocks(child, listed)

    def _paragraph(self, element: "Element", listed: bool) -> Paragraph:
        self._line += 1
        text = _text(element)
        name = element.get(f"{_TEXT}style-name", "")
        heading = int(element.get(f"{_TEXT}outline-level", "1")) + 1 if element.tag == f"{_TEXT}h" else 0
        if "Title" in self._chain(name):
            heading = _TITLE
        elif not heading and not listed and text.strip() and self._is_bold(element, name):
            heading = _BOLD
        return Paragraph(self._line, text, heading, listed and not heading, None)

    def _grid(self, table: "Element") -> Grid:
        rows: list[Row] = []
        for element in _table_rows(table):
            self._line += 1
            cells, repeated = _cells(element, rows[-1] if rows else None)
            rows.append(Row(self._line, cells, repeated))
        return Grid("", tuple(rows))

    def _chain(self, name: str) -> list[str]:
        """Return a style and those that it is based on."""
        chain: list[str] = []
        while name in self._looks and name not in chain:
            chain.append(name)
            name = self._looks[name].based_on
        return chain

    def _is_bold(self, paragraph: "Element", name: str) -> bool:
        spans = [(span, said) for span in paragraph.iter(f"{_TEXT}span") if (said := _text(span)).strip()]
        whole = sum(len(said) for _, said in spans) >= len(_text(paragraph).strip())
        names = [span.get(f"{_TEXT}style-name", "") for span, _ in spans] if whole else []
        return all(self._weight(each) or False for each in names) if names else self._weight(name) or False

    def _weight(self, name: str) -> bool | None:
        weights = (self._looks[each].bold for each in self._chain(name))
        return next((weight for weight in weights if weight is not None), None)


def _text(element: "Element") -> str:
    """Return the text of a paragraph; notes, comments and text boxes not."""
    said = [element.text or ""]
    for child in element:
        if child.tag in _SIGNS:
            said.append(_SIGNS[child.tag])
        elif child.tag == f"{_TEXT}s":
            said.append(" " * min(int(child.get(f"{_TEXT}c", "1")), 80))
        elif child.tag not in _PASSED_OVER:
            said.append(_text(child))
        said.append(child.tail or "")
    return "".join(said)


def _table_rows(table: "Element") -> "Iterator[Element]":
    for child in table:
        if child.tag == f"{_TABLE}table-row":
            yield child
        elif child.tag in _WRAPPERS:
            yield from _table_rows(child)


class _Sheets:
    """The sheets of a workbook, read row by row: no more of the file than one row is in memory."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._hidden: set[str] = set()
        self._sheets: list[tuple[str, str, list[Row]]] = []
        self._number = self._cells = 0
        self._above: Row | None = None
        self._shared = SharedCells()

    def grids(self) -> list[Grid]:
        """Return the visible sheets; all of them where none is."""
        shown = [sheet for sheet in self._sheets if sheet[1] not in self._hidden] or self._sheets
        return [Grid(name, tuple(rows)) for name, _, rows in shown]

    def read(self, content: IO[bytes]) -> None:
        """Read the content of a workbook, in which nothing is declared (`check_office_file`)."""
        from xml.etree.ElementTree import iterparse

        path: list[Element] = []
        alive = 0
        for event, element in iterparse(content, ("start", "end")):
            if event == "start":
                path.append(element)
                alive += 1
                if alive > _MOST_ALIVE:
                    raise TooMuch
                if element.tag == f"{_TABLE}table" and len(path) == _DEPTH:
                    self._begin(element)
                continue
            path.pop()
            if element.tag == f"{_STYLE}style":
                self._look(element)
            elif element.tag == f"{_TABLE}table-row" and self._is_of_sheet(path):
                self._row(element)
                alive -= sum(1 for _ in element.iter())
                path[-1].remove(element)

    def _is_of_sheet(self, path: "Sequence[Element]") -> bool:
        return len(path) >= _DEPTH and all(each.tag in _WRAPPERS for each in path[_DEPTH:])

    def _begin(self, table: "Element") -> None:
        self._sheets.append((table.get(f"{_TABLE}name", ""), table.get(f"{_TABLE}style-name", ""), []))
        self._number = self._cells = 0
        self._above = None

    def _look(self, style: "Element") -> None:
        look = style.find(f"{_STYLE}table-properties")
        if look is not None and look.get(f"{_TABLE}display") == "false":
            self._hidden.add(style.get(f"{_STYLE}name", ""))

    def _row(self, element: "Element") -> None:
        """Take a row that holds something; one that stands for many alike comes as often as it says."""
        times = int(element.get(f"{_TABLE}number-rows-repeated", "1"))
        cells, repeated = _cells(element, self._above)
        if not any(cell.strip() for cell in cells):
            self._number += times
            self._above = None
            return
        name, _, rows = self._sheets[-1]
        self._cells += times * len(cells)
        if times > _MOST_ROWS or len(rows) + times > _MOST_ROWS or self._cells > _MOST_CELLS:
            problem = Message("the sheet {sheet} repeats a row {times} times", {"sheet": name, "times": times})
            remedy = Message("Delete the empty rows and columns, or save the sheet as csv")
            raise UnreadableFile(self._source, problem, remedy) if times > 1 else TooMuch
        cells = self._shared(cells)
        rows += [Row(self._number + at, cells, repeated) for at in range(1, times + 1)]
        self._number += times
        self._above = rows[-1]


def _cells(row: "Element", above: Row | None) -> tuple[tuple[str, ...], frozenset[int]]:
    """Return the cells of a row up to its last filled one, and which of them only repeat the cell above."""
    cells: list[str] = []
    repeated: set[int] = set()
    beside = False
    for cell in row:
        if cell.tag not in _CELLS:
            continue
        times = min(int(cell.get(f"{_TABLE}number-columns-repeated", "1")), _MOST_COLUMNS - len(cells))
        covered = cell.tag == _CELLS[1] and not beside and above is not None and bool(above.cell(len(cells)).strip())
        beside = int(cell.get(f"{_TABLE}number-columns-spanned", "1")) > 1 or (beside and cell.tag == _CELLS[1])
        if covered and above is not None:
            repeated |= set(range(len(cells), len(cells) + times))
            cells += [above.cell(len(cells) + column) for column in range(times)]
        else:
            cells += [_value(cell)] * times
    while cells and not cells[-1].strip():
        cells.pop()
    return tuple(cells), frozenset(column for column in repeated if column < len(cells))


def _value(cell: "Element") -> str:
    """Return a cell as a person reads it, dates in ISO form, whole numbers without a point."""
    date = cell.get(f"{_OFFICE}date-value")
    number = cell.get(f"{_OFFICE}value")
    if date is not None:
        return date.removesuffix("T00:00:00").replace("T", " ")
    if number is not None and cell.get(f"{_OFFICE}value-type") == "float":
        return number.removesuffix(".0")
    return "\n".join(filter(None, (_text(paragraph) for paragraph in cell.iter(f"{_TEXT}p"))))
