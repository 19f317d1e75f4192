"""The form that those present fill in, and the pages on which a facilitator opens, closes and reads it."""

from typing import Annotated

from fastapi import APIRouter, Depends, Form, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from nlp.errors import InputError
from nlp.participation.feedback import ITEMS, LONGEST, Observation
from service.annotations.feedback_forms import new_token
from service.errors import Closed
from service.presentation.sessions.feedback import answers_view, filled, points, statements
from service.presentation.template import address, render
from service.web.context import AtDesk, Desk, switch
from service.web.phone_link import reach

routes = APIRouter()


async def _sent(request: Request) -> dict[str, str]:
    form = await request.form(max_files=0, max_fields=20)
    return {key: value for key, value in form.items() if isinstance(value, str)}


# for those present: no cookie is set, and nothing but the answers is stored


@routes.get("/f/{code}")
def fill_in(desk: AtDesk, code: str, sent: str = "") -> HTMLResponse:
    """Show the form, or thanks after it was sent."""
    return _form(desk, code, sent=sent)


@routes.post("/f/{code}")
def send(desk: AtDesk, code: str, given: Annotated[dict[str, str], Depends(_sent)]) -> Response:
    """Store the answers, once."""
    try:
        answer = Observation(**filled(given, ITEMS), missing=given.get("missing", "").replace("\r\n", "\n"))
    except InputError:
        return _form(desk, code, given=given)
    try:
        stored = desk.workspace.observers.answer(code, {given.get("token", ""): answer})
    except Closed:
        return _form(desk, code)
    where = address("f", code, sent="once" if stored else "again", lang=desk.language.code)
    return RedirectResponse(where, status_code=303)


def _form(desk: Desk, code: str, sent: str = "", given: dict[str, str] | None = None) -> HTMLResponse:
    title, is_open = desk.workspace.observers.open_form(code)
    return HTMLResponse(
        render(
            "sessions/form.html",
            desk.language,
            switch=switch(desk.request) if desk.request.method == "GET" else (),
            code=code,
            title=title,
            is_open=is_open,
            sent=sent,
            statements=statements(desk.language),
            points=points(desk.language),
            token=(given or {}).get("token") or new_token(),
            given=given,
            longest=LONGEST,
        ),
        422 if given else 200,
    )


# for the facilitator


@routes.get("/programmes/{slug}/forms")
def forms(desk: AtDesk, slug: str) -> HTMLResponse:
    """Show the forms of a programme, and make one."""
    found = desk.workspace.programme(slug)
    return desk.programme_page("sessions/forms.html", found, "sessions", forms=desk.workspace.observers.forms(slug))


@routes.post("/programmes/{slug}/forms")
def add_form(
    desk: AtDesk, slug: str, title: Annotated[str, Form()] = "", session: Annotated[str, Form()] = ""
) -> RedirectResponse:
    """Make a form and show how it is opened."""
    made = desk.workspace.observers.add_form(slug, title, session or None)
    return desk.go("programmes", slug, "forms", made.code)


@routes.get("/programmes/{slug}/forms/{code}")
def form(desk: AtDesk, slug: str, code: str) -> HTMLResponse:
    """Show how a form is opened while it is open, and what was answered when it is closed."""
    found, observers = desk.workspace.programme(slug), desk.workspace.observers
    row = observers.form(slug, code)
    return desk.programme_page(
        "sessions/form_desk.html",
        found,
        "sessions",
        form=row,
        view=answers_view(row, observers.results(slug, code), desk.language),
        sessions=desk.workspace.sessions(slug),
        reach=reach(
            str(desk.request.url),
            code,
            desk.language,
            phones=observers.phones,
            listens_beyond=observers.listens_beyond,
        )
        if row.is_open
        else None,
    )


@routes.post("/programmes/{slug}/forms/{code}/open")
def open_again(desk: AtDesk, slug: str, code: str) -> RedirectResponse:
    """Let it take answers."""
    desk.workspace.observers.set_open(slug, code, is_open=True)
    return desk.go("programmes", slug, "forms", code)


@routes.post("/programmes/{slug}/forms/{code}/close")
def close(desk: AtDesk, slug: str, code: str) -> RedirectResponse:
    """Take no more answers, and show those that came."""
    desk.workspace.observers.set_open(slug, code, is_open=False)
    return desk.go("programmes", slug, "forms", code)


@routes.post("/programmes/{slug}/forms/{code}/session")
def belongs_to(desk: AtDesk, slug: str, code: str, session: Annotated[str, Form()] = "") -> RedirectResponse:
    """Say which session it is about."""
    desk.workspace.observers.belongs_to(slug, code, session or None)
    return desk.go("programmes", slug, "forms", code)


@routes.post("/programmes/{slug}/forms/{code}/remove")
def remove(desk: AtDesk, slug: str, code: str) -> RedirectResponse:
    """Forget it and its answers."""
    desk.workspace.observers.remove(slug, code)
    return desk.go("programmes", slug, "forms")
