"""The page of the library, and how libraries of other installations come in."""

from http import HTTPStatus
from typing import Annotated

from fastapi import APIRouter, File, Query, UploadFile
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from markupsafe import Markup

from nlp.errors import InputError
from service.library.file_format import FILENAME, LARGEST_FILE, MEDIA_TYPE
from service.library.types import LibraryKind
from service.presentation.library.library import arrival_view, library_view
from service.presentation.messages import say_error
from service.web.attachment import attachment
from service.web.context import Page, PageContext
from service.web.numbers import Number

routes = APIRouter()
Words = Annotated[str, Query(max_length=1_000)]


@routes.get("/library")
def library(page: Page, q: Words = "", kind: Words = "", element: Words = "", language: Words = "") -> HTMLResponse:
    """Show what programmes share, and what was brought in."""
    return _library(page, q, kind, element, language)


def _library(
    page: PageContext,
    q: str = "",
    kind: str = "",
    element: str = "",
    language: str = "",
    problem: Markup | None = None,
) -> HTMLResponse:
    shelf = page.workspace.shelf
    every = shelf.every()
    chosen = LibraryKind(kind) if kind in tuple(LibraryKind) else None
    among = shelf.every(chosen, element, language) if chosen or element or language else every
    view = library_view(shelf.search(q, among), every, page.workspace.library_files.every(), page.language)
    asked = {"q": q, "kind": kind, "element": element, "language": language}
    answer = page.answer("library/library.html", view=view, asked=asked, least=shelf.least_likeness, problem=problem)
    answer.status_code = HTTPStatus.UNPROCESSABLE_ENTITY if problem else HTTPStatus.OK
    return answer


@routes.get("/library.json")
def export(page: Page) -> Response:
    """Give the whole library as a file."""
    data = page.workspace.library_files.write(page.workspace.shelf.every())
    return Response(data, media_type=MEDIA_TYPE, headers=attachment(FILENAME))


@routes.post("/library/import")
def receive(page: Page, file: Annotated[UploadFile, File()]) -> Response:
    """Take in a library of another installation, to be looked at first."""
    try:
        arrival = page.workspace.library_files.receive(file.file.read(LARGEST_FILE + 1), file.filename or "")
    except InputError as error:
        return _library(page, problem=say_error(error, page.language))
    return page.go("library", "import", arrival.token)


@routes.get("/library/import/{token}")
def arrival(page: Page, token: str) -> HTMLResponse:
    """Show what a file would bring."""
    waiting = page.workspace.library_files.waiting(token)
    view = arrival_view(waiting, page.language)
    return page.answer("library/arrival.html", view=view, filename=waiting.filename, token=token)


@routes.post("/library/import/{token}/keep")
def keep(page: Page, token: str) -> RedirectResponse:
    """Bring in what waits."""
    page.workspace.library_files.bring(token)
    return page.go("library")


@routes.post("/library/import/{token}/discard")
def discard(page: Page, token: str) -> RedirectResponse:
    """Forget what waits."""
    page.workspace.library_files.discard(token)
    return page.go("library")


@routes.post("/library/files/{number}/remove")
def remove_file(page: Page, number: Number) -> RedirectResponse:
    """Take out all that a file brought."""
    page.workspace.library_files.remove(number)
    return page.go("library")


@routes.post("/library/{shared}/remove")
def remove(page: Page, shared: str) -> RedirectResponse:
    """Take out one entry that was brought in."""
    page.workspace.library_files.remove_entry(shared)
    return page.go("library")
