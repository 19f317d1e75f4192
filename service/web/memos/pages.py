"""The page of memos: reading, writing, answering, closing."""

from collections.abc import Callable
from http import HTTPStatus
from typing import Annotated

from fastapi import APIRouter, Form
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from markupsafe import Markup

from nlp.errors import InputError
from service.analyses.findings import Findings
from service.analyses.outcomes import Failed, attempt
from service.errors import NotFound, NotMadeYet
from service.memos import subjects
from service.memos.types import LONGEST_MEMO, LONGEST_NAME, Subject
from service.presentation.memos.memos import Talk, memos_view, talks
from service.presentation.messages import say_error
from service.web.context import Page, PageContext

PATH = "/programmes/{slug}/memos"
HERE = "memos"

routes = APIRouter()
Text = Annotated[str, Form(max_length=10_000)]
Who = Annotated[str, Form(max_length=1_000)]
Words = Annotated[str, Form(max_length=500)]


@routes.get(PATH)
def memos(page: Page, slug: str, kind: Subject | None = None, id: str = "", element: str = "") -> HTMLResponse:  # noqa: A002
    """Show all memos of a programme, or those about one thing."""
    return _memos(page, slug, kind, id, element)


def _memos(
    page: PageContext,
    slug: str,
    kind: Subject | None = None,
    id_: str = "",
    element: str = "",
    *,
    problem: Markup | None = None,
    text: str = "",
    answered: int = 0,
) -> HTMLResponse:
    found = page.findings(slug)
    given = found.at.programme
    every = attempt(subjects.as_now, found, page.language.code, kind, element)
    if isinstance(every, Failed):
        return page.waiting(given, HERE)
    subject = None
    if kind:
        about = subjects.about(found, kind, id_, element)
        now = subjects.find(found, about, page.language.code)
        subject = (about, now) if now else None
        every = subjects.of_subject(every, kind, id_, element)
    answer = page.of_programme(
        "memos/memos.html",
        given,
        HERE,
        view=memos_view(every, slug, page.language, subject),
        named=bool(page.access.reader.name),
        longest=LONGEST_MEMO,
        longest_name=LONGEST_NAME,
        problem=problem,
        text=text,
        answered=answered,
    )
    answer.status_code = HTTPStatus.UNPROCESSABLE_ENTITY if problem else HTTPStatus.OK
    return answer


def talk_of(page: PageContext, found: Findings, kind: Subject, element: str = "") -> Callable[..., Talk]:
    """Return what gives the link to what is said about things of one kind (`talks`), of an element by its slug."""
    every = attempt(subjects.as_now, found, page.language.code, kind, element)
    return talks(() if isinstance(every, Failed) else every, found.at.slug, page.language)


@routes.post(PATH)
def write(
    page: Page,
    slug: str,
    kind: Annotated[Subject, Form()],
    id: Annotated[str, Form(max_length=500)],  # noqa: A002 - the name of the field
    element: Words = "",
    text: Text = "",
    who: Who = "",
) -> Response:
    """Write a memo about something."""
    try:
        number = page.workspace.memos.begin(slug, kind, id, element, text, who)
    except (NotFound, NotMadeYet):
        raise
    except InputError as error:
        return _memos(page, slug, kind, id, element, problem=say_error(error, page.language), text=text)
    return _to(page, slug, number)


@routes.post(f"{PATH}/{{memo}}/answers")
def answer(page: Page, slug: str, memo: int, text: Text = "", who: Who = "") -> Response:
    """Answer a memo."""
    try:
        page.workspace.memos.answer(slug, memo, text, who)
    except NotFound:
        raise
    except InputError as error:
        return _memos(page, slug, problem=say_error(error, page.language), text=text, answered=memo)
    return _to(page, slug, memo)


@routes.post(f"{PATH}/{{memo}}/close")
def close(page: Page, slug: str, memo: int, who: Who = "") -> RedirectResponse:
    """Close a memo."""
    page.workspace.memos.set_closed(slug, memo, closed=True, who=who)
    return _to(page, slug, memo)


@routes.post(f"{PATH}/{{memo}}/open")
def open_again(page: Page, slug: str, memo: int) -> RedirectResponse:
    """Open a memo again."""
    page.workspace.memos.set_closed(slug, memo, closed=False)
    return _to(page, slug, memo)


@routes.post(f"{PATH}/{{memo}}/remove")
def remove(page: Page, slug: str, memo: int, said: Annotated[int | None, Form()] = None) -> RedirectResponse:
    """Forget an answer, or the whole memo."""
    page.workspace.memos.remove(slug, memo, said)
    return page.go("programmes", slug, HERE)


def _to(page: PageContext, slug: str, number: int) -> RedirectResponse:
    """Go on at a memo, among all of the programme."""
    gone = page.go("programmes", slug, HERE)
    gone.headers["location"] += f"#memo-{number}"
    return gone
