"""Lines of a printed page to Markdown: headings by their size, items by their sign, wrapped lines joined."""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from statistics import median

from nlp.documents.prose.headings import could_be_heading
from nlp.text.bullets import find_bullet

_HEADING, _TITLE = 1.15, 1.6
_FEWEST_PAGES = 3
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f]")
_BEFORE_STOP = re.compile(r"[ \t]+([।॥])")
_LABEL = re.compile(r"\W{0,3}(?P<name>[^\W\d][^:：]{0,40}?)\s*(?:\([^()]*\)\s*)?[:：](?=\s|$)")
_TIME = re.compile(r"\W?\d{1,2}:\d\d\b|.{1,60}\b\d{1,2}:\d\d(?::\d\d)?\W{0,2}$")
_MOST_WORDS_IN_LABEL = 4
_STOPS = (".", "?", "!", "।", "॥", "…", '"', "”", ")")
_SOFT_HYPHEN = "\u00ad"


@dataclass(frozen=True, slots=True)
class Line:
    """A printed line: its text, its box in points from the top left, the width of its first word, and its block."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    first_word: float
    block: int

    @property
    def height(self) -> float:
        """Of the box."""
        return self.bottom - self.top


def pages_of(xml: str) -> list[list[Line]]:
    """Return the lines of every page from what `pdftotext -bbox-layout` writes, in the order of reading."""
    from defusedxml.ElementTree import fromstring

    root = fromstring(_UNPRINTABLE.sub("", xml))
    name = "{http://www.w3.org/1999/xhtml}"
    pages: list[list[Line]] = []
    for page in root.iter(f"{name}page"):
        lines: list[Line] = []
        for number, block in enumerate(page.iter(f"{name}block")):
            for line in block.iter(f"{name}line"):
                words = [(word.text or "", float(word.get("xMin", 0)), float(word.get("xMax", 0))) for word in line]
                left, top, right, bottom = (float(line.get(side, 0)) for side in ("xMin", "yMin", "xMax", "yMax"))
                text = " ".join(word for word, _, _ in words)
                lines.append(Line(text, left, top, right, bottom, words[0][2] - words[0][1] if words else 0, number))
        pages.append(lines)
    return pages


def page_texts(pages: Sequence[Sequence[Line]]) -> tuple[str, ...]:
    """Return the text of every page, without what stands at the head or foot of every page."""
    running = _running_lines(pages)
    body = [[line for line in page if _masked(line) not in running] for page in pages]
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


def _masked(line: Line) -> tuple[str, int]:
    """Return a line as it is on every page: without its numbers, and where it stands."""
    return re.sub(r"\d+", "0", line.text), round(line.top / 10)


def _running_lines(pages: Sequence[Sequence[Line]]) -> set[tuple[str, int]]:
    counts = Counter(masked for page in pages for masked in {_masked(line) for line in page})
    return {masked for masked, count in counts.items() if count >= max(_FEWEST_PAGES, len(pages) / 2)}


def _with_signs(lines: Sequence[Line]) -> list[Line]:
    """Return lines with the sign of an item, which is a line of its own to poppler, before the text beside it."""
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
    text = ""
    before: Line | None = None
    for line in lines:
        if before is not None and _goes_on(before, line, lines, labels):
            joined = text.removesuffix(_SOFT_HYPHEN)
            text = joined + ("" if joined != text else " ") + line.text
        else:
            yield from (text, "") if text else ()
            large = line.height > _HEADING * usual and could_be_heading(line.text) and not find_bullet(line.text)
            signs = "# " if line.height > _TITLE * usual else "## "
            text = signs + line.text if large else line.text
        before = line
    yield from (text, "") if text else ()


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
    edge = max(each.right for each in lines if abs(each.left - line.left) < 150)
    return before.right + line.first_word > edge - 1
