"""Saying who is behind a label of a record, taking it back, and saying which roster a record belongs to."""

from typing import Annotated, Literal

from fastapi import APIRouter, Form
from fastapi.responses import RedirectResponse

from nlp.participation.people.identities import Identity
from service.presentation.template import address
from service.web.context import Page

routes = APIRouter()
Said = Annotated[str, Form()]


@routes.post("/programmes/{slug}/sessions/{session}/names")
def tell(
    page: Page,
    slug: str,
    session: str,
    label: Said,
    kind: Annotated[Literal["person", "room", "unknown"], Form()],
    name: Said = "",
) -> RedirectResponse:
    """Keep who is behind a label and show the session, measured again."""
    page.workspace.identities.tell(slug, session, Identity(label, kind, name if kind == "person" else ""))
    return _back(slug, session)


@routes.post("/programmes/{slug}/sessions/{session}/names/undo")
def untell(page: Page, slug: str, session: str, label: Said) -> RedirectResponse:
    """Forget who is behind a label and show the session, measured again."""
    page.workspace.identities.untell(slug, session, label)
    return _back(slug, session)


@routes.post("/programmes/{slug}/sessions/{session}/roster")
def choose_roster(page: Page, slug: str, session: str, roster: Said = "") -> RedirectResponse:
    """Measure a session against another roster and show it."""
    page.workspace.files.choose_roster(slug, session, roster or None)
    return page.go("programmes", slug, "sessions", session)


def _back(slug: str, session: str) -> RedirectResponse:
    return RedirectResponse(f"{address('programmes', slug, 'sessions', session)}#names", status_code=303)
