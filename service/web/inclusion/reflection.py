"""The page “How inclusive was it?” of a session: three views beside each other, and what follows from them."""

from collections.abc import Mapping
from http import HTTPStatus
from typing import Annotated

from fastapi import APIRouter, Form, Query
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from markupsafe import Markup

from nlp.errors import InputError
from nlp.participation.three_views import Points
from service.actions.types import Origin
from service.analyses.outcomes import Failed, attempt
from service.errors import NotFound
from service.inclusion.types import LONGEST_LINE, LONGEST_NAME, LONGEST_NOTE, LONGEST_TIME
from service.names.slugs import slugify
from service.presentation.inclusion.reflection import USUAL_MINUTES, points, reflection_view
from service.presentation.messages import say_error
from service.web.context import Page, PageContext
from service.web.numbers import Number

PATH = "/programmes/{slug}/forms/{code}/reflection"
Text = Annotated[str, Form(max_length=10_000)]

routes = APIRouter()


@routes.get(PATH)
def reflection(page: Page, slug: str, code: str, minutes: Annotated[int, Query()] = USUAL_MINUTES) -> HTMLResponse:
    """Show the three views, questions and a plan for talking about them."""
    return _reflection(page, slug, code, minutes)


def _reflection(
    page: PageContext, slug: str, code: str, minutes: int = USUAL_MINUTES, problem: Markup | None = None, said: str = ""
) -> HTMLResponse:
    found = page.findings(slug)
    given = page.workspace.reflections.of(slug, code)
    measured = attempt(found.participation, given.form.session) if given.form.session else None
    participation = None if isinstance(measured, Failed) else measured
    answer = page.of_programme(
        "inclusion/reflection.html",
        found.at.programme,
        "sessions",
        form=given.form,
        view=reflection_view(given, participation, page.language, minutes),
        intentions=given.intentions,
        made=_made_of(page, slug, code),
        origin=Origin.REFLECTION.value,
        points=points(page.language),
        elements=tuple((slugify(each), page.language.called(each)) for each in found.at.outline.elements),
        longest={"note": LONGEST_NOTE, "line": LONGEST_LINE, "name": LONGEST_NAME, "time": LONGEST_TIME},
        problem=problem,
        said=said,
    )
    answer.status_code = HTTPStatus.UNPROCESSABLE_ENTITY if problem else HTTPStatus.OK
    return answer


def _made_of(page: PageContext, slug: str, code: str) -> Mapping[str, str]:
    """Return what is to be done -> code of the action, of those that were made of what was said here."""
    every = page.workspace.actions.every(slug)
    own = (each for each in every if each.evidence.origin is Origin.REFLECTION and each.evidence.id == code)
    return {each.what: each.code for each in own}


@routes.post(f"{PATH}/notes")
def observe(
    page: Page,
    slug: str,
    code: str,
    text: Text = "",
    observer: Text = "",
    time: Text = "",
    towards: Annotated[Points, Form(alias="points")] = Points.NEITHER,
) -> Response:
    """Keep what an observer noted."""
    try:
        page.workspace.reflections.observe(slug, code, text, observer, time, towards)
    except NotFound:
        raise
    except InputError as error:
        return _reflection(page, slug, code, problem=say_error(error, page.language), said=text)
    return _back(page, slug, code)


@routes.post(f"{PATH}/notes/take")
def take_over(
    page: Page,
    slug: str,
    code: str,
    numbers: Annotated[tuple[int, ...], Form()] = (),
    element: Annotated[str, Form()] = "",
) -> Response:
    """Put notes of observers among the notes of the programme."""
    try:
        page.workspace.reflections.take_over(slug, code, numbers, element)
    except NotFound:
        raise
    except InputError as error:
        return _reflection(page, slug, code, problem=say_error(error, page.language))
    return _back(page, slug, code)


@routes.post(f"{PATH}/notes/{{number}}/remove")
def forget_note(page: Page, slug: str, code: str, number: Number) -> RedirectResponse:
    """Forget a note of an observer."""
    page.workspace.reflections.forget_note(slug, code, number)
    return _back(page, slug, code)


@routes.post(f"{PATH}/intentions")
def intend(page: Page, slug: str, code: str, text: Text = "") -> Response:
    """Keep a line of what the group wants to do differently."""
    try:
        page.workspace.reflections.intend(slug, code, text)
    except NotFound:
        raise
    except InputError as error:
        return _reflection(page, slug, code, problem=say_error(error, page.language))
    return _back(page, slug, code)


@routes.post(f"{PATH}/intentions/{{number}}/remove")
def forget_intention(page: Page, slug: str, code: str, number: Number) -> RedirectResponse:
    """Forget a line."""
    page.workspace.reflections.forget_intention(slug, code, number)
    return _back(page, slug, code)


def _back(page: PageContext, slug: str, code: str) -> RedirectResponse:
    return page.go("programmes", slug, "forms", code, "reflection")
