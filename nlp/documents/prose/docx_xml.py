"""The paragraphs and tables of a docx in the order of the page, with what python-docx passes over.

python-docx knows the parts and styles; the text is taken from the XML itself, because tracked insertions, content
controls and text boxes hold text that its `paragraphs` leave out.
"""

import io
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Protocol

from nlp.documents.office_xml import TooMuch
from nlp.documents.tables.table import Grid, Row
from nlp.documents.zip_safety import too_large
from nlp.errors import UnreadableFile
from nlp.messages import Message
from nlp.text.legacy_fonts.convert import font_of_name, to_unicode

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_PASSED_OVER = frozenset({f"{_W}del", f"{_W}moveFrom", f"{_W}txbxContent", f"{_W}pPr", f"{_W}rPr", _FALLBACK})
_SIGNS = {f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "\u2011"}
_WRAPPERS = frozenset({f"{_W}sdt", f"{_W}sdtContent", f"{_W}customXml", f"{_W}ins", f"{_W}moveTo"})
_INDIC = re.compile("[\u0900-\u0dff]")
_TITLE, _BOLD = 1, 12
_PARTING = "\n\n"
"""Between the paragraphs and lines of a cell: nobody wraps lines by hand in a table, each says its own thing."""
_MOST_REPEATED = 10_000_000
"""Characters that merged cells of a docx may repeat in all their rows."""
_LEGACY_FONTS = ("sutonny", "bijoy", "preeti", "kantipur", "himal", "pcs nepali", "sagarmatha", "shreenath", "kanchan",
                 "ganess", "aakriti", "kruti", "navjeevan", "sulekha", "fontasy", "everest")  # fmt: skip


class _Element(Protocol):
    """What is used of an lxml element."""

    tag: str
    text: str | None

    def __iter__(self) -> "Iterator[_Element]": ...

    def find(self, path: str) -> "_Element | None": ...

    def get(self, key: str, default: str = "") -> str: ...

    def iter(self, tag: str) -> "Iterator[_Element]": ...

    def iterancestors(self, tag: str | None = None) -> "Iterator[_Element]": ...


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph.

    Attributes:
        line: its place on the page, from 1; paragraphs and rows of tables count.
        text: with tabs and line breaks.
        heading: 0 for running text, 1 for the title, 2 for Heading 1 ...; 12 for a line that is all bold.
        listed: whether it is an item of a list.
        legacy_font: a font of before Unicode, in which most of its text is set and which is not converted, or None.
        converted: fonts of before Unicode from which parts of it were converted.
    """

    line: int
    text: str
    heading: int
    listed: bool
    legacy_font: str | None
    converted: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Style:
    heading: int = 0
    listed: bool = False


def read_page(source: str, data: bytes) -> list[Paragraph | Grid]:
    """Return the paragraphs and tables of a docx; text boxes follow the paragraph to which they are anchored.

    Raises:
        UnreadableFile: the docx is broken.
    """
    import docx

    try:
        document = docx.Document(io.BytesIO(data))
        return list(_Page(_styles(document)).blocks(document.element.body))
    except TooMuch as error:
        raise too_large(source, "docx") from error
    except Exception as error:  # python-docx raises whatever its parsers meet: KeyError, ValueError, XMLSyntaxError ...
        remedy = Message("Open it in a word processor, save it again as docx and hand that in")
        raise UnreadableFile(source, Message("the docx is broken"), remedy) from error


class _Page:
    """Walks through the body and counts its lines."""

    def __init__(self, styles: Mapping[str, _Style]) -> None:
        self._styles = styles
        self._line = 0
        self._repeated = 0

    def blocks(self, parent: _Element) -> Iterator[Paragraph | Grid]:
        for child in parent:
            if child.tag == f"{_W}p":
                yield self._paragraph(child)
                for box in _text_boxes(child):
                    yield from self.blocks(box)
            elif child.tag == f"{_W}tbl":
                yield self._grid(child)
            elif child.tag in _WRAPPERS:
                yield from self.blocks(child)

    def _paragraph(self, element: _Element) -> Paragraph:
        self._line += 1
        named = element.find(f"{_W}pPr/{_W}pStyle")
        style = self._styles.get(named.get(f"{_W}val", "") if named is not None else "", _Style())
        listed = style.listed or element.find(f"{_W}pPr/{_W}numPr") is not None
        text = _text(element)
        heading = style.heading or _outline_level(element.find(f"{_W}pPr"))
        if not heading and not listed and text.strip() and _is_bold(element):
            heading = _BOLD
        legacy, converted = _legacy_font(element), _converted_fonts(element)
        return Paragraph(self._line, text, heading, listed and not style.heading, legacy, converted)

    def _grid(self, table: _Element) -> Grid:
        rows: list[Row] = []
        for element in table.iter(f"{_W}tr"):
            if _nearest(element, f"{_W}tbl") is table:
                self._line += 1
                rows.append(_row(self._line, element, rows[-1] if rows else None))
                self._repeated += sum(len(rows[-1].cell(column)) for column in rows[-1].repeated)
                if self._repeated > _MOST_REPEATED:
                    raise TooMuch
        return Grid("", tuple(rows))


def _row(number: int, element: _Element, above: Row | None) -> Row:
    cells: list[str] = []
    repeated: set[int] = set()
    spanned: set[int] = set()
    for cell in element.iter(f"{_W}tc"):
        if _nearest(cell, f"{_W}tr") is not element:
            continue
        merge = cell.find(f"{_W}tcPr/{_W}vMerge")
        if merge is not None and merge.get(f"{_W}val", "continue") == "continue" and above is not None:
            repeated.add(len(cells))
            cells.append(above.cell(len(cells)))
        else:
            cells.append(
                _PARTING.join(
                    line for paragraph in cell.iter(f"{_W}p") for line in _text(paragraph).split("\n") if line.strip()
                )
            )
        span = cell.find(f"{_W}tcPr/{_W}gridSpan")
        wider = int(span.get(f"{_W}val", "1")) - 1 if span is not None else 0
        spanned.update(range(len(cells), len(cells) + wider))
        cells += [""] * wider
    return Row(number, tuple(cells), frozenset(repeated), frozenset(spanned))


def _text(element: _Element) -> str:
    """Return the text of a paragraph, insertions included, deletions and text boxes not, in Unicode as far as known."""
    parts = (
        (name, "".join(text for _, text in pieces))
        for name, pieces in groupby(_pieces(element), lambda piece: piece[0])
    )
    return "".join(_converted(text, name) for name, text in parts)


def _pieces(element: _Element, font: str = "") -> Iterator[tuple[str, str]]:
    """Return the pieces of a text with the fonts that their runs name."""
    if element.tag == f"{_W}t":
        yield font, element.text or ""
    elif element.tag in _SIGNS:
        yield font, _SIGNS[element.tag]
    else:
        own = _font(element) if element.tag == f"{_W}r" else font
        for child in element:
            if child.tag not in _PASSED_OVER:
                yield from _pieces(child, own)


def _converted(text: str, name: str) -> str:
    font = font_of_name(name) if name else None
    return to_unicode(text, font) if font is not None and not _INDIC.search(text) else text


def _converted_fonts(paragraph: _Element) -> tuple[str, ...]:
    names = {name for name, text in _pieces(paragraph) if name and text.strip() and _converted(text, name) != text}
    return tuple(sorted(names))


def _font(run: _Element) -> str:
    fonts = run.find(f"{_W}rPr/{_W}rFonts")
    return fonts.get(f"{_W}ascii", "") if fonts is not None else ""


def _text_boxes(paragraph: _Element) -> list[_Element]:
    boxes = paragraph.iter(f"{_W}txbxContent")
    return [box for box in boxes if not any(parent.tag == _FALLBACK for parent in box.iterancestors())]


def _nearest(element: _Element, tag: str) -> _Element | None:
    return next(element.iterancestors(tag), None)


def _runs(paragraph: _Element) -> list[tuple[_Element, str]]:
    return [(run, text) for run in paragraph.iter(f"{_W}r") if (text := _text(run)).strip()]


def _is_bold(paragraph: _Element) -> bool:
    marks = [run.find(f"{_W}rPr/{_W}b") for run, _ in _runs(paragraph)]
    return bool(marks) and all(mark is not None and mark.get(f"{_W}val", "1") not in ("0", "false") for mark in marks)


def _legacy_font(paragraph: _Element) -> str | None:
    """Return the font of before Unicode in which most of a paragraph is set: only its glyphs are Bangla or Nepali."""
    letters: Counter[str] = Counter()
    for run, text in _runs(paragraph):
        font = _font(run)
        legacy = any(known in font.lower() for known in _LEGACY_FONTS) and not _INDIC.search(text)
        letters[font if legacy else ""] += len(text)
    return max(letters, key=letters.__getitem__, default="") or None


def _outline_level(properties: _Element | None) -> int:
    level = properties.find(f"{_W}outlineLvl") if properties is not None else None
    number = int(level.get(f"{_W}val", "9")) if level is not None else 9
    return number + 2 if number < 9 else 0


def _styles(document: "WordDocument") -> dict[str, _Style]:
    """Return what every style makes of a paragraph, with what it takes over from the style that it is based on."""
    elements: dict[str, _Element] = {style.style_id: style.element for style in document.styles}
    return {name: _style(name, elements) for name in elements}


def _style(name: str, elements: Mapping[str, _Element], depth: int = 0) -> _Style:
    element = elements.get(name)
    if element is None or depth > 12:
        return _Style()
    properties, base = element.find(f"{_W}pPr"), element.find(f"{_W}basedOn")
    inherited = _style(base.get(f"{_W}val"), elements, depth + 1) if base is not None else _Style()
    title = element.find(f"{_W}name")
    words = title.get(f"{_W}val").lower().split() if title is not None else []
    own_list = words[:1] == ["list"] or (properties is not None and properties.find(f"{_W}numPr") is not None)
    return _Style(_heading_of(words) or _outline_level(properties) or inherited.heading, own_list or inherited.listed)


def _heading_of(words: list[str]) -> int:
    if words == ["title"]:
        return _TITLE
    return int(words[1]) + 1 if len(words) == 2 and words[0] == "heading" and words[1].isdigit() else 0
