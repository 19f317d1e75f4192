"""Small files that name a great deal: each would exhaust the machine if it were read as its library reads it."""

import io
import zipfile
from collections.abc import Callable, Mapping
from random import Random

import docx
import openpyxl

SHEET, STRINGS = "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml"
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_TEXT = '<c r="{place}" t="inlineStr"><is><t>{text}</t></is></c>'
_HEADER = f'<row r="1">{_TEXT.format(place="A1", text="text")}{_TEXT.format(place="B1", text="element")}</row>'
_NOTE = (
    f'<row r="2">{_TEXT.format(place="A2", text="We meet too rarely")}{_TEXT.format(place="B2", text="Trust")}</row>'
)


def _replaced(data: bytes, parts: Mapping[str, bytes]) -> bytes:
    """Return an archive with some parts replaced or added."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new:
        for name in dict.fromkeys([*old.namelist(), *parts]):
            new.writestr(name, _less_alike(parts[name]) if name in parts else old.read(name))
    return buffer.getvalue()


def _less_alike(part: bytes) -> bytes:
    """Return a part with a comment that does not compress, so that the whole does not look like a bomb."""
    return part + b"<!--" + Random(0).randbytes(len(part) // 240).hex().encode() + b"-->"


def sheet(rows: str, after: str = "", parts: Mapping[str, bytes] | None = None) -> bytes:
    """Return an xlsx whose only sheet holds these rows, and what comes after them."""
    book, buffer = openpyxl.Workbook(), io.BytesIO()
    book.worksheets[0]["A1"] = "text"
    book.save(buffer)
    xml = f'<worksheet xmlns="{_MAIN}"><sheetData>{rows}</sheetData>{after}</worksheet>'
    data = _replaced(buffer.getvalue(), {SHEET: xml.encode(), **(parts or {})})
    return _declared(data) if parts and STRINGS in parts else data


def _declared(data: bytes) -> bytes:
    """Return an xlsx that says that it has shared strings."""
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"
    override = f'<Override PartName="/{STRINGS}" ContentType="{kind}"/></Types>'.encode()
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        types = archive.read("[Content_Types].xml")
    return _replaced(data, {"[Content_Types].xml": types.replace(b"</Types>", override)})


def page(body: str) -> bytes:
    """Return a docx with this body."""
    buffer = io.BytesIO()
    docx.Document().save(buffer)
    xml = f'<w:document xmlns:w="{_WORD}"><w:body>{body}</w:body></w:document>'
    return _replaced(buffer.getvalue(), {"word/document.xml": xml.encode()})


def _merged(*areas: str) -> str:
    cells = "".join(f'<mergeCell ref="{area}"/>' for area in areas)
    return f"<mergeCells>{cells}</mergeCells>"


def _shared(text: str) -> dict[str, bytes]:
    return {STRINGS: f'<sst xmlns="{_MAIN}"><si><t>{text}</t></si></sst>'.encode()}


def _many(count: int, row: str) -> str:
    return "".join(row.format(n=number) for number in range(2, count + 2))


def _cell(text: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>"


def _spanning(columns: int) -> bytes:
    cells = _cell("A note of ours", f'<w:gridSpan w:val="{columns}"/>')
    return page(f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>")


def _columns_of_csv(count: int) -> bytes:
    header = ",".join(["text", "element", *(f"column {number}" for number in range(count))])
    return (header + "\n" + "\n".join(f"Note {n},Trust" + ",x" * count for n in range(20))).encode()


def _elements_of_csv(count: int) -> bytes:
    return ("text,element\n" + "\n".join(f"Note number {n},Element {n}" for n in range(count))).encode()


def _merged_in_docx() -> bytes:
    header = "<w:tr>" + _cell("element") + _cell("text") + "</w:tr>"
    first = "<w:tr>" + _cell("Trust " * 5_000, '<w:vMerge w:val="restart"/>') + _cell("note") + "</w:tr>"
    return page(
        f"<w:tbl>{header}{first}" + f"<w:tr>{_cell('', '<w:vMerge/>')}{_cell('note')}</w:tr>" * 5_000 + "</w:tbl>"
    )


HOSTILE: Mapping[str, tuple[str, Callable[[], bytes]]] = {
    "all cells merged": ("n.xlsx", lambda: sheet(_HEADER + _NOTE, _merged("A1:XFD1048576"))),
    "a column merged to its end": (
        "n.xlsx",
        lambda: sheet(
            _HEADER + _NOTE + f'<row r="3">{_TEXT.format(place="A3", text="They never ask us")}</row>',
            _merged("B2:B1048576"),
        ),
    ),
    "a thousand columns merged to their end": (
        "n.xlsx",
        lambda: sheet(
            _HEADER + _many(300, f'<row r="{{n}}">{_TEXT.format(place="A{n}", text="Note {n}")}</row>'),
            _merged(
                *(
                    f"{chr(65 + n // 26)}{chr(65 + n % 26)}1:{chr(65 + n // 26)}{chr(65 + n % 26)}1048576"
                    for n in range(676)
                )
            ),
        ),
    ),
    "content in the last row": (
        "n.xlsx",
        lambda: sheet(f'{_HEADER}<row r="1048576">{_TEXT.format(place="A1048576", text="We meet too rarely")}</row>'),
    ),
    "a cell at the far end": (
        "n.xlsx",
        lambda: sheet(f'{_HEADER}{_NOTE}<row r="1048576">{_TEXT.format(place="XFD1048576", text="x")}</row>'),
    ),
    "20,000 rows of one string of 31 KB": (
        "n.xlsx",
        lambda: sheet(
            _HEADER + _many(20_000, '<row r="{n}"><c r="A{n}" t="s"><v>0</v></c></row>'), parts=_shared("word " * 6_200)
        ),
    ),
    "a last column in every row": (
        "n.xlsx",
        lambda: sheet(_HEADER + _many(20_000, f'<row r="{{n}}">{_TEXT.format(place="XFD{n}", text="x")}</row>')),
    ),
    "1,500,000 empty rows": ("n.xlsx", lambda: sheet(_HEADER + _NOTE + "<row/>" * 1_500_000)),
    "6,000,000 empty cells": ("n.xlsx", lambda: sheet(_HEADER + _NOTE + "<row>" + "<c/>" * 6_000_000 + "</row>")),
    "1,000,000 rows of one string": (
        "n.xlsx",
        lambda: sheet(_HEADER + '<row><c t="s"><v>0</v></c></row>' * 1_000_000, parts=_shared("We meet too rarely")),
    ),
    "2,000,000 shared strings": (
        "n.xlsx",
        lambda: sheet(
            _HEADER + _NOTE,
            parts={STRINGS: f'<sst xmlns="{_MAIN}">{"<si><t>a</t></si>" * 2_000_000}</sst>'.encode()},
        ),
    ),
    "1,000,000 formats": (
        "n.xlsx",
        lambda: sheet(
            _HEADER + _NOTE,
            parts={
                "xl/styles.xml": (
                    f'<styleSheet xmlns="{_MAIN}"><cellXfs>' + "<xf/>" * 1_000_000 + "</cellXfs></styleSheet>"
                ).encode()
            },
        ),
    ),
    "a cell over 999,999,999 columns": ("n.docx", lambda: _spanning(999_999_999)),
    "a transcript with such a cell": ("t.docx", lambda: _spanning(999_999_999)),
    "100,000 cells over 999 columns": (
        "n.docx",
        lambda: page("<w:tbl><w:tr>" + _cell("a", '<w:gridSpan w:val="999"/>') * 100_000 + "</w:tr></w:tbl>"),
    ),
    "5,000,000 empty paragraphs": ("n.docx", lambda: page("<w:p/>" * 5_000_000)),
    "a long merged cell": ("n.docx", _merged_in_docx),
    "20,000 columns": ("n.csv", lambda: _columns_of_csv(20_000)),
    "3,000 elements": ("n.csv", lambda: _elements_of_csv(3_000)),
}
"""Name -> the name of the file, and its bytes."""
