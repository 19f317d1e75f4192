"""The facilitator's pages of actions: agreeing, changing, looking again at a review, leaving with a reason."""

from dataclasses import dataclass
from http import HTTPStatus
from typing import Annotated, Literal

from fastapi import APIRouter, Depends, Form, Query
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from markupsafe import Markup

from nlp.errors import InputError
from nlp.readings.drift import ElementDrift
from service.actions.evidence import last_review
from service.actions.types import Became, Origin, Source, Status
from service.analyses.findings import Findings
from service.analyses.outcomes import Failed, Pending, attempt
from service.errors import NotFound
from service.exports.actions import actions_as_csv
from service.memos.types import Subject
from service.names.slugs import slugify
from service.presentation.actions.actions import (
    BECAME,
    STATUSES,
    action_view,
    actions_view,
    beside_view,
    evidence_view,
    lead_of_review,
    left_view,
)
from service.presentation.actions.unanswered import unanswered_view
from service.presentation.messages import say_error
from service.presentation.template import address
from service.web.attachment import attachment
from service.web.context import Page, PageContext
from service.web.memos.pages import talk_of

PATH = "/programmes/{slug}/actions"
HERE = "actions"

routes = APIRouter()
Text = Annotated[str, Form(max_length=5_000)]


@dataclass(frozen=True)
class Typed:
    """What somebody typed of an action."""

    what: Text = ""
    who: Text = ""
    until: Text = ""


NOTHING_TYPED = Typed()


def _typed(what: Text = "", who: Text = "", until: Text = "") -> Typed:
    return Typed(what, who, until)


def _form_source(
    origin: Annotated[Origin, Form()] = Origin.HAND,
    id: Text = "",  # noqa: A002 - the name of the field
    element: Text = "",
    text: Text = "",
) -> Source:
    return Source(origin, id, element, text)


Short = Annotated[str, Query(max_length=2_000)]
Given = Annotated[Typed, Depends(_typed)]
FormSource = Annotated[Source, Depends(_form_source)]


@routes.get(PATH)
def actions(page: Page, slug: str) -> HTMLResponse:
    """Show what was agreed, and write down more."""
    return _actions(page, slug)


def _actions(page: PageContext, slug: str, typed: Typed = NOTHING_TYPED, problem: Markup | None = None) -> HTMLResponse:
    found, work = page.findings(slug), page.workspace.actions
    calendar = work.calendar(slug)
    reach = page.reach(address("a", calendar.secret)) if calendar else None
    return _answer(
        page,
        found,
        "actions",
        problem,
        view=actions_view(work.every(slug), found, work.today, page.language),
        typed=typed,
        people=_people(found),
        calendar=calendar,
        feed=(reach.url or f"{str(page.request.base_url).rstrip('/')}{reach.here}") if reach else "",
        reach_words=reach.words if reach else "",
    )


@routes.post(PATH)
def make(page: Page, slug: str, typed: Given, source: FormSource) -> Response:
    """Keep an action, with what led to it."""
    try:
        made = page.workspace.actions.make(slug, typed.what, typed.who, typed.until, source, page.language)
    except NotFound:
        raise
    except InputError as error:
        problem = say_error(error, page.language)
        is_by_hand = source.origin is Origin.HAND
        return _actions(page, slug, typed, problem) if is_by_hand else _new(page, slug, source, typed, problem)
    return page.go("programmes", slug, HERE, made.code)


@routes.get(f"{PATH}.csv")
def table(page: Page, slug: str) -> Response:
    """Give the actions as a table."""
    found = page.findings(slug)
    data = actions_as_csv(page.workspace.actions.every(slug))
    page.workspace.journal.exported(slug, "actions.csv")
    return Response(data, media_type="text/csv; charset=utf-8", headers=attachment(f"{found.at.slug}-actions.csv"))


@routes.get(f"{PATH}/new")
def new(
    page: Page,
    slug: str,
    origin: Origin = Origin.HAND,
    id: Short = "",  # noqa: A002 - the name of the field
    element: Short = "",
    text: Short = "",
) -> HTMLResponse:
    """Show what an action is made of, and ask what is to be done about it."""
    return _new(page, slug, Source(origin, id, element, text))


def _new(
    page: PageContext, slug: str, source: Source, typed: Typed = NOTHING_TYPED, problem: Markup | None = None
) -> HTMLResponse:
    found = page.findings(slug)
    taken = attempt(page.workspace.actions.taken_down, slug, source, page.language)
    if isinstance(taken, Failed):
        return page.without("readings", taken, found.at.programme, HERE)
    view = evidence_view(taken, page.language, page.marks(found.at.programme))
    return _answer(page, found, "new", problem, of=source, evidence=view, typed=typed, people=_people(found))


@routes.get(f"{PATH}/said-and-done")
def said_and_done(page: Page, slug: str) -> HTMLResponse:
    """Show each action beside what led to it, then and now: first those of which nothing was said yet."""
    found, work = page.findings(slug), page.workspace.actions
    given, beside = found.at.programme, attempt(work.beside, found)
    if isinstance(beside, Failed):
        return page.without("readings", beside, given, HERE)
    marks, today, review = page.marks(given), work.today, last_review(found)
    drift = {element: _drift(found, element) for element in {each.action.evidence.element for each in beside}}
    views = [
        beside_view(each, found, drift[each.action.evidence.element], marks, today, page.language) for each in beside
    ]
    return _answer(
        page,
        found,
        "said_and_done",
        actions=views,
        lead=lead_of_review([each.action for each in beside], review, page.language),
        review=review,
        became=_became(page),
    )


@routes.get(f"{PATH}/unanswered")
def unanswered(
    page: Page, slug: str, review: Short = "", number: Annotated[int, Query(alias="page", ge=1, le=1_000_000)] = 1
) -> HTMLResponse:
    """Show what people raised and nobody has answered."""
    found, work = page.findings(slug), page.workspace.actions
    given, left_open = found.at.programme, attempt(work.unanswered, found, review)
    if isinstance(left_open, Failed):
        return page.without("readings", left_open, given, HERE)
    when = found.at.review(review or None) or ""
    return _answer(
        page,
        found,
        "unanswered",
        view=unanswered_view(left_open, when, page.marks(given), page.language, number),
        left=[left_view(each, page.language) for each in work.left_shown(found)],
        review=when or None,
    )


@routes.post(f"{PATH}/left")
def leave(page: Page, slug: str, source: FormSource, reason: Text = "", back: Text = "") -> Response:
    """Keep why something is left as it is."""
    try:
        page.workspace.actions.leave(slug, reason, source)
    except NotFound:
        raise
    except InputError as error:
        return _new(page, slug, source, problem=say_error(error, page.language))
    query = {"review": back} if back else {}
    return RedirectResponse(address("programmes", slug, HERE, "unanswered", **query), status_code=303)


@routes.post(f"{PATH}/left/{{code}}/remove")
def take_up(page: Page, slug: str, code: str) -> RedirectResponse:
    """Let what was left be unanswered again."""
    page.workspace.actions.take_up(slug, code)
    return page.go("programmes", slug, HERE, "unanswered")


@routes.post(f"{PATH}/calendar")
def open_calendar(page: Page, slug: str, names: Annotated[bool, Form()] = False) -> RedirectResponse:
    """Make an address for calendars, in the place of the one that there was."""
    page.workspace.actions.open_calendar(slug, names=names)
    return page.go("programmes", slug, HERE)


@routes.post(f"{PATH}/calendar/close")
def close_calendar(page: Page, slug: str) -> RedirectResponse:
    """Let the address for calendars lead nowhere."""
    page.workspace.actions.close_calendar(slug)
    return page.go("programmes", slug, HERE)


@routes.get(f"{PATH}/{{code}}")
def action(page: Page, slug: str, code: str) -> HTMLResponse:
    """Show an action with what led to it."""
    return _action(page, slug, code)


def _action(page: PageContext, slug: str, code: str, problem: Markup | None = None) -> HTMLResponse:
    found, work = page.findings(slug), page.workspace.actions
    own = work.get(slug, code)
    marks, today, review = page.marks(found.at.programme), work.today, last_review(found)
    beside = attempt(work.then_and_now, found, own)
    if isinstance(beside, Failed):
        if isinstance(beside, Pending):
            return page.waiting(found.at.programme, HERE)
        view = action_view(own, found, today, evidence_view(own.evidence, page.language), page.language)
    else:
        view = beside_view(beside, found, _drift(found, own.evidence.element), marks, today, page.language)
    statuses = [(each.value, page.language.gettext(said)) for each, said in STATUSES.items()]
    talk = talk_of(page, found, Subject.ACTION)("action", code)
    shown = {"one": view, "statuses": statuses, "became": _became(page), "review": review, "people": _people(found)}
    return _answer(page, found, "action", problem, talk=talk, **shown)


@routes.post(f"{PATH}/{{code}}")
def change(
    page: Page,
    slug: str,
    code: str,
    what: Annotated[str | None, Form(max_length=5_000)] = None,
    who: Annotated[str | None, Form(max_length=5_000)] = None,
    until: Annotated[str | None, Form(max_length=40)] = None,
    status: Annotated[Status | None, Form()] = None,
) -> Response:
    """Say what is otherwise."""
    try:
        page.workspace.actions.change(slug, code, what=what, who=who, until=until, status=status)
    except NotFound:
        raise
    except InputError as error:
        return _action(page, slug, code, say_error(error, page.language))
    return page.go("programmes", slug, HERE, code)


@routes.post(f"{PATH}/{{code}}/verdict")
def judge(
    page: Page,
    slug: str,
    code: str,
    became: Annotated[Became | Literal[""], Form()] = "",
    line: Text = "",
    review: Text = "",
    back: Text = "",
) -> Response:
    """Say what became of it, or take that back."""
    try:
        page.workspace.actions.judge(slug, code, became or None, line, review or None)
    except NotFound:
        raise
    except InputError as error:
        return _action(page, slug, code, say_error(error, page.language))
    if back:
        return RedirectResponse(f"{address('programmes', slug, HERE, 'said-and-done')}#a-{code}", status_code=303)
    return page.go("programmes", slug, HERE, code)


@routes.post(f"{PATH}/{{code}}/remove")
def remove(page: Page, slug: str, code: str) -> RedirectResponse:
    """Forget an action."""
    page.workspace.actions.remove(slug, code)
    return page.go("programmes", slug, HERE)


@routes.get("/a/{code}")
def calendar(page: Page, code: str) -> Response:
    """Give the actions to a calendar."""
    return Response(page.workspace.actions.as_calendar(code), media_type="text/calendar; charset=utf-8")


def _answer(
    page: PageContext, found: Findings, template: str, problem: Markup | None = None, **shown: object
) -> HTMLResponse:
    answer = page.of_programme(f"actions/{template}.html", found.at.programme, HERE, problem=problem, **shown)
    answer.status_code = HTTPStatus.UNPROCESSABLE_ENTITY if problem else HTTPStatus.OK
    return answer


def _people(found: Findings) -> tuple[str, ...]:
    """Return who may do something: the teams, then everybody on a roster."""
    return (*found.at.outline.teams, *(each.name for each in found.at.people))


def _became(page: PageContext) -> tuple[tuple[str, Markup], ...]:
    return tuple((each.value, page.language.gettext(said)) for each, said in BECAME.items())


def _drift(found: Findings, element: str) -> ElementDrift | None:
    drift = attempt(found.element_drift, slugify(found.at.spelling.element(element))) if element else None
    return None if isinstance(drift, Failed) else drift
