"""From a chart of a report to its drawing."""

from collections.abc import Callable, Mapping
from typing import Any

from markupsafe import Markup

from service.exports.pictures.drawing import QUIET, Drawing
from service.exports.pictures.kinds.answers import draw_answers
from service.exports.pictures.kinds.grid import draw_grid
from service.exports.pictures.kinds.groups import draw_groups, draw_history
from service.exports.pictures.kinds.people import draw_floor, draw_people
from service.exports.pictures.kinds.readings import draw_holders, draw_map
from service.exports.pictures.kinds.rubric import draw_rubric
from service.exports.pictures.sheet import GAP, SMALL, Sheet, plain
from service.presentation.i18n import Language
from service.presentation.report import document
from service.presentation.report.document import Chart

WIDTH = 720.0
EDGE = 24.0
THIN_EDGE = 2.0
TITLE = 20.0


def draw(
    chart: Chart, language: Language, *, source: str | Markup = "", titled: bool = True, width: float = WIDTH
) -> Drawing:
    """Return a chart as a drawing, with nothing around it that a page would have to say.

    Args:
        chart: what is drawn; its names as the reader's language has them.
        language: of the reader.
        source: what it is from and of which day, in a small line below.
        titled: whether its title stands above it and paper around it; a document has a caption and margins.
        width: of the whole; it becomes wider where teams need more room.
    """
    sheet = Sheet(width - 2 * (EDGE if titled else THIN_EDGE), language)
    if titled:
        sheet.lines(chart.title, size=TITLE, bold=True)
        sheet.y += GAP
    _KINDS[type(chart.picture)](sheet, chart.picture)
    if source:
        sheet.y += GAP
        sheet.lines(source, size=SMALL - 1, colour=QUIET)
    return sheet.finished(plain(chart.title), plain(chart.says), EDGE if titled else THIN_EDGE)


_KINDS: Mapping[type, Callable[[Sheet, Any], None]] = {
    document.GridChart: draw_grid,
    document.MapChart: draw_map,
    document.HoldersChart: draw_holders,
    document.PeopleChart: draw_people,
    document.FloorChart: draw_floor,
    document.GroupsChart: draw_groups,
    document.HistoryChart: draw_history,
    document.RubricChart: draw_rubric,
    document.AnswersChart: draw_answers,
}
