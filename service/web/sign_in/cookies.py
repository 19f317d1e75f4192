"""The cookies of a sign-in: no script sees them, no other site sends them, and over https they are this host's own."""

from starlette.requests import HTTPConnection
from starlette.responses import Response

from service.accounts.readers import COOKIE
from service.accounts.sign_ins import BROWSER, SignedIn

A_DAY = 24 * 3600
A_YEAR = 365 * A_DAY


def given(request: HTTPConnection, name: str) -> str:
    """Return what a browser brings in one of our cookies, "" if nothing."""
    return request.cookies.get(_name(request, name), "")


def put(request: HTTPConnection, response: Response, name: str, value: str, seconds: int) -> None:
    """Give a browser a cookie."""
    secure = _is_secure(request)
    response.set_cookie(
        _name(request, name), value, max_age=seconds, path="/", httponly=True, samesite="lax", secure=secure
    )


def take_back(request: HTTPConnection, response: Response, name: str) -> None:
    """Let a browser forget a cookie."""
    response.delete_cookie(_name(request, name), path="/", httponly=True, samesite="lax", secure=_is_secure(request))


def keep_signed_in(request: HTTPConnection, response: Response, signed_in: SignedIn, days: int) -> None:
    """Let a browser be signed in."""
    put(request, response, COOKIE, signed_in.cookie, days * A_DAY)
    put(request, response, BROWSER, signed_in.browser, A_YEAR)


def _is_secure(request: HTTPConnection) -> bool:
    return request.url.scheme == "https"


def _name(request: HTTPConnection, name: str) -> str:
    """Return the name of a cookie; with this prefix a browser takes it only from this host and over https."""
    return f"__Host-{name}" if _is_secure(request) else name
