"""The page of the assistant: where notes go, asking, taking and refusing."""

from http import HTTPStatus
from typing import Annotated
from urllib.parse import unquote

from fastapi import APIRouter, Form
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from markupsafe import Markup

from nlp.errors import InputError
from service.analyses.outcomes import Failed, attempt
from service.annotations.reading_edits import Editor
from service.assistant.asked import ASSISTANT, Asked, Task
from service.assistant.assistant import shown_proposals
from service.assistant.standing import standing
from service.errors import NotFound, NotMadeYet
from service.names.slugs import slugify
from service.presentation.assistant.assistant import assistant_view, sentence
from service.presentation.messages import say_error
from service.programmes.snapshot import LONGEST_NAME
from service.web.context import Page, PageContext
from service.web.numbers import Number
from service.web.routes.edits import COOKIE

PATH = "/programmes/{slug}/assistant"
HERE = "assistant"

routes = APIRouter()
Short = Annotated[str, Form(max_length=500)]
Who = Annotated[str, Form(max_length=1_000)]


@routes.get(PATH)
def assistant(page: Page, slug: str) -> HTMLResponse:
    """Show what was proposed, and what can be asked for."""
    return _assistant(page, slug)


def _assistant(page: PageContext, slug: str, problem: Markup | None = None) -> HTMLResponse:
    _ = page.workspace.assistant.model  # without one there is no such page
    found = page.findings(slug)
    given = found.at.programme
    shown = attempt(shown_proposals, found)
    if isinstance(shown, Failed):
        return page.waiting(given, HERE)
    stands = standing(page.workspace.assistant, found)
    answer = page.of_programme(
        "assistant/assistant.html",
        given,
        HERE,
        view=assistant_view(stands, shown, len(found.at.proposals), given.name, slug, page.language),
        stands=stands,
        work=page.work(given, only=ASSISTANT),
        slugs={each: slugify(each) for each in given.elements},
        named=bool(page.access.reader.name),
        longest_name=LONGEST_NAME,
        problem=problem,
    )
    answer.status_code = HTTPStatus.UNPROCESSABLE_ENTITY if problem else HTTPStatus.OK
    return answer


@routes.post(PATH)
def ask(page: Page, slug: str, language: Short = "en", element: Short = "") -> Response:
    """Ask for names and sentences."""
    try:
        page.workspace.assistant.ask(slug, Asked(Task.READINGS, language, element))
    except NotFound:
        raise
    except InputError as error:
        return _assistant(page, slug, say_error(error, page.language))
    return page.go("programmes", slug, HERE)


@routes.post(f"{PATH}/allow")
def allow(page: Page, slug: str, host: Short = "", who: Who = "") -> Response:
    """Confirm where notes will go."""
    desk, name = page.workspace.assistant, page.findings(slug).at.row.name
    said = str(sentence(name, desk.host, desk.model, page.language).striptags())
    try:
        desk.allow(slug, host, said, who)
    except NotFound:
        raise
    except InputError as error:
        return _assistant(page, slug, say_error(error, page.language))
    return page.go("programmes", slug, HERE)


@routes.post(f"{PATH}/forbid")
def forbid(page: Page, slug: str) -> RedirectResponse:
    """Take that back."""
    page.workspace.assistant.forbid(slug)
    return page.go("programmes", slug, HERE)


@routes.post(f"{PATH}/proposals/{{proposal}}/accept")
def accept(page: Page, slug: str, proposal: Number) -> Response:
    """Take a proposal."""
    try:
        page.workspace.assistant.accept(slug, proposal, _editor(page))
    except (NotFound, NotMadeYet):
        raise
    except InputError as error:
        return _assistant(page, slug, say_error(error, page.language))
    return page.go("programmes", slug, HERE)


@routes.post(f"{PATH}/proposals/{{proposal}}/reject")
def reject(page: Page, slug: str, proposal: Number) -> RedirectResponse:
    """Refuse a proposal, or take off what was taken."""
    page.workspace.assistant.reject(slug, proposal, _editor(page))
    return page.go("programmes", slug, HERE)


def _editor(page: PageContext) -> Editor:
    return Editor(unquote(page.request.cookies.get(COOKIE, "")), page.language.code)
