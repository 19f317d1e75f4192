"""Each person's share of a session, and who held the floor when."""

from collections.abc import Sequence

from service.exports.pictures.drawing import INK, LINE, QUIET, Bar, Sign, Stroke, colour_of
from service.exports.pictures.sheet import GAP, SIGN, SMALL, Sheet, plain, widest
from service.presentation.report.document import FloorChart, PeopleChart
from service.presentation.sessions.session import PersonBar

HEIGHT = 18.0
LANE = 22.0
NAMES = 0.32
AMOUNTS = 0.34
MOST_AMOUNTS = 0.6
ON_ONE_LINE = 270.0
"""Amounts of a narrow picture are not broken as long as bars have room beside them."""


def draw_people(sheet: Sheet, chart: PeopleChart) -> None:
    """Draw a bar a person, with a line where all shares would be the same."""
    beside = _beside(chart.people)
    names = widest([one.name for one in chart.people], most=sheet.width * NAMES) + beside + GAP
    most = max(sheet.width * AMOUNTS, min(ON_ONE_LINE, sheet.width * MOST_AMOUNTS))
    words = widest([_words(one) for one in chart.people], SMALL, most=most)
    track = sheet.width - names - words - GAP
    top = sheet.y
    for one in chart.people:
        y = sheet.y
        high = _who(sheet, one, beside, names - GAP, y)
        said = sheet.lines(_words(one), names + track + GAP, words, y=y + 2, size=SMALL, colour=_colour(one))
        _bar(sheet, one, names, y + 2, track)
        sheet.y = y + max(high, said + 2, LANE) + 2
    at = names + track * chart.equal / 100
    sheet.add(Stroke(((at, top), (at, sheet.y)), QUIET, 1.5))
    needed = widest([chart.equal_words], SMALL, most=sheet.width / 2)
    left = min(max(0.0, at - needed / 2), sheet.width - needed)
    sheet.lines(chart.equal_words, left, needed, size=SMALL, colour=QUIET)


def draw_floor(sheet: Sheet, chart: FloorChart) -> None:
    """Draw a line a person, with blocks where they held the floor."""
    beside = _beside(chart.people)
    names = widest([one.name for one in chart.people], most=sheet.width * NAMES) + beside + GAP
    track = sheet.width - names
    for one in chart.people:
        y = sheet.y
        high = max(_who(sheet, one, beside, names - GAP, y), LANE)
        middle = y + LANE / 2
        sheet.add(Stroke(((names, middle), (sheet.width, middle)), LINE))
        for block in one.blocks:
            left = names + track * block.left / 100
            sheet.add(Bar(left, middle - 7, max(0.8, track * block.width / 100), 14, colour_of(one.mark)))
        sheet.y = y + high
    y, half = sheet.y, track / 2 - GAP
    needed = widest([chart.scale[1]], SMALL, most=half)
    first = sheet.lines(chart.scale[0], names, half, y=y, size=SMALL, colour=QUIET)
    last = sheet.lines(chart.scale[1], sheet.width - needed, needed, y=y, size=SMALL, colour=QUIET)
    sheet.y = y + max(first, last)


def _beside(people: Sequence[PersonBar]) -> float:
    """Return the room for marks of teams, none where nobody has one."""
    return SIGN + 6 if any(one.mark.name for one in people) else 0.0


def _who(sheet: Sheet, one: PersonBar, beside: float, width: float, y: float) -> float:
    if one.mark.name:
        sheet.add(Sign(SIGN / 2, y + LANE / 2, SIGN, one.mark))
    return sheet.lines(one.name, beside, width - beside, y=y + 2)


def _bar(sheet: Sheet, one: PersonBar, x: float, y: float, track: float) -> None:
    if one.silent:
        sheet.add(Bar(x, y, track, HEIGHT, edge=QUIET))
        return
    sheet.add(Stroke(((x, y + HEIGHT), (x + track, y + HEIGHT)), LINE))
    sheet.add(Bar(x, y + 4, track * one.width / 100, HEIGHT - 8, colour_of(one.mark)))


def _words(one: PersonBar) -> str:
    return " · ".join(plain(each) for each in (one.words, one.detail) if each)


def _colour(one: PersonBar) -> str:
    return QUIET if one.silent else INK
