"""Tables on slides, as tables that a person can write in."""

from collections.abc import Sequence
from typing import Any

from markupsafe import Markup
from pptx.oxml.ns import qn
from pptx.util import Pt

from service.exports.office.slides.deck import EDGE, INSIDE
from service.exports.office.slides.text import Line, fill

SIZE = 16.0
INNER = 6.0
LEAST = 34.0
MOST = 150.0
LINES_ONLY = "{5940675A-B579-460E-94D1-54222C63F5DA}"
"""The style "No Style, Table Grid" of PowerPoint."""

Cells = Sequence[Markup]


def rows_that_fit(header: Cells, rows: Sequence[Cells], language: str, room: float) -> int:
    """Return how many rows, from the first on, fit below their header; one at least."""
    used, count = _height(header, language), 0
    for row in rows:
        used += _height(row, language)
        if used > room and count:
            break
        count += 1
    return max(1, count)


def add_table(slide: Any, header: Cells, rows: Sequence[Cells], language: str, top: float) -> float:  # noqa: ANN401 - of python-pptx
    """Add a table and return how high it is."""
    every = [header, *rows]
    heights = [min(_height(row, language), MOST) for row in every]
    size = (Pt(EDGE), Pt(top), Pt(INSIDE), Pt(sum(heights)))
    table = slide.shapes.add_table(len(every), len(header), *size).table
    table._tbl.tblPr.find(qn("a:tableStyleId")).text = LINES_ONLY
    for at, (row, height) in enumerate(zip(every, heights, strict=True)):
        table.rows[at].height = Pt(height)
        for column, words in enumerate(row):
            cell = table.cell(at, column)
            cell.margin_left = cell.margin_right = Pt(INNER)
            cell.margin_top = cell.margin_bottom = Pt(INNER / 2)
            fill(cell.text_frame, [_line(words, language, bold=at == 0).cut(_inside(header), MOST - INNER)])
    return sum(heights)


def _height(row: Cells, language: str) -> float:
    return max([LEAST, *(_line(words, language, bold=True).height(_inside(row)) + INNER for words in row)])


def _inside(row: Cells) -> float:
    return INSIDE / max(1, len(row)) - 2 * INNER


def _line(words: Markup, language: str, *, bold: bool) -> Line:
    return Line(words, language, SIZE, bold=bold)
