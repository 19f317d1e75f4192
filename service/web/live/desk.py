"""The facilitator's pages of notes on phones: asking, seeing notes arrive, hiding, bringing them to the wall."""

from http import HTTPStatus
from typing import Annotated

from fastapi import APIRouter, Form, Query
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from markupsafe import Markup

from nlp.errors import InputError
from service.errors import NotFound
from service.names.slugs import slugify
from service.presentation.live.arrived import ArrivedView, arrived_view
from service.presentation.messages import say_error
from service.presentation.template import address, render
from service.web.context import Page, PageContext

HERE = "notes-on-phones"
PATH = f"/programmes/{{slug}}/{HERE}"
TAB = "reviews"
"""The place that the navigation marks."""

routes = APIRouter()
Text = Annotated[str, Form(max_length=1_000)]
Asked = Annotated[str, Query(max_length=1_000)]


@routes.get(PATH)
def desk(page: Page, slug: str, title: Asked = "", review: Asked = "") -> HTMLResponse:
    """Show what was asked, and let something be asked."""
    return _desk(page, slug, title, review)


@routes.post(PATH)
def open_one(
    page: Page,
    slug: str,
    title: Text = "",
    review: Text = "",
    elements: Annotated[tuple[str, ...], Form()] = (),
    team: Text = "",
) -> Response:
    """Ask something, and show how phones reach it."""
    try:
        made = page.workspace.gatherings.open(slug, title, review, elements, asks_team=bool(team))
    except NotFound:
        raise
    except InputError as error:
        return _desk(page, slug, title, review, say_error(error, page.language))
    return page.go("programmes", slug, HERE, made.code)


@routes.post(f"{PATH}/bring")
def bring_all(page: Page, slug: str, element: Text = "") -> RedirectResponse:
    """Bring what is new in all gatherings to the wall, and go on sorting an element."""
    page.workspace.gatherings.bring(slug)
    return page.go("programmes", slug, "elements", element, "sort") if element else page.go("programmes", slug, HERE)


@routes.get(f"{PATH}/{{code}}")
def gathering(page: Page, slug: str, code: str) -> HTMLResponse:
    """Show how phones reach it while it is open, and the notes that have arrived."""
    found, given = page.findings(slug), page.workspace.gatherings.get(slug, code)
    return page.of_programme(
        "live/gathering.html",
        found.at.programme,
        TAB,
        gathering=given,
        view=_arrived(page, slug, code),
        reach=page.reach(address("n", code)) if given.is_open else None,
    )


@routes.get(f"{PATH}/{{code}}/arrived")
def arrived(page: Page, slug: str, code: str, seen: Annotated[int, Query(ge=-1)] = -1) -> Response:
    """Return the part of the page that changes while notes arrive; nothing where it is as it was seen."""
    if page.workspace.gatherings.get(slug, code).changes == seen:
        return Response(status_code=HTTPStatus.NO_CONTENT)
    found = page.findings(slug)
    view, given = _arrived(page, slug, code), page.workspace.gatherings.get(slug, code)
    return HTMLResponse(
        render("live/arrived.html", page.language, programme=found.at.programme, gathering=given, view=view)
    )


@routes.post(f"{PATH}/{{code}}/bring")
def bring_one(page: Page, slug: str, code: str) -> RedirectResponse:
    """Bring what is new to the wall."""
    page.workspace.gatherings.bring(slug, code)
    return page.go("programmes", slug, HERE, code)


@routes.post(f"{PATH}/{{code}}/open")
def open_again(page: Page, slug: str, code: str) -> RedirectResponse:
    """Take notes again."""
    page.workspace.gatherings.set_open(slug, code, is_open=True)
    return page.go("programmes", slug, HERE, code)


@routes.post(f"{PATH}/{{code}}/close")
def close(page: Page, slug: str, code: str) -> RedirectResponse:
    """Take no more notes, and bring what is new to the wall."""
    page.workspace.gatherings.set_open(slug, code, is_open=False)
    return page.go("programmes", slug, HERE, code)


@routes.post(f"{PATH}/{{code}}/remove")
def remove(page: Page, slug: str, code: str) -> RedirectResponse:
    """Forget it; what is on the wall stays there."""
    page.workspace.gatherings.remove(slug, code)
    return page.go("programmes", slug, HERE)


@routes.post(f"{PATH}/{{code}}/notes/{{note}}/hide")
def hide(page: Page, slug: str, code: str, note: str) -> RedirectResponse:
    """Hide a note, also on the wall."""
    page.workspace.gatherings.set_hidden(slug, code, note, hidden=True)
    return page.go("programmes", slug, HERE, code)


@routes.post(f"{PATH}/{{code}}/notes/{{note}}/show")
def show(page: Page, slug: str, code: str, note: str) -> RedirectResponse:
    """Show a note again."""
    page.workspace.gatherings.set_hidden(slug, code, note, hidden=False)
    return page.go("programmes", slug, HERE, code)


def _desk(page: PageContext, slug: str, title: str, review: str, problem: Markup | None = None) -> HTMLResponse:
    found = page.findings(slug)
    outline = found.at.outline
    answer = page.of_programme(
        "live/desk.html",
        found.at.programme,
        TAB,
        gatherings=page.workspace.gatherings.every(slug),
        elements=tuple((slugify(each), page.language.called(each)) for each in outline.elements),
        reviews=tuple(each.name for each in reversed(page.workspace.reviews.every(slug))),
        asked=title,
        review=review,
        problem=problem,
    )
    answer.status_code = HTTPStatus.UNPROCESSABLE_ENTITY if problem else HTTPStatus.OK
    return answer


def _arrived(page: PageContext, slug: str, code: str) -> ArrivedView:
    found, gatherings = page.findings(slug), page.workspace.gatherings
    given = gatherings.get(slug, code)
    marks = page.marks(found.at.programme)
    return arrived_view(given, gatherings.notes(slug, code), found.at.spelling, marks, page.language)
