"""Descriptors of rubrics side by side, a line between those that say the same."""

from collections.abc import Sequence

from service.exports.pictures.drawing import ACCENT, LINE, PAPER, QUIET, Disc, Stroke
from service.exports.pictures.sheet import GAP, SIZE, SMALL, Sheet
from service.presentation.report.document import RubricChart
from service.presentation.rubrics.comparison import Cell, Row
from service.presentation.team_marks import Mark

NARROWEST = 170.0
RADIUS = 5.0


def draw_rubric(sheet: Sheet, chart: RubricChart) -> None:
    """Draw a column a team; a line that crosses levels is drawn strongly, and put into words above it."""
    count = max(1, len(chart.marks))
    sheet.width = max(sheet.width, count * NARROWEST)
    column = sheet.width / count
    _header(sheet, chart.marks, column)
    for row in chart.rows:
        _row(sheet, row, column)


def _header(sheet: Sheet, marks: Sequence[Mark], column: float) -> None:
    y = sheet.y
    heights = [sheet.team(mark, at * column, column - GAP, y, bold=True) for at, mark in enumerate(marks)]
    sheet.y = y + max(heights, default=0.0) + GAP / 2


def _row(sheet: Sheet, row: Row, column: float) -> None:
    sheet.add(Stroke(((0, sheet.y), (sheet.width, sheet.y)), LINE))
    sheet.y += GAP / 2
    for words in row.crossing:
        sheet.lines(words, bold=True)
    y = sheet.y + GAP / 2 + RADIUS
    _line(sheet, row, column, y)
    ends = [_cell(sheet, cell, at * column, column - 1.5 * GAP, y + RADIUS + 4) for at, cell in enumerate(row.cells)]
    sheet.y = max([y, *ends]) + GAP


def _line(sheet: Sheet, row: Row, column: float, y: float) -> None:
    places = [at * column + RADIUS for at, cell in enumerate(row.cells) if cell.line]
    colour, width = (ACCENT, 4.0) if row.crossing else (QUIET, 1.0)
    if len(places) > 1:
        sheet.add(Stroke(((places[0], y), (places[-1], y)), colour, width))
    for at, cell in enumerate(row.cells):
        if cell.descriptors:
            x = at * column + RADIUS
            sheet.add(Disc(x, y, RADIUS, colour), Disc(x, y, RADIUS - 1.5, colour if row.crossing else PAPER))


def _cell(sheet: Sheet, cell: Cell, x: float, width: float, top: float) -> float:
    """Write what a team says and return where that ends."""
    y = top
    for one in cell.descriptors:
        y += sheet.lines(one.level, x, width, y=y, size=SMALL, colour=QUIET)
        y += sheet.lines(one.text, x, width, y=y, size=SIZE - 1) + GAP / 2
    return y
