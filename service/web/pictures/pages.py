"""Pictures of the charts of pages."""

from fastapi import APIRouter
from fastapi.responses import Response

from service.exports.pictures.of_pages import PageCharts
from service.web.context import Page
from service.web.pictures.files import file_of, of_programme
from service.web.running.apart import made_apart

routes = APIRouter()


@routes.get("/programmes/{slug}/pictures/{picture}")
@made_apart
def programme_picture(page: Page, slug: str, picture: str, review: str | None = None, names: bool = False) -> Response:
    """Give a picture of the grid, of a group over time or of rubrics side by side."""
    charts = _charts(page, slug, names=names)
    return file_of(page.workspace, slug, charts, of_programme(charts, picture, review or None), picture)


@routes.get("/programmes/{slug}/elements/{element}/pictures/{picture}")
@made_apart
def element_picture(
    page: Page, slug: str, element: str, picture: str, review: str | None = None, names: bool = False
) -> Response:
    """Give the map of an element as a picture, or one reading of it."""
    charts = _charts(page, slug, names=names)
    return file_of(page.workspace, slug, charts, charts.element(element, review or None), picture)


@routes.get("/programmes/{slug}/sessions/{session}/pictures/{picture}")
def session_picture(page: Page, slug: str, session: str, picture: str, names: bool = False) -> Response:
    """Give a picture of a session's people, groups or floor."""
    charts = _charts(page, slug, names=names)
    return file_of(page.workspace, slug, charts, charts.session(session), picture)


def _charts(page: Page, slug: str, *, names: bool) -> PageCharts:
    found = page.findings(slug)
    return PageCharts(found, page.language, names=names)
