"""One's own account: name, language, password, where one is signed in, and tokens for programs."""

from typing import Annotated

from fastapi import APIRouter, Form
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from nlp.errors import InputError
from service.accounts.readers import COOKIE
from service.errors import NotSignedIn
from service.presentation.messages import say_error
from service.web.context import A_YEAR, Page, PageContext
from service.web.context import COOKIE as LANGUAGE
from service.web.numbers import Number
from service.web.sign_in.cookies import given
from service.web.sign_in.find_reader import reader_of
from service.web.sign_in.sign_in import Said, device_of, go_signed_in

Days = Annotated[int, Form(ge=0, le=3650)]

routes = APIRouter()


@routes.get("/account")
def show(page: Page) -> Response:
    """Show the account of who is signed in; who needs none here sees the people."""
    if reader_of(page.request).account is None:
        return page.go("people")
    return _account(page)


@routes.post("/account")
def change(page: Page, name: Said = "", language: Said = "") -> Response:
    """Keep another name or language."""
    changed = page.workspace.accounts.change(_own(page), name=name, language=language)
    response = page.go("account")
    if changed.language:
        response.set_cookie(LANGUAGE, changed.language, max_age=A_YEAR, httponly=True, samesite="lax")
    return response


@routes.post("/account/password")
def change_password(page: Page, old: Said = "", new: Said = "") -> Response:
    """Keep another password; this browser stays signed in, with a new secret."""
    own = page.workspace.accounts.get(_own(page))
    try:
        page.workspace.accounts.change_password(own.id, old, new)
    except InputError as error:
        shown = _account(page, problem=say_error(error, page.language))
        shown.status_code = 422
        return shown
    signed_in = page.workspace.sign_ins.again(own, device_of(page))
    return go_signed_in(page, signed_in, "/account")


@routes.post("/account/sign-ins/{number}/end")
def end(page: Page, number: Number) -> RedirectResponse:
    """Sign out one browser."""
    page.workspace.sign_ins.close_one(_own(page), number)
    return page.go("account")


@routes.post("/account/sign-ins/end-others")
def end_others(page: Page) -> RedirectResponse:
    """Sign out every other browser."""
    page.workspace.sign_ins.close_others(_own(page), given(page.request, COOKIE))
    return page.go("account")


@routes.post("/account/tokens")
def make_token(page: Page, name: Said = "", days: Days = 0) -> HTMLResponse:
    """Make a token and show it once."""
    made = page.workspace.tokens.make(_own(page), name, days or None)
    return page.answer("accounts/token_made.html", made=made)


@routes.post("/account/tokens/{number}/revoke")
def revoke_token(page: Page, number: Number) -> RedirectResponse:
    """Let a token open nothing any more."""
    page.workspace.tokens.revoke(_own(page), number)
    return page.go("account")


def _account(page: PageContext, problem: str = "") -> HTMLResponse:
    work, own = page.workspace, _own(page)
    return page.answer(
        "accounts/account.html",
        account=work.accounts.get(own),
        browsers=work.sign_ins.every(own),
        here=page.request.state.sign_in,
        tokens=work.tokens.every(own),
        problem=problem,
    )


def _own(page: PageContext) -> int:
    account = reader_of(page.request).account
    if account is None:
        raise NotSignedIn
    return account
