"""What programmes and sessions are called."""

from typing import Annotated

from fastapi import APIRouter, Form
from fastapi.responses import HTMLResponse, RedirectResponse

from service.types import Kind
from service.web.context import Page

Text = Annotated[str, Form(max_length=5_000)]

routes = APIRouter()


@routes.get("/programmes/{slug}/settings")
def settings(page: Page, slug: str) -> HTMLResponse:
    """Show what the programme is called and which model reads its notes, to change it."""
    programme = page.findings(slug).at.programme
    models = page.workspace.models.of(programme)
    return page.of_programme("programme/settings.html", programme, "settings", models=models)


@routes.post("/programmes/{slug}/settings")
def change_programme(page: Page, slug: str, name: Text = "", text: Text = "") -> RedirectResponse:
    """Give the programme another name or description."""
    page.workspace.programmes.change(slug, name, text)
    return page.go("programmes", slug, "settings")


@routes.post("/programmes/{slug}/settings/model")
def choose_model(page: Page, slug: str, model: Text = "") -> RedirectResponse:
    """Have another model read the notes of the programme."""
    page.workspace.models.choose(slug, model)
    return page.go("programmes", slug, "settings")


@routes.post("/programmes/{slug}/settings/copy")
def copy(
    page: Page,
    slug: str,
    name: Text = "",
    rubrics: Annotated[bool, Form()] = False,
    rosters: Annotated[bool, Form()] = False,
) -> RedirectResponse:
    """Make a programme for the next phase out of this one and go on to its files."""
    ticked: dict[Kind, bool] = {"rubric": rubrics, "roster": rosters}
    made = page.workspace.copies.make(slug, name, {kind for kind, wanted in ticked.items() if wanted})
    return page.go("programmes", made.slug, "upload")


@routes.post("/programmes/{slug}/sessions/{session}/title")
def change_session(page: Page, slug: str, session: str, name: Text = "", date: Text = "") -> RedirectResponse:
    """Give a session another title or date and show it."""
    page.workspace.session_titles.change(slug, session, name, date)
    return page.go("programmes", slug, "sessions", session)
