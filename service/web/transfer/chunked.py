"""A body that does not say how long it is, is counted as it comes."""

from collections.abc import Callable

from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send
from starlette.types import Message as Event


class _TooMuch(Exception):
    """More came than is taken."""


async def count(
    app: ASGIApp, scope: Scope, receive: Receive, send: Send, most: int, refuse: Callable[[], Response]
) -> None:
    """Let a request through as long as no more of its body comes than is taken; then answer that instead.

    Args:
        app: what answers.
        scope: of the request.
        receive: its body.
        send: takes the answer.
        most: bytes of its body.
        refuse: makes the answer to a body that is longer.
    """
    taken, begun, over = 0, False, False

    async def receive_counting() -> Event:
        nonlocal taken, over
        message = await receive()
        taken += len(message.get("body", b""))
        if taken > most:
            over = True
            raise _TooMuch
        return message

    async def send_unless_over(message: Event) -> None:
        nonlocal begun
        if not over or begun:
            begun = True
            await send(message)

    try:
        await app(scope, receive_counting, send_unless_over)
    except _TooMuch:
        over = True
    if over and not begun:
        await refuse()(scope, receive, send)
