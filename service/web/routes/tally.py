"""The page on which a session without a recording is tallied by hand."""

from fastapi import APIRouter
from fastapi.responses import HTMLResponse

from service.presentation.sessions.tally import tally_view
from service.web.context import AtDesk

routes = APIRouter()


@routes.get("/programmes/{slug}/tally")
def tally(desk: AtDesk, slug: str) -> HTMLResponse:
    """Show the tally; what is tapped stays in the browser until it is sent as an upload."""
    found = desk.workspace.programme(slug)
    return desk.programme_page(
        "sessions/tally.html", found, "sessions", view=tally_view(desk.workspace.people(slug), desk.language)
    )
