"""Pages that only show."""

from dataclasses import replace
from typing import Annotated

from fastapi import APIRouter, Query
from fastapi.responses import HTMLResponse, Response
from markupsafe import Markup

from nlp.participation.types import Participation
from service.access.permissions import Need
from service.analyses.findings import Findings
from service.analyses.outcomes import Failed, Pending, attempt
from service.annotations.joined_names import programme_names
from service.annotations.judged_matches import judgements
from service.annotations.speaker_identities import session_names
from service.assistant.assistant import shown_proposals
from service.assistant.proposed import sentences_of
from service.exports.report import Wanted, build_report
from service.memos.types import Subject
from service.presentation.actions.actions import open_actions
from service.presentation.failures import failure, failures
from service.presentation.giving_back.answers import told_beside
from service.presentation.i18n import Language
from service.presentation.inclusion.power import session_power
from service.presentation.privacy.called import people_in
from service.presentation.privacy.keeping import ending
from service.presentation.programme.programme import programme_view
from service.presentation.questions.question_list import of_session, question_list
from service.presentation.readings.element import element_view
from service.presentation.readings.reading_rows import dots_caption
from service.presentation.report.compose import compose
from service.presentation.report.findings_view import report_view
from service.presentation.report.rows import shown
from service.presentation.rubrics.comparison import rubrics_view
from service.presentation.rubrics.judged import judged_pairs
from service.presentation.sessions.feedback import session_feedback
from service.presentation.sessions.session import session_view, titled
from service.presentation.sessions.session_attendance import attendance_view
from service.presentation.sessions.session_lead import session_lead
from service.presentation.sessions.speaker_identities import identities_view
from service.publications.types import Reader
from service.types import Session
from service.web.caching.remembered import remembered
from service.web.context import Page
from service.web.memos.pages import talk_of
from service.web.routes.places.own_team import first_page
from service.web.routes.places.reports import named_formats
from service.web.running.apart import made_apart

Percent = Annotated[int, Query(ge=0, le=100)]

routes = APIRouter()


@routes.get("/")
def start(page: Page) -> HTMLResponse:
    """Show the programmes, or the first steps where there is none."""
    programmes = page.workspace.programmes.of(page.access.reader)
    return page.answer("programme/start.html", programmes=programmes, may_make=page.access.may(Need.MAKER))


@routes.get("/programmes/{slug}")
@remembered
def programme(page: Page, slug: str, review: str | None = None) -> HTMLResponse:
    """Show where teams understand each other, and where not; to members and observers, what they can do here."""
    if not page.access.may_everything:
        return first_page(page, slug)
    found, review = page.findings(slug), review or None
    given = found.at.programme
    readings = attempt(found.readings, review)
    if isinstance(readings, Pending):
        return page.waiting(given, "programme")
    drift = None if review or isinstance(readings, Failed) else attempt(found.drift)
    view = programme_view(
        given,
        () if isinstance(readings, Failed) else readings.elements,
        found.ratings(),
        page.marks(given),
        page.language,
        review,
        None if isinstance(drift, Failed) else drift,
    )
    sessions = [(each, lead[0]) for each, lead in _leads(found, page.language)]
    names = attempt(programme_names, found)
    failed = failures({"readings": readings, "drift": drift}, page.language)
    return page.of_programme(
        "programme/programme.html",
        given,
        "programme",
        view=view,
        asked=question_list(view.questions, found.at.questions, page.language),
        review=review,
        sessions=sessions,
        failed=failed,
        agreed=open_actions(page.workspace.actions, slug, page.language),
        ending=ending(page.workspace.retention.of(slug), page.language),
        same_names=0 if isinstance(names, Failed) else len(names.proposals),
        assistant=page.workspace.assistant.is_on,
        coming=next((each for each in page.workspace.reviews.every(slug) if not each.is_held), None),
    )


@routes.get("/programmes/{slug}/elements/{element}")
@remembered
def element(page: Page, slug: str, element: str, review: str | None = None) -> HTMLResponse:
    """Show what people mean by an element."""
    found, review = page.findings(slug), review or None
    given = found.at.programme
    readings = attempt(found.element, element, review)
    if isinstance(readings, Failed):
        return page.without("readings", readings, given, "element")
    drift = None if review else attempt(found.element_drift, element)
    view = element_view(readings, page.marks(given), page.language, None if isinstance(drift, Failed) else drift)
    return page.of_programme(
        "readings/element.html",
        given,
        "element",
        view=view,
        asked=question_list(view.questions, found.at.questions, page.language, f"elements/{element}"),
        slug=element,
        review=review,
        model=found.model,
        ends=dots_caption(page.language),
        failed=failures({"drift": drift}, page.language),
        told={} if review else told_beside(page.workspace.asks, found, page.language, element),
        talk=None if review else talk_of(page, found, Subject.READING, element),
        described={} if review else sentences_of(shown_proposals(found), page.language.code),
        assistant=page.workspace.assistant.is_on,
    )


@routes.get("/programmes/{slug}/rubrics")
@remembered
def rubrics(page: Page, slug: str) -> HTMLResponse:
    """Show what rubrics of different teams say alike."""
    found = page.findings(slug)
    given, compared = found.at.programme, attempt(found.rubrics)
    if isinstance(compared, Failed):
        return page.without("rubrics", compared, given, "rubrics")
    view = rubrics_view(compared, page.marks(given), page.language)
    threshold = page.language.decimals(compared.threshold)
    judged = judged_pairs(judgements(found.at, compared), page.language)
    return page.of_programme(
        "rubrics/rubrics.html",
        given,
        "rubrics",
        view=view,
        asked=question_list(view.questions, found.at.questions, page.language, "rubrics"),
        model=compared.model,
        threshold=threshold,
        judged=judged,
        nameless=[file.filename for file in found.at.of_kind("rubric") if not file.outline.teams],
    )


@routes.get("/programmes/{slug}/sessions")
@remembered
def sessions(page: Page, slug: str) -> HTMLResponse:
    """Show all sessions with who was heard."""
    found = page.findings(slug)
    shown = _leads(found, page.language)
    return page.of_programme("sessions/sessions.html", found.at.programme, "sessions", sessions=shown)


@routes.get("/programmes/{slug}/sessions/{session}")
@remembered
def session(
    page: Page, slug: str, session: str, names: bool = True, group: str = "", percent: Percent = 0, whole: bool = False
) -> HTMLResponse:
    """Show who was heard in a session, by name or by number; a group may be measured against a share that is set."""
    found, language = page.findings(slug), page.language
    given, meeting, roster = found.at.programme, found.at.session(session), found.at.people
    rosters = [file.filename for file in found.at.of_kind("roster")]
    measured = attempt(found.participation, session)
    if isinstance(measured, Failed):
        return page.without("session", measured, given, "sessions", session=meeting, rosters=rosters)
    if group:
        measured = found.participation(session, expected={group: percent / 100})
    row = found.at.session_row(session)
    names = names and found.at.agreed.of_session(row.file_id).may_be_named
    people = people_in(found, {session: measured}, language, f"session {session}", names=names, whole=whole)
    tools = names and (whole or not row.first_names)
    view = session_view(measured, roster, people, page.marks(given), language)
    own = of_session(view.questions, session)
    asked = question_list(own, found.at.questions, language, f"sessions/{session}", people if people.hides else None)
    return page.of_programme(
        "sessions/session.html",
        given,
        "sessions",
        view=view,
        asked=asked,
        session=titled(meeting, people),
        names=names,
        pictures_named=names and "names" in page.request.query_params,
        feedback=session_feedback(page.workspace.feedback, found.at, session, measured, people, language),
        identities=identities_view(session_names(found, session), roster, language) if tools else None,
        attendance=attendance_view(measured, language) if tools else None,
        power=session_power(page.workspace.power.of(found.at, session), measured, roster, people, language),
        first_names=row.first_names,
        whole_title=meeting.title,
        whole=whole,
        rosters=rosters,
        talk=talk_of(page, found, Subject.SESSION)("session", session),
    )


@routes.get("/programmes/{slug}/report")
@remembered
def report(page: Page, slug: str, names: bool = False) -> HTMLResponse:
    """Show the report as a page that can be printed."""
    found = page.findings(slug)
    actions = page.workspace.actions.every(slug)
    view = report_view(found, page.workspace.feedback, page.language, names=names, actions=actions)
    if found.missing:
        return page.waiting(found.at.programme, "report")
    view = replace(view, told=told_beside(page.workspace.asks, found, page.language))
    naming = {row.label.reading: element.slug for element in view.elements for row in element.rows}
    document = shown(compose(view, page.language), naming)
    formats = named_formats(Reader.FACILITATOR, page.language)
    return page.of_programme(
        "report/report.html", found.at.programme, "report", names=names, formats=formats, **document
    )


@routes.get("/programmes/{slug}/report.html")
@made_apart
def download(page: Page, slug: str, names: bool = False) -> Response:
    """Give the report as one file."""
    html = build_report(page.workspace, slug, Wanted(language=page.language.code, names=names))
    page.workspace.journal.exported(slug, "report.html")
    return HTMLResponse(html, headers={"content-disposition": 'attachment; filename="report.html"'})


def _leads(found: Findings, language: Language) -> list[tuple[Session, tuple[Markup, ...]]]:
    """Return every session with the sentences that say first who was heard, or why that cannot be said."""
    return [(each, _lead(attempt(found.participation, each.slug), language)) for each in found.at.sessions]


def _lead(measured: Participation | Failed, language: Language) -> tuple[Markup, ...]:
    if isinstance(measured, Failed):
        return (failure("session", measured, language),)
    return session_lead(measured, language)
