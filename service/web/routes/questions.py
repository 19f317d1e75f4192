"""Choosing, rewording, discarding and ordering questions for the room, and asking one's own, without a script."""

from typing import Annotated, Literal

from fastapi import APIRouter, Depends, Form, Request
from fastapi.responses import RedirectResponse

from service.presentation.i18n import NAMES
from service.presentation.template import address
from service.web.context import Page

PATH = "/programmes/{slug}/questions"

routes = APIRouter()


async def _texts(request: Request) -> dict[str, str]:
    """Return language -> words, of the languages of the interface."""
    form = await request.form(max_files=0)
    return {code: str(form.get(f"text-{code}", "")) for code in NAMES}


Text = Annotated[str, Form()]
Texts = Annotated[dict[str, str], Depends(_texts)]


@routes.post(PATH)
def choose(
    page: Page,
    slug: str,
    key: Text,
    state: Annotated[Literal["chosen", "discarded"], Form()],
    texts: Texts,
    text: Text = "",
    asked: Text = "",
    place: Text = "",
) -> RedirectResponse:
    """Take a question into the report in the words of the form, or do not ask it again."""
    reworded = text.split() != asked.split()
    page.workspace.questions.choose(slug, key, state, text, _known(place), reworded=reworded, texts=texts)
    return _back(slug, place)


@routes.post(f"{PATH}/own")
def ask(page: Page, slug: str, texts: Texts, text: Text = "", place: Text = "") -> RedirectResponse:
    """Ask a question of one's own."""
    page.workspace.questions.ask(slug, text, _known(place), texts)
    return _back(slug, place)


@routes.post(f"{PATH}/move")
def move(page: Page, slug: str, key: Text, past: Text, place: Text = "") -> RedirectResponse:
    """Move a chosen question past the one above or below it."""
    page.workspace.questions.move(slug, key, past)
    return _back(slug, place)


@routes.post(f"{PATH}/undo")
def undo(page: Page, slug: str, choice: Annotated[int, Form()], place: Text = "") -> RedirectResponse:
    """Take back what was done with a question."""
    page.workspace.questions.undo(slug, choice)
    return _back(slug, place)


def _known(place: str) -> str:
    """Return the place of a page that asks questions, else that of the programme."""
    kind, _, _ = place.partition("/")
    return place if kind in ("elements", "sessions", "rubrics") else ""


def _back(slug: str, place: str) -> RedirectResponse:
    path = _known(place)
    where = address("programmes", slug, *(path.split("/") if path else ()))
    return RedirectResponse(f"{where}#questions", status_code=303)
