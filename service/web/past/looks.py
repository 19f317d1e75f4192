"""Notes who is shown what of a programme, whatever gives the answer: a page, a remembered page, or the API."""

from collections.abc import Callable

from starlette.types import ASGIApp, Receive, Scope, Send
from starlette.types import Message as Event

from service.access.types import STRANGER, Reader
from service.journal.places import place

SEEN = frozenset({200, 304})
API = "/api/v1"


class NoteLooks:
    """Tells what an account was shown once it is answered; whoever works on the machine itself has none.

    Args:
        app: what answers.
        note: takes account, its name, slug and place, and takes no time.
    """

    def __init__(self, app: ASGIApp, note: Callable[[int, str, str, str], None]) -> None:
        self._app = app
        self._note = note

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let the request through."""
        reader: Reader = scope.get("state", {}).get("reader", STRANGER)
        if scope["type"] != "http" or scope["method"] != "GET" or reader.account is None:
            await self._app(scope, receive, send)
            return
        status = 0

        async def send_noting(message: Event) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
            await send(message)

        await self._app(scope, receive, send_noting)
        if status in SEEN and (seen := _seen(scope)):
            self._note(reader.account, reader.name, *seen)


def _seen(scope: Scope) -> tuple[str, str] | None:
    """Return the programme and what was shown of it, None where that is nothing."""
    first, *parts = str(scope["path"]).removeprefix(API).strip("/").split("/")
    where = place(tuple(parts[1:])) if first == "programmes" and parts else None
    return None if where is None else (parts[0], where)
