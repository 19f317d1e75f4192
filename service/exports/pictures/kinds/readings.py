"""The map of an element, a strip a reading; and who holds one reading."""

from collections.abc import Sequence

from service.exports.pictures.drawing import INK, LINE, QUIET, Sign, Stroke, colour_of
from service.exports.pictures.sheet import GAP, SMALL, Amount, Sheet, quiet, widest
from service.presentation.readings.reading_rows import Bar, ReadingRow
from service.presentation.report.document import HoldersChart, MapChart
from service.presentation.text import Label

PITCH = 22.0
DENSE_PITCH = 13.0
OF_SWARM = 0.58
NAMES = 0.4
ROOM_FOR_WORDS = 0.34


def draw_map(sheet: Sheet, chart: MapChart) -> None:
    """Draw the readings of an element, each with its notes as dots and who holds it."""
    for number, row in enumerate(chart.rows):
        if number:
            sheet.add(Stroke(((0, sheet.y), (sheet.width, sheet.y)), LINE))
            sheet.y += GAP
        write_label(sheet, row.label)
        quiet(sheet, row.finding)
        top, left = sheet.y + GAP / 2, sheet.width * OF_SWARM
        sheet.y = top
        _swarm(sheet, row, left)
        _ends(sheet, chart.ends, left)
        quiet(sheet, row.more, 0, left)
        below = _bars_below_names(sheet, row.bars, left + 2 * GAP, sheet.width - left - 2 * GAP, top)
        sheet.y = max(sheet.y, below)
        quiet(sheet, row.certainty)
        sheet.y += GAP


def draw_holders(sheet: Sheet, chart: HoldersChart) -> None:
    """Draw one bar a team, with its band of chance."""
    write_label(sheet, chart.row.label)
    quiet(sheet, chart.row.finding)
    sheet.y = _bars(sheet, chart.row.bars, 0, sheet.width, sheet.y + GAP / 2)
    quiet(sheet, chart.row.certainty)


def write_label(sheet: Sheet, label: Label) -> None:
    """Write what a reading is called, with what the page says below it."""
    sheet.lines(label.line, bold=True)
    quiet(sheet, label.original)
    quiet(sheet, f"≈ {label.gloss}" if label.gloss else "")


def _swarm(sheet: Sheet, row: ReadingRow, width: float) -> None:
    pitch = DENSE_PITCH if row.dense else PITCH
    ground = sheet.y + row.height * pitch + 2
    for dot in row.dots:
        x = pitch / 2 + (width - pitch) * dot.left / 100
        sheet.add(Sign(x, ground - 2 - pitch * (dot.row + 0.5), pitch * 0.74, dot.quote.mark))
    sheet.add(Stroke(((0, ground), (width, ground)), INK))
    sheet.y = ground + 2


def _ends(sheet: Sheet, ends: Sequence[str], width: float) -> None:
    y, half = sheet.y, width / 2 - GAP
    left = sheet.lines(ends[0], 0, half, y=y, size=SMALL, colour=QUIET)
    needed = widest([ends[1]], SMALL, most=half)
    right = sheet.lines(ends[1], width - needed, needed, y=y, size=SMALL, colour=QUIET)
    sheet.y = y + max(left, right)


def _bars(sheet: Sheet, bars: Sequence[Bar], x: float, width: float, top: float) -> float:
    """Draw a bar a team and return where they end."""
    names = widest([bar.mark.name for bar in bars], most=width * NAMES - 20, least=40) + 26
    words = widest([bar.words for bar in bars], SMALL, most=width * ROOM_FOR_WORDS, least=30)
    track, y = width - names - words - GAP, top
    for bar in bars:
        high = sheet.team(bar.mark, x, names - 6, y)
        said = sheet.lines(bar.words, x + width - words, words, y=y + 2, size=SMALL, colour=INK if bar.count else QUIET)
        sheet.track(x + names, y + 5, track, Amount(bar.share, colour_of(bar.mark), bar.low, bar.high))
        y += max(high, said + 2, 22) + 4
    return y


def _bars_below_names(sheet: Sheet, bars: Sequence[Bar], x: float, width: float, top: float) -> float:
    """Draw a bar a team, its name and amount on a line above it, and return where they end."""
    y = top
    for bar in bars:
        words = widest([bar.words], SMALL, most=width / 2)
        high = sheet.team(bar.mark, x, width - words - GAP, y)
        colour = INK if bar.count else QUIET
        said = sheet.lines(bar.words, x + width - words, words, y=y + 2, size=SMALL, colour=colour)
        y += max(high, said + 2)
        sheet.track(x, y, width, Amount(bar.share, colour_of(bar.mark), bar.low, bar.high))
        y += 18
    return y
