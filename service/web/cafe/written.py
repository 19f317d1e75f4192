"""What the tables of a World Café wrote, by round and table: read, typed in from paper, put among the notes."""

from http import HTTPStatus
from typing import Annotated

from fastapi import APIRouter, Form
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from markupsafe import Markup

from nlp.errors import InputError
from service.annotations.tokens import is_token, new_token
from service.cafe.types import LONGEST_NOTE, MOST_LINES
from service.errors import NotFound
from service.names.slugs import slugify
from service.presentation.cafe.plan import plan_view, wrote_view
from service.presentation.messages import say_error
from service.presentation.template import address
from service.web.cafe.desk import HERE, PATH
from service.web.context import Page, PageContext

routes = APIRouter()
Number = Annotated[int, Form(ge=0, le=1000)]


@routes.get(f"{PATH}/{{code}}/notes")
def notes(page: Page, slug: str, code: str) -> HTMLResponse:
    """Show what the tables wrote."""
    return _notes(page, slug, code)


@routes.post(f"{PATH}/{{code}}/notes")
def enter(
    page: Page,
    slug: str,
    code: str,
    number: Annotated[int, Form(alias="round", ge=0, le=1000)] = 0,
    table: Number = 0,
    text: Annotated[str, Form(max_length=20_000)] = "",
    element: Annotated[str, Form(max_length=300)] = "",
    token: Annotated[str, Form(max_length=100)] = "",
) -> Response:
    """Keep what stands on the paper of a table."""
    found = page.findings(slug)
    try:
        about = found.name_of(element) if element else ""
        own = token if is_token(token) else new_token()
        page.workspace.table_notes.enter(slug, code, own, number, table, text, about)
    except NotFound:
        raise
    except InputError as error:
        return _notes(page, slug, code, say_error(error, page.language), text)
    return page.go("programmes", slug, "cafes", code, "notes")


def _notes(page: PageContext, slug: str, code: str, problem: Markup | None = None, text: str = "") -> HTMLResponse:
    found, given = page.findings(slug), page.workspace.cafes.get(slug, code)
    written = page.workspace.table_notes.every(found, code)
    elements = tuple((slugify(each), page.language.called(each)) for each in found.at.outline.elements)
    answer = page.of_programme(
        "cafe/notes.html",
        found.at.programme,
        HERE,
        cafe=given,
        view=plan_view(given, page.language),
        rounds=wrote_view(given, written),
        count=len(written),
        tables=len({(each.round, each.table) for each in written}),
        waiting=sum(not each.gathered for each in written),
        elements=elements,
        sorts=tuple((slugify(each), each) for each in dict.fromkeys(note.element for note in written) if each),
        limits={"lines": MOST_LINES, "note": LONGEST_NOTE},
        token=new_token(),
        problem=problem,
        text=text,
    )
    answer.status_code = HTTPStatus.UNPROCESSABLE_ENTITY if problem else HTTPStatus.OK
    return answer


@routes.post(f"{PATH}/{{code}}/notes/gather")
def gather(page: Page, slug: str, code: str) -> RedirectResponse:
    """Put all of them among the notes of the programme."""
    page.workspace.table_notes.gather(slug, code)
    return page.go("programmes", slug, "cafes", code, "notes")


@routes.post(f"{PATH}/{{code}}/notes/{{note}}/remove")
def remove(page: Page, slug: str, code: str, note: str) -> RedirectResponse:
    """Forget a note for good."""
    page.workspace.table_notes.remove(slug, code, note)
    return RedirectResponse(address("programmes", slug, "cafes", code, "notes"), HTTPStatus.SEE_OTHER)
