"""The day of a review: its agenda, the timer for the room, and who was heard in each part afterwards."""

from collections.abc import Mapping
from datetime import time
from typing import Annotated

from fastapi import APIRouter, Form
from fastapi.responses import HTMLResponse, Response

from nlp.errors import InputError
from nlp.text.clock import to_seconds
from service.errors import NotFound
from service.presentation.messages import say_error
from service.presentation.reviews.agenda import agenda_view, kind_name
from service.presentation.template import render
from service.reviews.types import MOST_PARTS, AgendaPart, PartKind
from service.web.context import Page, PageContext, switch
from service.web.on_phones import Sent
from service.web.reviews.pages import HERE, PATH, review_page

routes = APIRouter()
LONGEST_NUMBER = 5


@routes.post(f"{PATH}/{{review}}/agenda")
def set_agenda(page: Page, slug: str, review: str, sent: Sent) -> Response:
    """Change the plan of the day."""
    try:
        starts = time.fromisoformat(sent["starts"]) if sent.get("starts") else None
    except ValueError:
        starts = None
    try:
        changed = page.workspace.reviews.set_agenda(slug, review, parts_in(sent, page), starts)
    except NotFound:
        raise
    except InputError as error:
        return review_page(page, slug, review, say_error(error, page.language))
    return page.go("programmes", slug, HERE, changed.slug)


def parts_in(sent: Mapping[str, str], page: PageContext) -> tuple[AgendaPart, ...]:
    """Return the parts of a form in the order of their numbers, without those that have no title or no minutes."""
    found: list[tuple[int, int, AgendaPart]] = []
    usual = {kind: str(kind_name(kind, page.language)) for kind in PartKind}
    for at in range(MOST_PARTS + 1):
        title, minutes = " ".join(sent.get(f"title-{at}", "").split()), _whole(sent.get(f"minutes-{at}", ""))
        if not title or not minutes:
            continue
        said = sent.get(f"kind-{at}", "")
        kind = next((each for each in PartKind if each == said), PartKind.OTHER)
        part = AgendaPart(kind, minutes, "" if title == usual[kind] and kind is not PartKind.OTHER else title)
        found.append((_whole(sent.get(f"place-{at}", "")) or MOST_PARTS + 1, at, part))
    return tuple(part for *_, part in sorted(found, key=lambda each: each[:2]))


def _whole(text: str) -> int:
    return int(text) if text.isdecimal() and len(text) < LONGEST_NUMBER else 0


@routes.get(f"{PATH}/{{review}}/room")
def room(page: Page, slug: str, review: str) -> HTMLResponse:
    """Show the timer, big enough for the back of the room; without a script the plan with its times."""
    found = page.findings(slug)
    shown = page.workspace.reviews.get(slug, review)
    html = render(
        "reviews/room.html",
        page.language,
        switch=switch(page.request),
        programme=found.at.programme,
        review=shown,
        agenda=agenda_view(shown.agenda, page.language, shown.starts),
    )
    return page.in_language(HTMLResponse(html))


@routes.post(f"{PATH}/{{review}}/room")
def say_took(page: Page, slug: str, review: str, took: Annotated[str, Form(max_length=1_000)] = "") -> Response:
    """Keep how long each part took."""
    try:
        page.workspace.reviews.say_took(slug, review, tuple(map(_whole, took.split())))
    except NotFound:
        raise
    except InputError as error:
        return review_page(page, slug, review, say_error(error, page.language))
    return page.go("programmes", slug, HERE, review)


@routes.post(f"{PATH}/{{review}}/session")
def lay_over(
    page: Page,
    slug: str,
    review: str,
    session: Annotated[str, Form(max_length=200)] = "",
    begins: Annotated[str, Form(max_length=20)] = "",
) -> Response:
    """Lay the agenda over a session, or take it off."""
    titles = [part.title for part in agenda_view(page.workspace.reviews.get(slug, review).agenda, page.language)]
    try:
        page.workspace.reviews.lay_over(slug, review, session or None, titles, _clock(begins))
    except NotFound:
        raise
    except InputError as error:
        return review_page(page, slug, review, say_error(error, page.language))
    return page.go("programmes", slug, HERE, review)


def _clock(text: str) -> float:
    """Return the seconds of a clock such as 1:02:30, 0 for what is none."""
    said = text.strip()
    return to_seconds(said) if said and all(part.isdecimal() for part in said.split(":")) else 0.0
