"""HEAD at every address that can be got: the same answer without its body, and nobody has seen anything."""

from starlette.types import ASGIApp, Receive, Scope, Send
from starlette.types import Message as Event

from service.journal.shown import nothing_is_shown


class Head:
    """Asks for what a GET would give, and sends only its head; what would be told endlessly ends at once."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let the request through."""
        if scope["type"] != "http" or scope["method"] != "HEAD":
            await self._app(scope, receive, send)
            return
        scope["method"] = "GET"
        try:
            with nothing_is_shown():
                await self._app(scope, _nobody_listens, _without_body(send))
        finally:
            scope["method"] = "HEAD"


async def _nobody_listens() -> Event:
    return {"type": "http.disconnect"}


def _without_body(send: Send) -> Send:
    over = False

    async def send_head(message: Event) -> None:
        nonlocal over
        if message["type"] == "http.response.start":
            await send(message)
        elif not over:
            over = True
            await send({"type": "http.response.body", "body": b"", "more_body": False})

    return send_head
