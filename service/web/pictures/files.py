"""The file of a picture on its way out."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date

from fastapi.responses import Response

from nlp.errors import InputError
from nlp.messages import Message
from service.errors import NotFound
from service.exports.pictures.draw import draw
from service.exports.pictures.drawing import Drawing
from service.exports.pictures.of_pages import PageCharts
from service.exports.pictures.png import as_png
from service.exports.pictures.svg import as_svg
from service.presentation.report.document import Chart
from service.web.attachment import attachment
from service.workspace import Workspace

FORMATS: Mapping[str, tuple[str, Callable[[Drawing], bytes]]] = {
    "png": ("image/png", as_png),
    "svg": ("image/svg+xml", as_svg),
}
"""Ending of a file -> its media type, and what makes it."""


def of_programme(charts: PageCharts, file: str, review: str | None = None) -> Iterable[Chart]:
    """Return the charts among which one that belongs to the whole programme is found by the beginning of its name."""
    if file.startswith("over-time-"):
        return charts.over_time()
    return charts.rubrics() if file.startswith("rubrics-") else charts.grid(review)


def file_of(work: Workspace, slug: str, charts: PageCharts, among: Iterable[Chart], file: str) -> Response:
    """Return one chart as a file, and write down that it left.

    Args:
        work: where the programme is.
        slug: of the programme.
        charts: that pages have.
        among: those of the page.
        file: name of the chart with its ending.

    Raises:
        NotFound: there is no such chart, or no such format.
        InputError: what draws it is not installed.
    """
    name, _, ending = file.rpartition(".")
    chart = next((each for each in among if each.slug == name), None) if ending in FORMATS else None
    if chart is None:
        raise NotFound("picture", file)
    media_type, write = FORMATS[ending]
    source = f"{charts.source} · {charts.language.date(date.today().isoformat())}"
    try:
        data = write(draw(chart, charts.language, source=source))
    except ImportError as missing:
        problem = Message("pictures need the extra manyvoices[reports]")
        raise InputError("", problem, Message("Run: pip install 'manyvoices[reports]'")) from missing
    work.journal.exported(slug, file)
    return Response(data, media_type=media_type, headers=attachment(f"{slug}-{file}"))
