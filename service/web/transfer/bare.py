"""Answers without a body, which are of no type."""

from http import HTTPStatus

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Receive, Scope, Send
from starlette.types import Message as Event


class Bare:
    """Takes `Content-Type` from answers that say that there is no content."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let the request through."""

        async def send_bare(message: Event) -> None:
            if message["type"] == "http.response.start" and message["status"] == HTTPStatus.NO_CONTENT:
                del MutableHeaders(scope=message)["content-type"]
            await send(message)

        await self._app(scope, receive, send_bare)
