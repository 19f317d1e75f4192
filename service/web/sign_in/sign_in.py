"""Signing in and out."""

from typing import Annotated

from fastapi import APIRouter, Form
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from service.accounts.readers import COOKIE
from service.accounts.sign_ins import BROWSER, SignedIn
from service.errors import NotSignedIn, TooOften
from service.presentation.messages import say_error
from service.web.context import A_YEAR, Page, PageContext
from service.web.context import COOKIE as LANGUAGE
from service.web.sign_in.cookies import given, keep_signed_in, take_back
from service.web.sign_in.device import device
from service.web.sign_in.find_reader import SIGN_IN, reader_of
from service.web.sign_in.next_page import own_path

Said = Annotated[str, Form(max_length=2000)]

routes = APIRouter()


@routes.get("/sign-in")
def show(page: Page, next: str = "") -> Response:  # noqa: A002 - the name in the address
    """Show where one signs in; who is signed in goes on."""
    if reader_of(page.request).account is not None:
        return RedirectResponse(own_path(next), 303)
    cookie = given(page.request, COOKIE)
    response = _form(page, own_path(next), ended=bool(cookie))
    if cookie:
        take_back(page.request, response, COOKIE)
    return response


@routes.post("/sign-in")
def sign_in(page: Page, login: Said = "", password: Said = "", next: Said = "") -> Response:  # noqa: A002
    """Sign in with a password."""
    request, wanted = page.request, own_path(next)
    try:
        signed_in = page.workspace.sign_ins.by_password(
            login, password, address_of(page), device_of(page), given(request, BROWSER)
        )
    except (NotSignedIn, TooOften) as error:
        late = isinstance(error, TooOften)
        response = _form(
            page, wanted, login=login, problem=say_error(error, page.language), status=429 if late else 422
        )
        if isinstance(error, TooOften):
            response.headers["Retry-After"] = str(error.seconds)
        return response
    return go_signed_in(page, signed_in, wanted)


@routes.post("/sign-out")
def sign_out(page: Page) -> Response:
    """Sign out, at once and for good."""
    page.workspace.sign_ins.close(given(page.request, COOKIE))
    response = RedirectResponse(SIGN_IN, 303)
    take_back(page.request, response, COOKIE)
    return response


def go_signed_in(page: PageContext, signed_in: SignedIn, wanted: str) -> Response:
    """Send a browser on that is signed in from now on; what it had before is over."""
    page.workspace.sign_ins.close(given(page.request, COOKIE))
    response = RedirectResponse(wanted, 303)
    keep_signed_in(page.request, response, signed_in, page.workspace.settings.signed_in_days)
    if signed_in.account.language:
        response.set_cookie(LANGUAGE, signed_in.account.language, max_age=A_YEAR, httponly=True, samesite="lax")
    return response


def address_of(page: PageContext) -> str:
    """Return where a request comes from."""
    client = page.request.client
    return client.host if client else ""


def device_of(page: PageContext) -> str:
    """Return the kind of browser that asks."""
    return device(page.request.headers.get("user-agent", ""))


def _form(
    page: PageContext, wanted: str, *, login: str = "", problem: str = "", ended: bool = False, status: int = 200
) -> HTMLResponse:
    elsewhere = page.workspace.settings.signs_in_elsewhere
    shown = page.answer(
        "accounts/sign_in.html", next=wanted, login=login, problem=problem, ended=ended, elsewhere=elsewhere
    )
    shown.status_code = status
    return shown
