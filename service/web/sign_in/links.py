"""Pages behind links that are handed over: to come in, and to choose a password. Looking at one does not use it."""

from typing import Annotated

from fastapi import APIRouter, Form
from fastapi.responses import HTMLResponse, Response

from nlp.errors import InputError
from service.accounts.types import Purpose
from service.errors import LinkOver
from service.presentation.messages import say_error
from service.web.context import Page, PageContext
from service.web.sign_in.find_reader import reader_of
from service.web.sign_in.sign_in import Said, device_of, go_signed_in

routes = APIRouter()


@routes.get("/invitation/{secret}")
def invitation(page: Page, secret: str) -> HTMLResponse:
    """Show what an invitation leads to, and how to take it."""
    return _invitation(page, secret)


@routes.post("/invitation/{secret}")
def come_in(page: Page, secret: str, login: Said = "", name: Said = "", password: Said = "") -> Response:
    """Make an account by an invitation."""
    try:
        signed_in = page.workspace.links.come_in(secret, login, name, password, device_of(page))
    except LinkOver:
        raise
    except InputError as error:
        shown = _invitation(page, secret, login=login, own_name=name, problem=say_error(error, page.language))
        shown.status_code = 422
        return shown
    return go_signed_in(page, signed_in, "/")


@routes.post("/invitation/{secret}/join")
def join(page: Page, secret: str) -> Response:
    """Take an invitation with the account that is signed in."""
    account = reader_of(page.request).account
    if account is None:
        return page.go("invitation", secret)
    slug = page.workspace.links.join(secret, account)
    return page.go("programmes", slug) if slug else page.go("")


@routes.get("/password/{secret}")
def password(page: Page, secret: str) -> HTMLResponse:
    """Show where a password is chosen."""
    return _password(page, secret)


@routes.post("/password/{secret}")
def choose(page: Page, secret: str, password: Annotated[str, Form(max_length=2000)] = "") -> Response:
    """Keep the password that was chosen."""
    try:
        signed_in = page.workspace.links.choose_password(secret, password, device_of(page))
    except LinkOver:
        raise
    except InputError as error:
        shown = _password(page, secret, problem=say_error(error, page.language))
        shown.status_code = 422
        return shown
    return go_signed_in(page, signed_in, "/")


def _invitation(
    page: PageContext, secret: str, *, login: str = "", own_name: str | None = None, problem: str = ""
) -> HTMLResponse:
    link = page.workspace.links.look(secret, Purpose.INVITATION)
    return page.answer(
        "accounts/invitation.html",
        secret=secret,
        link=link,
        place=page.workspace.links.leads_to(link),
        login=login,
        own_name=link.name if own_name is None else own_name,
        problem=problem,
        elsewhere=page.workspace.settings.signs_in_elsewhere,
    )


def _password(page: PageContext, secret: str, *, problem: str = "") -> HTMLResponse:
    link = page.workspace.links.look(secret, Purpose.PASSWORD)
    login = page.workspace.accounts.get(link.account or 0).login
    return page.answer("accounts/choose_password.html", secret=secret, link=link, login=login, problem=problem)
