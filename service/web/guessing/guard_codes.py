"""Stands before everything that is found by a code alone, and refuses who tries one after the other."""

from collections.abc import Callable
from http import HTTPStatus

from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send
from starlette.types import Message as Event

from service.accounts.throttle import network
from service.errors import ServiceError, TooOften
from service.web.guessing.guesses import Guesses
from service.web.without_names import WITHOUT_NAMES

_RIGHT = {HTTPStatus.OK: True, HTTPStatus.NOT_FOUND: False}
"""What an answer says of a code. A form that is sent back or on may not have been looked for yet."""


class GuardCodes:
    """Counts what is not found, by the network that asked; whoever works on this machine is not counted."""

    def __init__(self, app: ASGIApp, answer: Callable[[Request, ServiceError], Response], guesses: Guesses) -> None:
        self._app = app
        self._answer = answer
        self._guesses = guesses

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let the request through or answer it here."""
        if scope["type"] != "http" or not scope["path"].startswith(WITHOUT_NAMES) or scope["state"]["reader"].sits_here:
            await self._app(scope, receive, send)
            return
        where, code = network((scope.get("client") or ("",))[0]), "/".join(scope["path"].split("/", 3)[:3])
        try:
            self._guesses.begin(where, code)
        except TooOften as error:
            await self._answer(Request(scope), error)(scope, receive, send)
            return
        found: list[bool | None] = [None]
        try:
            await self._app(scope, receive, _noting(send, found))
        finally:
            self._guesses.end(where, code, is_right=found[0])


def _noting(send: Send, found: list[bool | None]) -> Send:
    async def send_noting(message: Event) -> None:
        if message["type"] == "http.response.start":
            found[0] = _RIGHT.get(message["status"])
        await send(message)

    return send_noting
