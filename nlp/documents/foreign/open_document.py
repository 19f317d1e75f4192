"""OpenDocument files: the paragraphs and tables of a text (.odt), the sheets of a workbook (.ods).

Their parts are simple enough to be read from the XML itself; the libraries for them are old, or unpack repeated cells.
"""

import io
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from nlp.documents.prose.docx_xml import Paragraph
from nlp.documents.tables.table import Grid, Row
from nlp.documents.zip_safety import check_office_file
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
_MOST_COLUMNS, _MOST_ROWS, _MOST_CELLS = 2_000, 200_000, 10_000_000


def read_open_text(source: str, data: bytes) -> list[Paragraph | Grid]:
    """Return the paragraphs and tables of an .odt in the order of the page.

    Raises:
        UnreadableFile: broken, with a password, or too large when unpacked.
    """
    content, styles = _parts(source, data, "odt")
    body = content.find(f"{_OFFICE}body/{_OFFICE}text")
    return list(_Page(_styles_of(styles, content)).blocks(body)) if body is not None else []


def read_open_sheets(source: str, data: bytes) -> list[Grid]:
    """Return a grid for every visible sheet of an .ods that holds something; a lone one has no name.

    Raises:
        UnreadableFile: broken, with a password, or too large when unpacked.
    """
    content, _ = _parts(source, data, "ods")
    hidden = {
        style.get(f"{_STYLE}name")
        for style in content.iter(f"{_STYLE}style")
        if (look := style.find(f"{_STYLE}table-properties")) is not None and look.get(f"{_TABLE}display") == "false"
    }
    sheets = content.findall(f"{_OFFICE}body/{_OFFICE}spreadsheet/{_TABLE}table")
    shown = [sheet for sheet in sheets if sheet.get(f"{_TABLE}style-name") not in hidden] or sheets
    grids = [Grid(sheet.get(f"{_TABLE}name", ""), tuple(_rows(source, sheet))) for sheet in shown]
    filled = [grid for grid in grids if grid.rows]
    return [Grid("", filled[0].rows)] if len(filled) == 1 else filled


def is_open_sheets(data: bytes) -> bool:
    """Whether an OpenDocument file is a workbook; its first part names its kind."""
    return b"opendocument.spreadsheet" in data[:200]


def _parts(source: str, data: bytes, kind: str) -> "tuple[Element, Element | None]":
    """Return the content of an OpenDocument file and its styles."""
    from defusedxml.ElementTree import fromstring

    check_office_file(source, data, "content.xml", kind)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        try:
            if b"encryption-data" in archive.read("META-INF/manifest.xml"):
                remedy = Message("Take off the password and hand it in again")
                raise UnreadableFile(source, Message("the {kind} has a password", {"kind": kind}), remedy)
            styles = fromstring(archive.read("styles.xml")) if "styles.xml" in archive.namelist() else None
            return fromstring(archive.read("content.xml")), styles
        except (KeyError, SyntaxError) as error:
            problem = Message("the {kind} is broken or was not downloaded to its end", {"kind": kind})
            remedy = Message("Open it in the program it comes from, save it again and hand that in")
            raise UnreadableFile(source, problem, remedy) from error


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


def _rows(source: str, sheet: "Element") -> Iterator[Row]:
    """Return the rows of a sheet that hold something; one that stands for many alike comes as often as it says."""
    number, cells_in_all = 0, 0
    above: Row | None = None
    for element in _table_rows(sheet):
        times = int(element.get(f"{_TABLE}number-rows-repeated", "1"))
        cells, repeated = _cells(element, above)
        if not any(cell.strip() for cell in cells):
            number += times
            above = None
            continue
        cells_in_all += times * len(cells)
        if times > _MOST_ROWS or cells_in_all > _MOST_CELLS:
            problem = Message(
                "the sheet {sheet} repeats a row {times} times",
                {"sheet": sheet.get(f"{_TABLE}name", ""), "times": times},
            )
            raise UnreadableFile(
                source, problem, Message("Delete the empty rows and columns, or save the sheet as csv")
            )
        for _ in range(times):
            number += 1
            above = Row(number, cells, repeated)
            yield above


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
