"""The history of a programme, and its removed files."""

from typing import Annotated

from fastapi import APIRouter, Query
from fastapi.responses import HTMLResponse, RedirectResponse

from service.journal.history import MOST
from service.journal.types import ThingKind
from service.presentation.past.history import history_view, removed_view
from service.presentation.past.looks import looks_view
from service.presentation.template import address
from service.web.context import Page
from service.web.numbers import LARGEST, Number

WHOEVER_SITS_HERE = "-"
Before = Annotated[int | None, Query(ge=1, le=LARGEST)]

routes = APIRouter()


@routes.get("/programmes/{slug}/history")
def history(
    page: Page,
    slug: str,
    who: str = "",
    kind: str = "",
    before: Before = None,
) -> HTMLResponse:
    """Show what was done, day by day."""
    given = page.findings(slug).at.programme
    asked = ThingKind(kind) if kind in list(ThingKind) else None
    name = _asked_for(who)
    found = page.workspace.journal.page(slug, before=before, who=name, kinds=[asked] if asked else ())
    view = history_view(found, slug, page.language, name, asked)
    more = ""
    if view.next:
        more = address("programmes", slug, "history", who=who, kind=kind, before=str(view.next))
    return page.of_programme("past/history.html", given, "history", view=view, more=more)


@routes.get("/programmes/{slug}/history/seen")
def seen(page: Page, slug: str, who: str = "", before: Before = None) -> HTMLResponse:
    """Show who saw what, day by day."""
    given, name = page.findings(slug).at.programme, _asked_for(who)
    found = page.workspace.journal.page(slug, before=before, who=name, looked=True, most=MOST)
    view = looks_view(found, slug, page.language, name)
    more = address("programmes", slug, "history", "seen", who=who, before=str(view.next)) if view.next else ""
    return page.of_programme("past/seen.html", given, "history", view=view, more=more)


def _asked_for(who: str) -> str | None:
    return {"": None, WHOEVER_SITS_HERE: ""}.get(who, who)


@routes.post("/programmes/{slug}/history/{number}/undo")
def undo(page: Page, slug: str, number: Number) -> RedirectResponse:
    """Take back what was done."""
    page.workspace.journal.undo(slug, number)
    return page.go("programmes", slug, "history")


@routes.get("/programmes/{slug}/files/removed")
def removed(page: Page, slug: str) -> HTMLResponse:
    """Show the files that can be taken back."""
    given = page.findings(slug).at.programme
    files = removed_view(page.workspace.removed.every(slug), page.language)
    return page.of_programme("past/removed.html", given, "upload", files=files)


@routes.post("/programmes/{slug}/files/removed/{number}/take-back")
def take_back(page: Page, slug: str, number: Number) -> RedirectResponse:
    """Keep a removed file again."""
    page.workspace.removed.take_back(slug, number)
    return page.go("programmes", slug, "upload")


@routes.post("/programmes/{slug}/files/removed/{number}/delete")
def delete(page: Page, slug: str, number: Number) -> RedirectResponse:
    """Delete a removed file for good."""
    page.workspace.removed.delete(slug, number)
    return page.go("programmes", slug, "files", "removed")
