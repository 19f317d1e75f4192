"""Changing the readings of an element: the page, its forms, and the file of changes."""

import json
from typing import Annotated
from urllib.parse import quote, unquote

from fastapi import APIRouter, Depends, File, Form, Request, UploadFile
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from service.analyses.outcomes import Failed, attempt
from service.annotations.edits_file import edits_from_bytes, edits_to_json
from service.annotations.reading_edits import Editor
from service.presentation.i18n import NAMES
from service.presentation.readings.edits import edits_view
from service.presentation.template import address
from service.web.context import A_YEAR, Page

COOKIE = "changed-by"
ALONE, OWN = "alone", "own"
PATH = "/programmes/{slug}/elements/{element}/edit"

routes = APIRouter()


def _editor(page: Page) -> Editor:
    """Return who makes the changes, if they said so, and in which language they read."""
    return Editor(unquote(page.request.cookies.get(COOKIE, "")), page.language.code)


async def _names(request: Request) -> dict[str, str]:
    """Return language -> name, of the languages of the interface."""
    form = await request.form(max_files=0)
    return {code: str(form.get(f"name-{code}", "")) for code in NAMES}


Names = Annotated[dict[str, str], Depends(_names)]
ByEditor = Annotated[Editor, Depends(_editor)]
Text = Annotated[str, Form()]


@routes.get(PATH)
def edit(page: Page, slug: str, element: str, who: ByEditor, reading: str = "") -> HTMLResponse:
    """Show the readings of an element with all that can be changed; `reading` is the one to name."""
    found = page.findings(slug)
    given, readings = found.at.programme, attempt(found.readings)
    if isinstance(readings, Failed):
        return page.without("readings", readings, given, "element")
    view = edits_view(readings, found.element(element), page.marks(given), page.language, reading)
    return page.of_programme("readings/edit.html", given, "element", view=view, element=element, by=who.name)


@routes.post(f"{PATH}/name")
def rename(
    page: Page, slug: str, element: str, who: ByEditor, names: Names, reading: Text = "", name: Text = ""
) -> RedirectResponse:
    """Give a reading a name, and others in other languages."""
    page.workspace.edits.rename(slug, element, reading, name, who, names)
    return _back(slug, element)


@routes.post(f"{PATH}/together")
def merge(page: Page, slug: str, element: str, who: ByEditor, reading: Text = "", into: Text = "") -> RedirectResponse:
    """Put two readings together."""
    page.workspace.edits.merge(slug, element, reading, into, who)
    return _back(slug, element)


@routes.post(f"{PATH}/notes")
def move(
    page: Page,
    slug: str,
    element: str,
    who: ByEditor,
    notes: Annotated[tuple[str, ...], Form()] = (),
    to: Text = OWN,
    name: Text = "",
) -> RedirectResponse:
    """Make the ticked notes a reading of their own, or move them to another one or to those that stand alone."""
    if to == OWN:
        page.workspace.edits.split(slug, element, notes, name, who)
    else:
        page.workspace.edits.move(slug, element, notes, None if to == ALONE else to, who)
    return _back(slug, element)


@routes.post(f"{PATH}/not-a-reading")
def dismiss(page: Page, slug: str, element: str, who: ByEditor, reading: Text = "") -> RedirectResponse:
    """Say that what was found is not a reading."""
    page.workspace.edits.dismiss(slug, element, reading, who)
    return _back(slug, element)


@routes.post(f"{PATH}/layout")
def lay_out(page: Page, slug: str, element: str, who: ByEditor, readings: Annotated[int, Form()] = 0) -> Response:
    """Lay out the notes in fewer readings, or in more, and show the element."""
    page.workspace.edits.lay_out(slug, element, readings, who)
    return RedirectResponse(f"{address('programmes', slug, 'elements', element)}#map", status_code=303)


@routes.post(f"{PATH}/undo")
def undo(page: Page, slug: str, element: str, change: Text = "") -> RedirectResponse:
    """Undo a change."""
    page.workspace.edits.undo(slug, change)
    return _back(slug, element)


@routes.post(f"{PATH}/by")
def say_who(slug: str, element: str, by: Text = "") -> RedirectResponse:
    """Remember who makes the changes, in this browser only."""
    response = _back(slug, element)
    response.set_cookie(COOKIE, quote(" ".join(by.split())[:100]), max_age=A_YEAR, httponly=True, samesite="lax")
    return response


@routes.post(f"{PATH}/file")
def take_in(page: Page, slug: str, element: str, file: Annotated[UploadFile, File()]) -> RedirectResponse:
    """Take in the changes of a file."""
    page.workspace.edits.take_in(slug, edits_from_bytes(file.filename or "", file.file.read()))
    return _back(slug, element)


@routes.get("/programmes/{slug}/changes.json")
def download(page: Page, slug: str) -> Response:
    """Give all changes of a programme as a file."""
    text = json.dumps(edits_to_json(page.findings(slug).at.edits), ensure_ascii=False, indent=1)
    headers = {"content-disposition": 'attachment; filename="changes.json"'}
    return Response(text, media_type="application/json", headers=headers)


def _back(slug: str, element: str) -> RedirectResponse:
    where = address("programmes", slug, "elements", element, "edit")
    return RedirectResponse(f"{where}#changes", status_code=303)
