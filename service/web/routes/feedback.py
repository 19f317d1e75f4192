"""The form that those present fill in, and the pages on which a facilitator opens, closes and reads it."""

from typing import Annotated

from fastapi import APIRouter, Depends, Form, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from nlp.errors import InputError
from nlp.participation.feedback import ITEMS, LONGEST, Observation
from service.annotations.feedback_forms import MANY
from service.annotations.tokens import new_token
from service.errors import Closed
from service.presentation.sessions.feedback import feedback_view, filled, points, statements
from service.presentation.template import address, render
from service.store.surveys.outcomes import Asked
from service.web.context import Page, PageContext
from service.web.on_phones import A_MONTH, remember, tongues

COOKIE = "sent"

routes = APIRouter()


async def _sent(request: Request) -> dict[str, str]:
    form = await request.form(max_files=0, max_fields=20)
    return {key: value for key, value in form.items() if isinstance(value, str)}


# for those present: nothing but the answers is stored, and whether the device had sent many; it counts that itself


@routes.get("/f/{code}")
def fill_in(page: Page, code: str, sent: str = "") -> HTMLResponse:
    """Show the form, or thanks after it was sent."""
    return _form(page, code, sent=sent)


@routes.post("/f/{code}")
def send(page: Page, code: str, given: Annotated[dict[str, str], Depends(_sent)]) -> Response:
    """Store the answers, once."""
    try:
        answer = Observation(**filled(given, ITEMS), missing=given.get("missing", "").replace("\r\n", "\n"))
    except InputError:
        return _form(page, code, given=given)
    try:
        before = _sent_before(page)
        token = given.get("token", "")
        stored = page.workspace.feedback.answer(code, {token: answer}, after_many=before >= MANY)
    except Closed:
        return _form(page, code)
    where = address("f", code, sent="once" if stored else "again", lang=page.language.code)
    count = str(min(before + stored, MANY))
    return remember(RedirectResponse(where, status_code=303), COOKIE, count, ("f", code), A_MONTH)


def _sent_before(page: PageContext) -> int:
    """Return how many answers to this form a device says that it has sent, `MANY` at most."""
    kept = page.request.cookies.get(COOKIE, "")
    return min(int(kept), MANY) if kept.isdecimal() and len(kept) < 4 else 0


def _form(page: PageContext, code: str, sent: str = "", given: dict[str, str] | None = None) -> HTMLResponse:
    title, is_open = page.workspace.feedback.open_form(code)
    return HTMLResponse(
        render(
            "sessions/form.html",
            page.language,
            switch=tongues(page),
            code=code,
            title=title,
            is_open=is_open,
            outcome="" if is_open else page.workspace.outcomes.of(Asked.FORM, code),
            sent=sent,
            statements=statements(page.language),
            points=points(page.language),
            token=(given or {}).get("token") or new_token(),
            given=given,
            longest=LONGEST,
        ),
        422 if given else 200,
    )


# for the facilitator


@routes.get("/programmes/{slug}/forms")
def forms(page: Page, slug: str) -> HTMLResponse:
    """Show the forms of a programme, and make one."""
    at, forms = page.findings(slug).at, page.workspace.feedback.forms(slug)
    return page.of_programme("sessions/forms.html", at.programme, "sessions", forms=forms)


@routes.post("/programmes/{slug}/forms")
def add_form(
    page: Page, slug: str, title: Annotated[str, Form()] = "", session: Annotated[str, Form()] = ""
) -> RedirectResponse:
    """Make a form and show how it is opened."""
    made = page.workspace.feedback.add_form(slug, title, session or None)
    return page.go("programmes", slug, "forms", made.code)


@routes.get("/programmes/{slug}/forms/{code}")
def form(page: Page, slug: str, code: str) -> HTMLResponse:
    """Show how a form is opened while it is open, and what was answered when it is closed."""
    at, forms = page.findings(slug).at, page.workspace.feedback
    row = forms.form(slug, code)
    return page.of_programme(
        "sessions/form_desk.html",
        at.programme,
        "sessions",
        form=row,
        view=feedback_view(row, forms.results(slug, code), page.language),
        sessions=at.sessions,
        reach=page.reach(address("f", code)) if row.is_open else None,
        outcome=page.workspace.outcomes.of(Asked.FORM, code),
    )


@routes.post("/programmes/{slug}/forms/{code}/open")
def open_again(page: Page, slug: str, code: str) -> RedirectResponse:
    """Let it take answers."""
    page.workspace.feedback.set_open(slug, code, is_open=True)
    return page.go("programmes", slug, "forms", code)


@routes.post("/programmes/{slug}/forms/{code}/close")
def close(page: Page, slug: str, code: str) -> RedirectResponse:
    """Take no more answers, and show those that came."""
    page.workspace.feedback.set_open(slug, code, is_open=False)
    return page.go("programmes", slug, "forms", code)


@routes.post("/programmes/{slug}/forms/{code}/session")
def belongs_to(page: Page, slug: str, code: str, session: Annotated[str, Form()] = "") -> RedirectResponse:
    """Say which session it is about."""
    page.workspace.feedback.belongs_to(slug, code, session or None)
    return page.go("programmes", slug, "forms", code)


@routes.post("/programmes/{slug}/forms/{code}/after-many/remove")
def remove_after_many(page: Page, slug: str, code: str) -> RedirectResponse:
    """Take away the answers that came from devices which had sent many."""
    page.workspace.feedback.remove_after_many(slug, code)
    return page.go("programmes", slug, "forms", code)


@routes.post("/programmes/{slug}/forms/{code}/remove")
def remove(page: Page, slug: str, code: str) -> RedirectResponse:
    """Forget it and its answers."""
    page.workspace.feedback.remove(slug, code)
    return page.go("programmes", slug, "forms")
