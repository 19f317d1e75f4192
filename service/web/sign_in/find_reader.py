"""Finds who asks, before anything else is done for them."""

from collections.abc import Callable
from urllib.parse import quote, urlencode

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from nlp.errors import ManyvoicesError
from nlp.hosts import is_numeric
from nlp.messages import Message
from service.access.acting import act_as
from service.access.types import OWN_MACHINE, STRANGER, Reader
from service.accounts.readers import COOKIE, Known, Readers
from service.errors import NotSignedIn, StoreError
from service.settings import Settings
from service.web.sign_in.cookies import given
from service.web.sign_in.from_here import SENT_ON, is_from_here
from service.web.without_names import WITHOUT_NAMES

NOBODY = (*WITHOUT_NAMES, "/static/")
"""What those present see: it is never asked who they are, and never known."""
OPEN = ("/sign-in", "/sign-out", "/invitation/", "/password/", "/health", "/ready", "/api/v1/openapi.json")
"""What can be seen without signing in."""
SIGN_IN = "/sign-in"


class FindReader:
    """Puts the `Reader` of a request at `request.state.reader`, and lets it be who acts until the answer is given.

    Strangers get no further than `OPEN`: pages lead them to sign in, the API answers 401.
    """

    def __init__(
        self,
        app: ASGIApp,
        settings: Settings,
        readers: Readers,
        answer: Callable[[Request, ManyvoicesError], Response],
    ) -> None:
        self._app = app
        self._settings = settings
        self._readers = readers
        self._answer = answer

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let the request through with its reader, or answer it here."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        request = Request(scope)
        try:
            known = await self._known(request)
        except ManyvoicesError as error:
            await self._answer(request, error)(scope, receive, send)
            return
        reader = request.state.reader = known.reader
        request.state.sign_in = known.sign_in
        if reader == STRANGER and not scope["path"].startswith((*NOBODY, *OPEN)):
            await self._turn_away(request)(scope, receive, send)
            return
        with act_as(reader):
            await self._app(scope, receive, send)
        if known.to_note:
            await run_in_threadpool(self._note, known)

    async def _known(self, request: Request) -> Known:
        """Return who asks; what they bring with them comes before where they sit.

        Raises:
            NotSignedIn: a token opens nothing.
            StoreError: the database does not answer.
        """
        here = Known(OWN_MACHINE if _is_own_machine(self._settings, request.scope, request.headers) else STRANGER)
        if request.scope["path"].startswith(NOBODY):
            return here
        kind, _, token = request.headers.get("authorization", "").partition(" ")
        if kind.lower() == "bearer":
            return await run_in_threadpool(self._readers.of_token, token.strip())
        cookie = given(request, COOKIE)
        return (await run_in_threadpool(self._readers.of_cookie, cookie) if cookie else None) or here

    def _turn_away(self, request: Request) -> Response:
        if request.scope["path"].startswith("/api/"):
            return self._answer(request, NotSignedIn())
        if request.method in {"GET", "HEAD"}:
            query = f"?{request.url.query}" if request.url.query else ""
            wanted = quote(request.scope["path"]) + query
            return RedirectResponse(f"{SIGN_IN}?{urlencode({'next': wanted})}", 303)
        remedy = Message("Sign in in another tab, come back to this one with Back, and send it again")
        return self._answer(request, NotSignedIn(remedy=remedy))

    def _note(self, known: Known) -> None:
        """Note that a browser or a token was used; nobody waits for it, and it may fail."""
        try:
            self._readers.note_use(known)
        except StoreError:
            return


def _is_own_machine(settings: Settings, scope: Scope, headers: Headers) -> bool:
    """Return whether a request needs nobody to be signed in: this machine's own, where the settings let it.

    A name in place of an address is of no socket: it is a call from within this process.
    """
    if settings.asks_everybody:
        return False
    if is_from_here(scope, headers):
        return True
    name = (scope.get("client") or ("",))[0]
    sent_on = any(each in headers for each in SENT_ON)
    return bool(name) and not is_numeric(name) and not sent_on and not settings.listens_beyond


def reader_of(request: Request) -> Reader:
    """Return who makes a request."""
    reader: Reader = request.state.reader
    return reader
