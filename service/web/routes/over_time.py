"""The page of all sessions together."""

from fastapi import APIRouter
from fastapi.responses import HTMLResponse

from service.presentation.sessions.over_time import over_time_view
from service.presentation.sessions.session import people_of
from service.web.context import Page

routes = APIRouter()


@routes.get("/programmes/{slug}/over-time")
def over_time(page: Page, slug: str, names: bool = True) -> HTMLResponse:
    """Show who was heard over all sessions, by name or by number."""
    found = page.findings(slug)
    given, over = found.at.programme, found.over_time()
    measured = [found.participation(session) for session in over.sessions]
    people = people_of(measured, found.at.people, page.language, names=names, keep=(*given.teams, *given.elements))
    view = over_time_view(over, found.at.sessions, people, page.language)
    return page.of_programme("sessions/over_time.html", given, "sessions", view=view, names=names)
