"""Elements down, teams across, in each cell which readings the team holds."""

from collections.abc import Sequence

from nlp.fonts.shaping import width_of
from service.exports.pictures.drawing import LINE, PAPER, QUIET, Disc, Drawing, Stroke, Words, colour_of
from service.exports.pictures.sheet import GAP, SMALL, Sheet, plain, quiet
from service.presentation.i18n import Language
from service.presentation.programme.programme import Cell, Pip, Row
from service.presentation.report.document import GridChart
from service.presentation.team_marks import Mark

RADIUS = 13.0
GAP_OF_PIPS = 5.0
PITCH = 2 * RADIUS + GAP_OF_PIPS
NARROWEST = 104.0
ELEMENTS = 0.4


def draw_grid(sheet: Sheet, chart: GridChart) -> None:
    """Draw where teams understand each other, a row an element."""
    count = max(1, len(chart.marks))
    left = max(sheet.width * ELEMENTS, 240.0) if count < 5 else 240.0
    sheet.width = max(sheet.width, left + count * NARROWEST)
    column = (sheet.width - left) / count
    _header(sheet, chart.marks, left, column)
    for row in chart.rows:
        _row(sheet, row, left, column)


def _header(sheet: Sheet, marks: Sequence[Mark], left: float, column: float) -> None:
    y = sheet.y
    heights = [sheet.team(mark, left + at * column, column - GAP, y, bold=True) for at, mark in enumerate(marks)]
    sheet.y = y + max(heights, default=0.0) + GAP / 2


def _row(sheet: Sheet, row: Row, left: float, column: float) -> None:
    sheet.add(Stroke(((0, sheet.y), (sheet.width, sheet.y)), LINE))
    top = sheet.y = sheet.y + GAP / 2
    sheet.lines(row.element or sheet.language.gettext("No element"), 0, left - 2 * GAP, bold=True)
    for number, label in row.readings:
        y = sheet.y
        sheet.lines(number, 0, 24, y=y, size=SMALL, colour=QUIET)
        sheet.y = y + sheet.lines(label.line, 22, left - 2 * GAP - 22, y=y, size=SMALL)
    quiet(sheet, row.alone, 22, left - 2 * GAP - 22)
    quiet(sheet, row.trust, 0, left - 2 * GAP)
    ends = [_cell(sheet, cell, left + at * column, column - GAP, top) for at, cell in enumerate(row.cells)]
    sheet.y = max([sheet.y, *ends]) + GAP


def _cell(sheet: Sheet, cell: Cell, x: float, width: float, top: float) -> float:
    """Draw what one team holds and return where that ends."""
    y = top
    if not cell.wrote:
        y += sheet.lines(cell.spoken, x, width, y=y, size=SMALL, colour=QUIET)
    y += _pips(sheet, cell, x, width, y)
    for rating in cell.rating:
        y += sheet.lines(rating, x, width, y=y + 2, size=SMALL)
    return y


def draw_pips(cell: Cell, language: Language, width: float) -> Drawing:
    """Return the readings that one team holds as a drawing of their own, as wide as they need at most."""
    across = max(1, int((width + GAP_OF_PIPS) // PITCH))
    sheet = Sheet(min(across, len(cell.pips)) * PITCH, language)
    sheet.y = _pips(sheet, cell, 0, width, 0)
    return sheet.finished("", plain(cell.spoken), 1.0)


def _pips(sheet: Sheet, cell: Cell, x: float, width: float, y: float) -> float:
    """Draw the readings of a cell and return how high they are."""
    across = max(1, int((width + GAP_OF_PIPS) // PITCH))
    for at, pip in enumerate(cell.pips):
        _pip(sheet, pip, cell.mark, x + RADIUS + at % across * PITCH, y + RADIUS + 2 + at // across * PITCH)
    return -(-len(cell.pips) // across) * PITCH


def _pip(sheet: Sheet, pip: Pip, mark: Mark, x: float, y: float) -> None:
    sheet.add(Disc(x, y, RADIUS, colour_of(mark), hollow=not pip.held))
    size = SMALL if width_of(plain(pip.number), SMALL) < 2 * RADIUS - 6 else SMALL - 3
    colour = PAPER if pip.held else QUIET
    sheet.add(Words(x, y + 0.35 * size, plain(pip.number), size, colour, anchor="middle"))
