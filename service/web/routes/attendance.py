"""Saying who was in a session."""

from collections.abc import Mapping
from typing import Annotated

from fastapi import APIRouter, Depends, Form, Request
from fastapi.responses import RedirectResponse

from nlp.participation.people.attendance import Presence
from service.presentation.sessions.session_attendance import OF
from service.presentation.template import address
from service.web.context import Page

MOST_FIELDS = 10_000

routes = APIRouter()


async def _sent(request: Request) -> dict[str, Presence]:
    """Return name -> state from the fields of the form; other fields, and states that are none, say nothing."""
    states = set(Presence)
    fields = await request.form(max_files=0, max_fields=MOST_FIELDS)
    return {
        key.removeprefix(OF): Presence(str(said))
        for key, said in fields.items()
        if key.startswith(OF) and said in states
    }


Sent = Annotated[Mapping[str, Presence], Depends(_sent)]


@routes.post("/programmes/{slug}/sessions/{session}/attendance")
def say(page: Page, slug: str, session: str, said: Sent) -> RedirectResponse:
    """Keep who was there and show the session, measured again."""
    page.workspace.attendance.say(slug, session, said)
    return _back(slug, session)


@routes.post("/programmes/{slug}/sessions/{session}/attendance/others")
def say_of_the_others(page: Page, slug: str, session: str, state: Annotated[Presence, Form()]) -> RedirectResponse:
    """Keep the same of everybody who did not speak and show the session, measured again."""
    page.workspace.attendance.say_of_the_others(slug, session, state)
    return _back(slug, session)


def _back(slug: str, session: str) -> RedirectResponse:
    return RedirectResponse(f"{address('programmes', slug, 'sessions', session)}#attendance", status_code=303)
