"""The page on which a session without a recording is tallied by hand."""

from fastapi import APIRouter
from fastapi.responses import HTMLResponse

from service.presentation.sessions.tally import tally_view
from service.web.context import Page

routes = APIRouter()


@routes.get("/programmes/{slug}/tally")
def tally(page: Page, slug: str) -> HTMLResponse:
    """Show the tally; what is tapped stays in the browser until it is sent as an upload."""
    at = page.findings(slug).at
    return page.of_programme("sessions/tally.html", at.programme, "sessions", view=tally_view(at.people, page.language))
