"""The facilitator's page of a cell that is written in the room: the link, what comes in, and what is agreed on."""

from http import HTTPStatus
from typing import Annotated

from fastapi import APIRouter, Form
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from markupsafe import Markup

from nlp.errors import InputError
from service.errors import NotFound, Stale
from service.names.slugs import slugify
from service.presentation.messages import say_error
from service.presentation.template import address
from service.rubrics.types import LONGEST_CELL
from service.web.context import Page, PageContext

HERE = "rubrics"
PATH = "/programmes/{slug}/rubrics/rooms"

routes = APIRouter()
Text = Annotated[str, Form(max_length=20_000)]


@routes.post(PATH)
def open_room(page: Page, slug: str, team: Text, element: Text, level: Text) -> RedirectResponse:
    """Let the room write a cell."""
    made = page.workspace.writing.open(slug, team, element, level)
    return page.go("programmes", slug, HERE, "rooms", made.code)


@routes.get(f"{PATH}/{{code}}")
def room(page: Page, slug: str, code: str) -> HTMLResponse:
    """Show how it is reached and what comes in."""
    return _room(page, slug, code)


@routes.post(f"{PATH}/{{code}}/open")
def open_again(page: Page, slug: str, code: str) -> RedirectResponse:
    """Let it take proposals again."""
    page.workspace.writing.set_open(slug, code, is_open=True)
    return page.go("programmes", slug, HERE, "rooms", code)


@routes.post(f"{PATH}/{{code}}/close")
def close(page: Page, slug: str, code: str) -> RedirectResponse:
    """Take no more proposals, and show the rest."""
    page.workspace.writing.set_open(slug, code, is_open=False)
    return page.go("programmes", slug, HERE, "rooms", code)


@routes.post(f"{PATH}/{{code}}/agree")
def agree(
    page: Page,
    slug: str,
    code: str,
    chosen: Annotated[tuple[str, ...], Form()] = (),
    text: Text = "",
    why: Text = "",
    before: Text = "",
) -> Response:
    """Write what the team agrees on into the cell."""
    try:
        page.workspace.writing.agree(slug, code, chosen, text, why, before)
    except NotFound:
        raise
    except InputError as error:
        answer = _room(page, slug, code, say_error(error, page.language), text, frozenset(chosen))
        stale = isinstance(error, Stale)
        answer.status_code = HTTPStatus.CONFLICT if stale else HTTPStatus.UNPROCESSABLE_ENTITY
        return answer
    room = page.workspace.writing.get(slug, code)
    return page.go("programmes", slug, HERE, "write", slugify(room.team), slugify(room.element))


@routes.post(f"{PATH}/{{code}}/remove")
def remove(page: Page, slug: str, code: str) -> RedirectResponse:
    """Forget it and all that was proposed."""
    room = page.workspace.writing.get(slug, code)
    page.workspace.writing.remove(slug, code)
    return page.go("programmes", slug, HERE, "write", slugify(room.team), slugify(room.element))


def _room(
    page: PageContext,
    slug: str,
    code: str,
    problem: Markup | None = None,
    text: str | None = None,
    chosen: frozenset[str] = frozenset(),
) -> HTMLResponse:
    found, writing = page.findings(slug), page.workspace.writing
    given, cell = writing.get(slug, code), writing.cell(slug, code)
    return page.of_programme(
        "rubrics/room.html",
        found.at.programme,
        HERE,
        room=given,
        groups=writing.groups(found, code),
        cell=cell,
        text=cell.text if text is None else text,
        chosen=chosen,
        back=(slugify(given.team), slugify(given.element)),
        fewest=writing.fewest,
        longest=LONGEST_CELL,
        reach=page.reach(address("w", code)) if given.is_open else None,
        problem=problem,
    )
