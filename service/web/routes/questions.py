"""Choosing, rewording and discarding questions for the room, with forms that need no script."""

from typing import Annotated, Literal

from fastapi import APIRouter, Form
from fastapi.responses import RedirectResponse

from service.presentation.template import address
from service.web.context import Page

Text = Annotated[str, Form()]
PATH = "/programmes/{slug}/questions"

routes = APIRouter()


@routes.post(PATH)
def choose(
    page: Page,
    slug: str,
    key: Text,
    state: Annotated[Literal["chosen", "discarded"], Form()],
    text: Text = "",
    asked: Text = "",
    place: Text = "",
) -> RedirectResponse:
    """Take a question into the report in the words of the form, or do not ask it again."""
    reworded = text.split() != asked.split()
    page.workspace.questions.choose(slug, key, state, text, _known(place), reworded=reworded)
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
