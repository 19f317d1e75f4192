"""Pages that only show."""

from typing import Annotated

from fastapi import APIRouter, Query
from fastapi.responses import HTMLResponse, Response

from service.exports.html import build_report, report_view
from service.presentation.programme.programme import programme_view
from service.presentation.readings.element import element_view
from service.presentation.readings.reading_rows import dots_caption
from service.presentation.rubrics.comparison import rubrics_view
from service.presentation.sessions.session import people_of, session_view
from service.presentation.sessions.session_answers import session_answers
from service.presentation.sessions.session_sentences import session_lead
from service.presentation.sessions.speaker_identities import names_view
from service.web.context import AtDesk

Percent = Annotated[int, Query(ge=0, le=100)]

routes = APIRouter()


@routes.get("/")
def start(desk: AtDesk) -> HTMLResponse:
    """Show the programmes, or the first steps where there is none."""
    return desk.page("programme/start.html", programmes=desk.workspace.programmes())


@routes.get("/programmes/{slug}")
def programme(desk: AtDesk, slug: str, review: str | None = None) -> HTMLResponse:
    """Show where teams understand each other, and where not."""
    found = desk.workspace.programme(slug)
    readings = desk.workspace.readings(slug, review or None)
    ratings = desk.workspace.ratings(slug)
    drift = None if review else desk.workspace.drift(slug)
    signs = desk.marks(found)
    view = programme_view(found, readings["elements"], ratings, signs, desk.language, review or None, drift)
    sessions = [
        (session, session_lead(desk.workspace.participation(slug, session.slug), desk.language)[0])
        for session in desk.workspace.sessions(slug)
    ]
    return desk.programme_page(
        "programme/programme.html", found, "programme", view=view, review=review, sessions=sessions
    )


@routes.get("/programmes/{slug}/elements/{element}")
def element(desk: AtDesk, slug: str, element: str, review: str | None = None) -> HTMLResponse:
    """Show what people mean by an element."""
    found = desk.workspace.programme(slug)
    readings = desk.workspace.readings(slug, review or None)
    given = desk.workspace.element(slug, element, review or None)
    drift = None if review else desk.workspace.drift(slug)
    view = element_view(given, desk.marks(found), desk.language, drift)
    ends = dots_caption(desk.language)
    return desk.programme_page(
        "readings/element.html",
        found,
        "element",
        view=view,
        slug=element,
        review=review,
        model=readings["model"],
        ends=ends,
    )


@routes.get("/programmes/{slug}/rubrics")
def rubrics(desk: AtDesk, slug: str) -> HTMLResponse:
    """Show what rubrics of different teams say alike."""
    found = desk.workspace.programme(slug)
    given = desk.workspace.rubrics(slug)
    view = rubrics_view(given, desk.marks(found), desk.language)
    threshold = desk.language.decimals(float(given["threshold"]))
    return desk.programme_page(
        "rubrics/rubrics.html", found, "rubrics", view=view, model=given["model"], threshold=threshold
    )


@routes.get("/programmes/{slug}/sessions")
def sessions(desk: AtDesk, slug: str) -> HTMLResponse:
    """Show all sessions with who was heard."""
    found = desk.workspace.programme(slug)
    shown = [
        (session, session_lead(desk.workspace.participation(slug, session.slug), desk.language))
        for session in desk.workspace.sessions(slug)
    ]
    return desk.programme_page("sessions/sessions.html", found, "sessions", sessions=shown)


@routes.get("/programmes/{slug}/sessions/{session}")
def session(
    desk: AtDesk, slug: str, session: str, names: bool = True, group: str = "", percent: Percent = 0
) -> HTMLResponse:
    """Show who was heard in a session, by name or by number; a group may be measured against a share that is set."""
    found, meeting = desk.workspace.programme(slug), desk.workspace.session(slug, session)
    expected = {group: percent / 100} if group else {}
    given = desk.workspace.participation(slug, session, expected=expected)
    roster = desk.workspace.people(slug)
    keep = (*found.teams, *found.elements)
    people = people_of([given], roster, desk.language, names=names, keep=keep)
    view = session_view(given, roster, people, desk.marks(found), desk.language)
    observed = session_answers(desk.workspace, slug, session, given, people, desk.language)
    whose = names_view(desk.workspace.identities.of(slug, session), roster, desk.language) if names else None
    rosters = [file.filename for file in desk.workspace.files(slug) if file.kind == "roster"]
    return desk.programme_page(
        "sessions/session.html",
        found,
        "sessions",
        view=view,
        session=meeting,
        names=names,
        observed=observed,
        whose=whose,
        rosters=rosters,
    )


@routes.get("/programmes/{slug}/report")
def report(desk: AtDesk, slug: str, names: bool = False) -> HTMLResponse:
    """Show the report as a page that can be printed."""
    found = desk.workspace.programme(slug)
    view = report_view(desk.workspace, slug, desk.language, names=names)
    return desk.programme_page("report/report.html", found, "report", view=view, names=names)


@routes.get("/programmes/{slug}/report.html")
def download(desk: AtDesk, slug: str, names: bool = False) -> Response:
    """Give the report as one file."""
    html = build_report(desk.workspace, slug, desk.language.code, names=names)
    return HTMLResponse(html, headers={"content-disposition": 'attachment; filename="report/report.html"'})
