"""The order in which the lines of a page are read where it has columns: each from its top to its foot."""

from collections import Counter
from collections.abc import Sequence
from itertools import groupby, pairwise

from nlp.documents.pdf.lines import Line

MOST_LINES = 1000
"""On a page; no printed page has so many, and what is compared here with everything takes the square of them."""
_GUTTER = 4.0
_FEWEST_LINES = 4
_MOST_ACROSS = 0.25
_BETWEEN_CELLS = 80.0
_SAME_ROW = 2.0
_MOST_IN_ROWS = 0.8


def in_reading_order(lines: Sequence[Line]) -> list[Line]:
    """Return the lines of a page column by column; what goes across all columns keeps them apart above and below.

    The cells of a table, whose rows stand beside each other, stay in the order in which they were given.
    """
    edge = _gutter(lines) if len(lines) <= MOST_LINES else None
    if edge is None:
        return [line for _, block in groupby(lines, key=lambda line: line.block) for line in _cells(list(block))]
    across = sorted((line for line in lines if _is_across(line, edge)), key=lambda line: line.top)
    rest = [line for line in lines if not _is_across(line, edge)]
    ordered: list[Line] = []
    for border in (*across, None):
        above = [line for line in rest if border is None or line.top < border.top]
        rest = [line for line in rest if border is not None and line.top >= border.top]
        ordered += sorted((line for line in above if line.left < edge), key=lambda line: line.top)
        ordered += in_reading_order(sorted((line for line in above if line.left >= edge), key=lambda line: line.top))
        ordered += [border] if border is not None else []
    return ordered


def _cells(block: list[Line]) -> list[Line]:
    """Return the lines of a block that is several cells beside each other, cell by cell."""
    begins = sorted({line.left for line in block})
    for before, after in pairwise(begins):
        left, right = [line for line in block if line.left <= before], [line for line in block if line.left > before]
        if after - before > _BETWEEN_CELLS and all(line.right < after for line in left):
            return [*left, *_cells(right)]
    return block


def _is_across(line: Line, edge: float) -> bool:
    return line.left < edge - _GUTTER and line.right > edge


def _gutter(lines: Sequence[Line]) -> float | None:
    """Return where the second column begins, None where there is one column or a table."""
    begin = min((line.left for line in lines), default=0.0)
    lefts = Counter(round(line.left) for line in lines if line.left > begin + 100)
    for left, count in lefts.most_common(3):
        beside = [line for line in lines if line.left >= left - 1]
        before = [line for line in lines if line.right < left - _GUTTER]
        others = len(lines) - len(beside) - len(before)
        if min(count, len(before)) < _FEWEST_LINES or others > _MOST_ACROSS * len(lines):
            continue
        tops = sorted(line.top for line in before)
        rows = sum(any(abs(line.top - top) < _SAME_ROW for top in tops) for line in beside)
        if rows <= _MOST_IN_ROWS * len(beside):
            return left - 1.0
    return None
