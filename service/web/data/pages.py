"""The page from which the data of a programme is taken along."""

from fastapi import APIRouter
from fastapi.responses import HTMLResponse, Response

from service.presentation.data.data import data_view
from service.web.context import Page
from service.web.data.files import data_of, transcript_of
from service.web.running.apart import made_apart

routes = APIRouter()


@routes.get("/programmes/{slug}/data")
def data(page: Page, slug: str, names: bool = False) -> HTMLResponse:
    """Show in which formats the data can be taken, and for whom each of them is."""
    found = page.findings(slug)
    view = data_view(found.at, page.language)
    return page.of_programme("data/data.html", found.at.programme, "report", view=view, names=names)


@routes.get("/programmes/{slug}/data/file")
@made_apart
def data_file(page: Page, slug: str, format: str = "xlsx", names: bool = False) -> Response:  # noqa: A002
    """Give the data of a programme as a file."""
    return data_of(page.workspace, page.findings(slug), format, page.language, names=names)


@routes.get("/programmes/{slug}/sessions/{session}/transcript")
def transcript(page: Page, slug: str, session: str, format: str = "vtt", names: bool = False) -> Response:  # noqa: A002
    """Give the transcript of a session as a file."""
    return transcript_of(page.workspace, page.findings(slug), session, format, page.language, names=names)
