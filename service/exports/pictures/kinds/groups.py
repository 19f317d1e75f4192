"""Groups of people: their part of the room and of the floor, in one session and over all."""

from markupsafe import Markup

from service.exports.pictures.drawing import ACCENT, BAND, INK, LINE, PALE, QUIET, Bar, Disc, Stroke, Words
from service.exports.pictures.sheet import GAP, SIZE, SMALL, Amount, Sheet, quiet, widest
from service.presentation.report.document import GroupsChart, HistoryChart
from service.presentation.sessions.over_time_picture import HEIGHT, WIDTH, Picture, Point
from service.presentation.sessions.session_groups import GroupBar

LABELS = 0.34
PERCENT = 56.0
LARGEST = 1.6


def draw_groups(sheet: Sheet, chart: GroupsChart) -> None:
    """Draw for every group a bar for its part of the room and one for its part of the floor."""
    bars = [(group, _bars(sheet, group)) for group in chart.groups]
    names = widest([what for _, each in bars for what, _ in each], SMALL, most=sheet.width * LABELS)
    for number, (group, each) in enumerate(bars):
        if number:
            sheet.add(Stroke(((0, sheet.y), (sheet.width, sheet.y)), LINE))
            sheet.y += GAP / 2
        sheet.lines(group.name, bold=True)
        for what, amount in each:
            _row(sheet, what, amount, names)
        quiet(sheet, _said(group))
        sheet.y += GAP / 2


def _bars(sheet: Sheet, group: GroupBar) -> list[tuple[Markup, Amount]]:
    rows = [(group.where, Amount(group.head, PALE)), (group.of, Amount(group.share, ACCENT, group.low, group.high))]
    if group.expected is not None:
        rows.append((sheet.language.gettext("share that was set"), Amount(group.expected, PALE)))
    return rows


def _row(sheet: Sheet, what: Markup, amount: Amount, names: float) -> None:
    y = sheet.y
    high = sheet.lines(what, 0, names, y=y, size=SMALL, colour=QUIET)
    sheet.track(names + GAP, y + 4, sheet.width - names - PERCENT - 2 * GAP, amount)
    sheet.lines(sheet.language.percent(amount.share / 100), sheet.width - PERCENT, PERCENT, y=y, size=SMALL)
    sheet.y = y + max(high, 20.0)


def _said(group: GroupBar) -> Markup:
    return Markup(" · ").join(each for each in (group.words, group.certainty) if each)


def draw_history(sheet: Sheet, chart: HistoryChart) -> None:
    """Draw one group's share in every session, then in all together."""
    group = chart.group
    quiet(sheet, group.finding)
    scale = min(sheet.width / WIDTH, LARGEST)
    _picture(sheet, group.picture, scale, sheet.y)
    sheet.y += HEIGHT * scale + GAP / 2
    quiet(sheet, group.certainty)


def _picture(sheet: Sheet, picture: Picture, scale: float, top: float) -> None:
    def at(x: float, y: float) -> tuple[float, float]:
        return x * scale, top + y * scale

    sheet.add(
        Stroke((at(0, 126), at(WIDTH, 126)), LINE), Stroke((at(picture.divider, 18), at(picture.divider, 126)), LINE)
    )
    half = picture.half * scale
    for point in picture.points:
        _ground(sheet, point, half, at(point.x, point.share or 0), scale, top)
    for line in picture.lines:
        pairs = (pair.split(",") for pair in line.split(" "))
        sheet.add(Stroke(tuple(at(float(x), float(y)) for x, y in pairs), ACCENT, 2))
    for point in picture.points:
        if point.share is not None:
            sheet.add(Disc(*at(point.x, point.share), 5.5, ACCENT))
            x, y = at(point.x, point.label_y)
            sheet.add(Words(x, y, point.label, SMALL, INK, anchor="middle"))


def _ground(sheet: Sheet, point: Point, half: float, place: tuple[float, float], scale: float, top: float) -> None:
    """Draw what lies behind the dot of a session: its band, its part of the room; and below it its number."""
    x = place[0]
    if point.share is None:
        sheet.add(Words(x, top + 120 * scale, "–", SIZE, QUIET, anchor="middle"))
    elif point.heads is not None:
        if point.low is not None and point.high is not None:
            sheet.add(Bar(x - half, top + point.high * scale, 2 * half, (point.low - point.high) * scale, BAND))
        y = top + point.heads * scale
        sheet.add(Stroke(((x - half, y), (x + half, y)), QUIET, 2))
    sheet.add(Words(x, top + 144 * scale, point.title, SMALL, QUIET, anchor="middle"))
