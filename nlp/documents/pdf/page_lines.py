"""Lines of a printed page to Markdown: headings by their size, items by their sign, wrapped lines joined."""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING

from nlp.documents.pdf.columns import MOST_LINES, in_reading_order
from nlp.documents.pdf.lines import Line
from nlp.documents.pdf.running_lines import without_running_lines
from nlp.documents.pdf.word_gaps import Word, at_cells, joined, usual_gap
from nlp.documents.prose.headings import could_be_heading
from nlp.text.segmentation.bullets import find_bullet

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_NAME = "{http://www.w3.org/1999/xhtml}"
_HEADING, _TITLE = 1.15, 1.6
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f]")
_BEFORE_STOP = re.compile(r"[ \t]+([।॥])")
_LABEL = re.compile(r"\W{0,3}(?P<name>[^\W\d][^:：]{0,40}?)\s*(?:\([^()]*\)\s*)?[:：](?=\s|$)")
_TIME = re.compile(r"\W?\d{1,2}:\d\d\b|.{1,60}\b\d{1,2}:\d\d(?::\d\d)?\W{0,2}$")
_MOST_WORDS_IN_LABEL = 4
_SPACE = 0.3
_NARROWEST = 120.0
_NARROW_PAGE = 200.0
_FEWEST_IN_CELL = 2
_STOPS = (".", "?", "!", "।", "॥", "…", '"', "”", ")")
_SOFT_HYPHEN = "\u00ad"
_HYPHEN = re.compile(rf"(?:(?<=[^\W\d_]{{2}})[-\u2010]|{_SOFT_HYPHEN})$")


def pages_of(xml: str) -> list[list[Line]]:
    """Return the lines of every page from what `pdftotext -bbox-layout` writes, in the order of reading."""
    from defusedxml.ElementTree import fromstring

    root = fromstring(_UNPRINTABLE.sub("", xml))
    found = [
        [
            (line, number)
            for number, block in enumerate(page.iter(f"{_NAME}block"))
            for line in block.iter(f"{_NAME}line")
        ]
        for page in root.iter(f"{_NAME}page")
    ]
    usual = usual_gap([(_words(line), _height(line)) for page in found for line, _ in page])
    return [in_reading_order(_lines(page, usual)) for page in found]


def _words(line: "Element") -> list[Word]:
    return [Word(word.text or "", float(word.get("xMin", 0)), float(word.get("xMax", 0))) for word in line]


def _height(line: "Element") -> float:
    return float(line.get("yMax", 0)) - float(line.get("yMin", 0))


def _lines(page: "Sequence[tuple[Element, int]]", usual: float) -> list[Line]:
    """Return the lines of a page; poppler makes one of what stands beside each other in two cells."""
    begins = Counter(round(float(line.get("xMin", 0))) for line, _ in page)
    often = {place for place, count in begins.items() if count >= _FEWEST_IN_CELL}
    return [
        _line(part, line, number, usual)
        for line, number in page
        for part in at_cells(_words(line), _height(line), often)
    ]


def _line(words: Sequence[Word], line: "Element", block: int, usual: float) -> Line:
    top, bottom = float(line.get("yMin", 0)), float(line.get("yMax", 0))
    first = words[0].right - words[0].left
    return Line(joined(words, bottom - top, usual), words[0].left, top, words[-1].right, bottom, first, block)


def page_texts(pages: Sequence[Sequence[Line]]) -> tuple[str, ...]:
    """Return the text of every page, without what stands at the head or foot of every page."""
    body = without_running_lines(pages)
    lines = [line for page in body for line in page]
    usual = median(line.height for line in lines) if lines else 0.0
    counts = Counter(label for line in lines if (label := _label(line.text)))
    labels = {label for label, count in counts.items() if count > 1}
    texts = ("\n".join(_page(_with_signs(page), usual, labels)).strip() for page in body)
    return tuple(_BEFORE_STOP.sub(r"\1", text) for text in texts)


def _label(text: str) -> str:
    """Return what stands before a colon at the beginning of a line as a speaker's name does, "" for nothing."""
    found = _LABEL.match(text)
    return found["name"] if found and len(found["name"].split()) <= _MOST_WORDS_IN_LABEL else ""


def _with_signs(lines: Sequence[Line]) -> list[Line]:
    """Return lines with the sign of an item, which is a line of its own to poppler, before the text beside it."""
    if len(lines) > MOST_LINES:
        return list(lines)
    signs = [line for line in lines if find_bullet(f"{line.text} x") and not line.text.strip()[1:]]
    signs = [line for line in signs if not line.text.isalnum()]
    beside: dict[int, Line] = {}
    for sign in signs:
        middle = (sign.top + sign.bottom) / 2
        near = [
            line for line in lines if line not in signs and line.left > sign.left and line.top < middle < line.bottom
        ]
        if near:
            beside[id(min(near, key=lambda line: line.left))] = sign
    return [
        replace(line, text=f"• {line.text}", left=beside[id(line)].left) if id(line) in beside else line
        for line in lines
        if line not in signs
    ]


def _page(lines: Sequence[Line], usual: float, labels: Collection[str]) -> Iterator[str]:
    """Return paragraphs, items and headings, a blank line before each that does not go on an item's list."""
    if len(lines) > MOST_LINES:
        yield from (line.text for line in lines)
        return
    text = ""
    before: Line | None = None
    for line in lines:
        if before is not None and _goes_on(before, line, lines, labels):
            text = _carried_on(text, line.text)
        else:
            yield from (text, "") if text else ()
            text = _sign_of_heading(line, usual) + line.text
        before = line
    yield from (text, "") if text else ()


def _sign_of_heading(line: Line, usual: float) -> str:
    """Return what Markdown writes before a heading of the size of a line, "" for a line that is none.

    A colon inside makes no speaker of a line as large as a title.
    """
    is_title = line.height > _TITLE * usual
    text = line.text.replace(": ", " ") if is_title else line.text
    if line.height <= _HEADING * usual or find_bullet(line.text) or not could_be_heading(text):
        return ""
    return "# " if is_title else "## "


def _carried_on(text: str, more: str) -> str:
    """Return a line with the next one; a word that was parted at its end is whole again."""
    parted = _HYPHEN.search(text) if more[:1].islower() or text.endswith(_SOFT_HYPHEN) else None
    return text[: parted.start()] + more if parted else f"{text} {more}"


def _goes_on(before: Line, line: Line, lines: Sequence[Line], labels: Collection[str]) -> bool:
    """Whether a line carries on the one before: that one is full, and this one is as large, near, and no item or turn.

    Two turns must never become one. So a line begins anew at a time, at a label that begins other lines too, and at any
    label where the line before it is at the end of a sentence.
    """
    label = _label(line.text)
    if label in labels or (label and before.text.rstrip().endswith(_STOPS)):
        return False
    if _TIME.match(line.text) or _TIME.fullmatch(before.text):
        return False
    if find_bullet(line.text) or abs(line.height - before.height) > 0.1 * before.height:
        return False
    if line.top - before.bottom > 0.9 * line.height or line.top < before.top:
        return False
    return before.right + line.first_word > _edge(before, line, lines) - _SPACE * line.height


def _edge(before: Line, line: Line, lines: Sequence[Line]) -> float:
    """Return how far lines reach here: those that begin near; in a cell of wrapped text, those of the cell."""
    near = [each.right for each in lines if abs(each.left - line.left) < 40 and each.height < _HEADING * line.height]
    cell = [each for each in lines if each.block == line.block == before.block and abs(each.left - line.left) < 40]
    reach = max((each.right for each in cell), default=0.0)
    pairs = pairwise(cell)
    is_wrapped = len(cell) >= 3 and all(
        one.right + other.first_word > reach - _SPACE * line.height or one.text.rstrip().endswith(_STOPS)
        for one, other in pairs
    )
    if is_wrapped and reach - line.left > _NARROWEST:
        return reach
    if near and max(near) - line.left > _NARROW_PAGE:
        return max(near)
    return max(each.right for each in lines if abs(each.left - line.left) < 150)
