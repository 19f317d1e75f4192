"""What stands at the head or foot of printed pages: title, date, number of the page, address."""

import re
from collections import Counter
from collections.abc import Sequence
from statistics import median

from nlp.documents.pdf.lines import Line

_ROWS, _FEWEST_PAGES = 3, 3
_LARGER = 1.1
_SAME_ROW = 4.0
_NUMBER = r"\d{1,4}(?:\s*(?:/|of|-|\||এর|को)\s*\d{1,4})?"
_MOMENT = r"\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4},?\s+\d{1,2}:\d\d(?:\s*[AP]M)?"
_PAGE = re.compile(
    rf"[-–—\s]*(?:(?:page|p\.|পৃষ্ঠা|পাতা|पृष्ठ|पाना)\s*[:#-]?\s*)?{_NUMBER}[-–—\s]*|(?:file|https?)://\S+|{_MOMENT}",
    re.IGNORECASE,
)


def without_running_lines(pages: Sequence[Sequence[Line]]) -> list[list[Line]]:
    """Return pages without what stands at their edge on other pages too, and without their numbers.

    On two pages only the outermost row can be such, on more of them three rows. What is printed larger than the text is
    a heading, though every page begin with it.
    """
    usual = median([line.height for page in pages for line in page] or [0.0])
    outermost = [_at_edge(page, 1) for page in pages]
    near = [_at_edge(page, _ROWS) for page in pages]
    outer = _running(outermost, 2, usual)
    inner = _running(near, max(_FEWEST_PAGES, len(pages) / 2), usual)
    left_out = {id(line) for page in near for line in page if _masked(line) in inner}
    left_out |= {id(line) for page in outermost for line in page if _masked(line) in outer or _is_number(line)}
    return [[line for line in page if id(line) not in left_out] for page in pages]


def _running(edges: Sequence[Sequence[Line]], fewest: float, usual: float) -> set[tuple[str, int]]:
    counts = Counter(
        masked for edge in edges for masked in {_masked(line) for line in edge if line.height <= _LARGER * usual}
    )
    return {masked for masked, count in counts.items() if count >= fewest}


def _at_edge(page: Sequence[Line], rows: int) -> list[Line]:
    """Return the lines in the first and in the last rows of a page."""
    tops = sorted({round(line.top / _SAME_ROW) for line in page})
    edge = {*tops[:rows], *tops[-rows:]}
    return [line for line in page if round(line.top / _SAME_ROW) in edge]


def _is_number(line: Line) -> bool:
    return _PAGE.fullmatch(line.text.strip()) is not None


def _masked(line: Line) -> tuple[str, int]:
    """Return a line as it is on every page: without its numbers, and where it stands."""
    return re.sub(r"\d+", "0", line.text), round(line.top / 10)
