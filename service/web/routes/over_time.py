"""The page of all sessions together."""

from fastapi import APIRouter
from fastapi.responses import HTMLResponse

from service.presentation.sessions.over_time import over_time_view
from service.presentation.sessions.session import people_of
from service.web.context import AtDesk

routes = APIRouter()


@routes.get("/programmes/{slug}/over-time")
def over_time(desk: AtDesk, slug: str, names: bool = True) -> HTMLResponse:
    """Show who was heard over all sessions, by name or by number."""
    found, sessions = desk.workspace.programme(slug), desk.workspace.sessions(slug)
    over = desk.workspace.over_time(slug)
    measured = [desk.workspace.participation(slug, session) for session in over["sessions"]]
    keep = (*found.teams, *found.elements)
    people = people_of(measured, desk.workspace.people(slug), desk.language, names=names, keep=keep)
    view = over_time_view(over, sessions, people, desk.language)
    return desk.programme_page("sessions/over_time.html", found, "sessions", view=view, names=names)
