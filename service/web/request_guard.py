"""What stands in front of every request: who may ask, from where, and how much may be sent."""

import re
from collections.abc import Callable

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send
from starlette.types import Message as Event

from nlp.hosts import is_numeric
from nlp.messages import Message
from service.errors import Refused, ServiceError
from service.intake.keep import too_large
from service.settings import Settings
from service.web.sign_in.from_here import is_from_here
from service.web.transfer.chunked import count
from service.web.without_names import WITHOUT_NAMES

_HOST = re.compile(r"(\[[0-9a-f:.]+\]|[^\s:@/\[\]]+)(?::\d+)?")
SAFE_METHODS = {"GET", "HEAD", "OPTIONS"}
FORM_OVERHEAD = 1_000_000
LARGEST_ANSWER = 20_000
OPEN_TO_PHONES = (*WITHOUT_NAMES, "/static/")
HEADERS = {
    "Content-Security-Policy": "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
    "object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "no-store",
}
OVER_HTTPS = {"Strict-Transport-Security": "max-age=31536000; includeSubDomains"}
"""What is said where a web server in front has https: browsers come back by it alone."""


class Guard:
    """Refuses requests that another web site makes through the reader's browser, and uploads that are too large.

    The service listens on the reader's own machine without a password, so a hostile page could try to post to it, or to
    read from it under a name of its own that suddenly points here (DNS rebinding). Numeric addresses cannot be
    rebound; names must be known. With `Settings.phones` other devices may open what is for those present, forms,
    rooms, what is given back and channels without names, and nothing else.
    """

    def __init__(self, app: ASGIApp, settings: Settings, answer: Callable[[Request, ServiceError], Response]) -> None:
        self._app = app
        self._settings = settings
        self._names = {"localhost", settings.host.lower(), *(name.lower() for name in settings.allowed_hosts)}
        self._answer = answer
        self._most = settings.max_upload_bytes + FORM_OVERHEAD

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let the request through or answer it here."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        headers, send = Headers(scope=scope), _with_headers(send, scope.get("scheme") == "https")
        is_phone = self._settings.phones and not is_from_here(scope, headers)
        try:
            self._check(scope["method"], headers)
            if is_phone:
                _check_open_to_phones(scope["path"], headers)
        except ServiceError as error:
            await self._answer(Request(scope), error)(scope, receive, send)
            return
        if "transfer-encoding" in headers:
            most, refuse = (LARGEST_ANSWER, _longer_than_an_answer) if is_phone else (self._most, self._too_large)
            await count(self._app, scope, receive, send, most, lambda: self._answer(Request(scope), refuse()))
        else:
            await self._app(scope, receive, send)

    def _check(self, method: str, headers: Headers) -> None:
        if not self._is_known(headers.get("host", "")):
            raise Refused(
                "",
                Message("this address is not known here"),
                Message("Use http://localhost and the port, or add the name to MANYVOICES_ALLOWED_HOSTS"),
            )
        if method not in SAFE_METHODS and not _is_own_page(headers):
            raise Refused(
                "", Message("the request comes from another web site"), Message("Open Manyvoices itself and try again")
            )
        if _length(headers) > self._most:
            raise self._too_large()

    def _too_large(self) -> ServiceError:
        return too_large(self._settings)

    def _is_known(self, host: str) -> bool:
        found = _HOST.fullmatch(host.lower())
        name = found[1].strip("[]") if found else ""
        return name in self._names or is_numeric(name)


def _length(headers: Headers) -> int:
    length = headers.get("content-length", "0")
    return int(length) if length.isdecimal() else 0


def _check_open_to_phones(path: str, headers: Headers) -> None:
    if _length(headers) > LARGEST_ANSWER:
        raise _longer_than_an_answer()
    if not path.startswith(OPEN_TO_PHONES):
        raise Refused(
            "",
            Message("only what is for those present is open to other devices"),
            Message("Use the address that the facilitator shows, as it stands"),
        )


def _longer_than_an_answer() -> ServiceError:
    return Refused("", Message("this is larger than any answer"), Message("Shorten the text and send the form again"))


def _is_own_page(headers: Headers) -> bool:
    """Whether a request that changes something comes from a page of ours, or from no page at all (a program)."""
    if site := headers.get("sec-fetch-site"):
        return site in {"same-origin", "none"}
    origin = headers.get("origin")
    return origin is None or origin.partition("://")[2].lower() == headers.get("host", "").lower()


def _with_headers(send: Send, is_secure: bool) -> Send:
    given = HEADERS | OVER_HTTPS if is_secure else HEADERS

    async def send_with_headers(message: Event) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in given.items():
                headers.setdefault(name, value)
        await send(message)

    return send_with_headers
