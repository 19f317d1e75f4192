"""The phones in a World Café: everybody finds their tables, and each table writes down what is said at it."""

from collections.abc import Mapping
from http import HTTPStatus
from typing import Annotated

from fastapi import APIRouter, Query
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from markupsafe import Markup

from nlp.errors import InputError
from service.annotations.tokens import is_token, new_token
from service.cafe.types import LONGEST_NOTE, MOST_LINES, Cafe
from service.errors import Closed, NotFound
from service.names.slugs import slugify
from service.presentation.cafe.plan import plan_view, wrote_view
from service.presentation.messages import say_error
from service.presentation.template import address, render
from service.web.context import Page, PageContext
from service.web.on_phones import Sent, tongues

LARGEST = 1_000
SIGNS = 4

routes = APIRouter()
Number = Annotated[int, Query(ge=0, le=LARGEST)]


@routes.get("/t/{code}")
def tables(
    page: Page,
    code: str,
    table: Number = 0,
    number: Annotated[int, Query(alias="round", ge=0, le=LARGEST)] = 0,
    kept: Number = 0,
) -> HTMLResponse:
    """Show who sits where; of a table what it wrote, and let it write more."""
    return _tables(page, code, table, number, kept)


@routes.post("/t/{code}")
def write(page: Page, code: str, sent: Sent) -> Response:
    """Keep what a table wrote."""
    table, number, token = _number(sent, "table"), _number(sent, "round"), sent.get("token", "")
    found = page.findings(page.workspace.cafes.programme_of(code))
    text = sent.get("text", "")
    try:
        element = found.name_of(sent["element"]) if sent.get("element") else ""
        own = token if is_token(token) else new_token()
        kept = page.workspace.table_notes.write(code, own, number, table, text, element)
    except Closed:
        return RedirectResponse(address("t", code, lang=page.language.code), HTTPStatus.SEE_OTHER)
    except NotFound:
        raise
    except InputError as error:
        answer = _tables(page, code, table, number, problem=say_error(error, page.language), text=text)
        answer.status_code = HTTPStatus.UNPROCESSABLE_ENTITY
        return answer
    more = {"table": str(table), "round": str(number), "kept": str(kept)}
    return RedirectResponse(address("t", code, lang=page.language.code, **more), HTTPStatus.SEE_OTHER)


def _tables(
    page: PageContext,
    code: str,
    table: int,
    number: int,
    kept: int = 0,
    problem: Markup | None = None,
    text: str = "",
) -> HTMLResponse:
    slug = page.workspace.cafes.programme_of(code)
    found, given = page.findings(slug), page.workspace.cafes.get(slug, code)
    at = number if 1 <= number <= len(given.questions) else given.now
    is_table = given.is_open and 1 <= table <= len(given.seating.rounds[at - 1])
    return HTMLResponse(
        render(
            "cafe/phone.html",
            page.language,
            switch=tongues(page),
            cafe=given,
            view=plan_view(given, page.language),
            table=table if is_table else 0,
            at=at,
            wrote=_of_table(page, given, table) if is_table else (),
            elements=tuple((slugify(each), page.language.called(each)) for each in found.at.outline.elements),
            limits={"lines": MOST_LINES, "note": LONGEST_NOTE},
            token=new_token(),
            kept=kept,
            problem=problem,
            text=text,
        )
    )


def _of_table(page: PageContext, given: Cafe, table: int) -> object:
    found = page.found or page.findings(page.workspace.cafes.programme_of(given.code))
    written = page.workspace.table_notes.every(found, given.code)
    return wrote_view(given, [each for each in written if each.table == table])


def _number(sent: Mapping[str, str], name: str) -> int:
    said = sent.get(name, "")
    return int(said) if said.isascii() and said.isdecimal() and len(said) < SIGNS else 0
