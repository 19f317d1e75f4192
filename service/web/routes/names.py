"""Saying which names are the same, what they are called, in which order they stand, and which descriptors match."""

from typing import Annotated, Literal

from fastapi import APIRouter, Form
from fastapi.responses import HTMLResponse, RedirectResponse
from pydantic import BeforeValidator

from service.annotations.joined_names import programme_names
from service.names.types import NameKind
from service.presentation.programme.names import names_view
from service.web.context import Page

routes = APIRouter()
Said = Annotated[str, Form(max_length=1000)]
Text = Annotated[str, Form()]
Kind = Annotated[NameKind, Form()]


def _pair(value: object) -> tuple[NameKind, str, str]:
    """Return what a tick says: the kind, a name and the one that it is joined to, with tabs between them."""
    if not isinstance(value, str):
        raise ValueError
    kind, _, names = value.partition("\t")
    name, _, into = names.partition("\t")
    return NameKind(kind), name, into


JoinedPair = Annotated[tuple[NameKind, str, str], BeforeValidator(_pair)]


@routes.get("/programmes/{slug}/names")
def show(page: Page, slug: str) -> HTMLResponse:
    """Show the names of a programme, and those that may mean the same."""
    found = page.findings(slug)
    view = names_view(programme_names(found), list(found.at.outline.languages.values()), page.language)
    return page.of_programme("programme/names.html", found.at.programme, "names", view=view)


@routes.post("/programmes/{slug}/names/join")
def join(page: Page, slug: str, kind: Kind, name: Said, into: Said) -> RedirectResponse:
    """Keep that two names mean the same."""
    page.workspace.names.join(slug, kind, name, into)
    return page.go("programmes", slug, "names")


@routes.post("/programmes/{slug}/names/join-ticked")
def join_ticked(page: Page, slug: str, same: Annotated[list[JoinedPair] | None, Form()] = None) -> RedirectResponse:
    """Keep that the ticked pairs of names mean the same."""
    for kind, name, into in same or ():
        page.workspace.names.join(slug, kind, name, into)
    return page.go("programmes", slug, "names")


@routes.post("/programmes/{slug}/names/refuse")
def refuse(page: Page, slug: str, kind: Kind, name: Said, into: Said) -> RedirectResponse:
    """Keep that two names do not mean the same."""
    page.workspace.names.refuse(slug, kind, name, into)
    return page.go("programmes", slug, "names")


@routes.post("/programmes/{slug}/names/part")
def part(page: Page, slug: str, kind: Kind, name: Said) -> RedirectResponse:
    """Keep that a name which was joined is one of its own again."""
    page.workspace.names.part(slug, kind, name)
    return page.go("programmes", slug, "names")


@routes.post("/programmes/{slug}/names/rename")
def rename(page: Page, slug: str, kind: Kind, name: Said, new: Said) -> RedirectResponse:
    """Keep another name."""
    page.workspace.names.rename(slug, kind, name, new)
    return page.go("programmes", slug, "names")


@routes.post("/programmes/{slug}/names/call")
def call(page: Page, slug: str, kind: Kind, name: Said, language: Said, called: Said = "") -> RedirectResponse:
    """Keep what something is called in a language."""
    page.workspace.names.call(slug, kind, name, language, called)
    return page.go("programmes", slug, "names")


@routes.post("/programmes/{slug}/names/move")
def move(page: Page, slug: str, kind: Kind, name: Said, places: Annotated[int, Form()]) -> RedirectResponse:
    """Keep another order."""
    page.workspace.names.move(slug, kind, name, places)
    return page.go("programmes", slug, "names")


@routes.post("/programmes/{slug}/names/remove")
def remove(page: Page, slug: str, kind: Kind, name: Said) -> RedirectResponse:
    """Take a name of which no file speaks off the list."""
    page.workspace.names.remove(slug, kind, name)
    return page.go("programmes", slug, "names")


@routes.post("/programmes/{slug}/rubrics/matches")
def judge(
    page: Page, slug: str, a: Text, b: Text, same: Annotated[Literal["yes", "no", "undo"], Form()]
) -> RedirectResponse:
    """Keep whether two descriptors say the same, or forget what was said of them."""
    page.workspace.matches.judge(slug, a, b, same={"yes": True, "no": False, "undo": None}[same])
    return page.go("programmes", slug, "rubrics")
