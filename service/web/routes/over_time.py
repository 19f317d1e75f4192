"""The page of all sessions together."""

from fastapi import APIRouter
from fastapi.responses import HTMLResponse

from service.analyses.outcomes import Failed, attempt
from service.presentation.failures import failed_sessions
from service.presentation.privacy.called import people_in
from service.presentation.sessions.over_time import over_time_view
from service.presentation.sessions.session import titled
from service.web.caching.remembered import remembered
from service.web.context import Page

routes = APIRouter()


@routes.get("/programmes/{slug}/over-time")
@remembered
def over_time(page: Page, slug: str, names: bool = True) -> HTMLResponse:
    """Show who was heard over all sessions, by name or by number."""
    found = page.findings(slug)
    given, over = found.at.programme, attempt(found.over_time)
    if isinstance(over, Failed):
        return page.without("over time", over, given, "sessions")
    outcomes = [(session, attempt(found.participation, session.slug)) for session in found.at.sessions]
    measured = {session.slug: each for session, each in outcomes if not isinstance(each, Failed)}
    people = people_in(found, measured, page.language, "over time", names=names)
    sessions = [titled(each, people) for each in found.at.sessions]
    outcomes = [(titled(each, people), outcome) for each, outcome in outcomes]
    return page.of_programme(
        "sessions/over_time.html",
        given,
        "sessions",
        view=over_time_view(over, sessions, people, page.language),
        names=names,
        failed=failed_sessions(outcomes, page.language),
    )
