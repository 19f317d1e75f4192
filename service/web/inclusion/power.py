"""Who held power: noted on the page of a session, and all sessions with and without beside each other."""

from collections.abc import Mapping, Sequence
from typing import Annotated

from fastapi import APIRouter, Depends, Form, Query, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from markupsafe import Markup

from nlp.errors import InputError
from service.analyses.outcomes import Failed, attempt
from service.errors import NotFound
from service.inclusion.power_types import Kind, PowerNote
from service.names.slugs import slugify
from service.presentation.inclusion.power import holder_of, power_view
from service.presentation.messages import say_error
from service.web.context import Page, PageContext

PATH = "/programmes/{slug}/power"
MOST_FIELDS = 500

routes = APIRouter()

Fields = Mapping[str, Sequence[str]]


async def _sent(request: Request) -> Fields:
    form = await request.form(max_files=0, max_fields=MOST_FIELDS)
    return {key: [each for each in form.getlist(key) if isinstance(each, str)] for key in form}


@routes.get(PATH)
def power(page: Page, slug: str, kind: Annotated[str, Query(max_length=100)] = "") -> HTMLResponse:
    """Show the sessions with and without somebody who held power."""
    return _power(page, slug, next((each for each in Kind if each.value == kind), None))


def _power(page: PageContext, slug: str, kind: Kind | None = None, problem: Markup | None = None) -> HTMLResponse:
    found = page.findings(slug)
    work = page.workspace.power
    picture = work.picture(found, kind)
    readings = attempt(found.readings)
    elements = () if isinstance(readings, Failed) else readings.elements
    answer = page.of_programme(
        "inclusion/power.html",
        found.at.programme,
        "sessions",
        view=power_view(picture, found.at.sessions, elements, work.codings(found), page.language),
        problem=problem,
    )
    answer.status_code = 422 if problem else 200
    return answer


@routes.post(f"{PATH}/critical")
def code(
    page: Page,
    slug: str,
    element: Annotated[str, Form()] = "",
    critical: Annotated[tuple[str, ...], Form()] = (),
    take_back: Annotated[bool, Form()] = False,
) -> RedirectResponse:
    """Say which readings of an element are critical, or that nobody says so any more."""
    page.workspace.power.code(slug, element, None if take_back else critical)
    return page.go("programmes", slug, "power")


@routes.post("/programmes/{slug}/sessions/{session}/power")
def say(page: Page, slug: str, session: str, sent: Annotated[Fields, Depends(_sent)]) -> Response:
    """Note who held power in a session."""
    try:
        page.workspace.power.say(slug, session, notes_in(sent))
    except NotFound:
        raise
    except InputError as error:
        return _power(page, slug, problem=say_error(error, page.language))
    return page.go("programmes", slug, "sessions", session)


@routes.post("/programmes/{slug}/sessions/{session}/first-names")
def first_names(page: Page, slug: str, session: str, only: Annotated[bool, Form()] = False) -> RedirectResponse:
    """Call people in a session by their first names only, or by all their names again."""
    page.workspace.first_names.say(slug, session, only=only)
    return page.go("programmes", slug, "sessions", session)


def notes_in(sent: Fields) -> tuple[PowerNote, ...]:
    """Return what a form says of every kind of power; who chose or wrote something says that somebody was there."""
    nobody = bool(sent.get("nobody"))
    notes = []
    for kind in Kind:
        field = slugify(kind.value)
        there = "no" if nobody else "".join(sent.get(f"there-{field}", ()))
        holders = () if nobody else tuple(holder_of(each) for each in sent.get(f"who-{field}", ()))
        words = " ".join(() if nobody else sent.get(f"words-{field}", ()))
        if there in {"yes", "no"} or holders or words.strip():
            notes.append(PowerNote(kind, there != "no", holders, words))
    return tuple(notes)
