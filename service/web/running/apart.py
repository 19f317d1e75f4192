"""What takes long, apart from pages: files that leave, and files that come in, have threads of their own.

However many people ask for such things at once, a few are made at a time and the others wait; the threads that make
pages stay free for pages.
"""

from collections.abc import Awaitable, Callable
from functools import partial, wraps
from typing import ParamSpec, TypeVar

from anyio import CapacityLimiter, to_thread
from anyio.lowlevel import RunVar

AT_ONCE = 2
"""As many as the small machines for which this is made have cores."""

Given = ParamSpec("Given")
Answer = TypeVar("Answer")
_made: RunVar[CapacityLimiter] = RunVar("made apart from pages")
_read: RunVar[CapacityLimiter] = RunVar("read apart from pages")


def made_apart(view: Callable[Given, Answer]) -> Callable[Given, Awaitable[Answer]]:
    """Answer with what is made in a thread of its own kind: a file that leaves."""
    return _apart(view, _made)


def read_apart(view: Callable[Given, Answer]) -> Callable[Given, Awaitable[Answer]]:
    """Answer when files that came were read in a thread of its own kind."""
    return _apart(view, _read)


def _apart(view: Callable[Given, Answer], own: RunVar[CapacityLimiter]) -> Callable[Given, Awaitable[Answer]]:
    @wraps(view)
    async def answer(*given: Given.args, **named: Given.kwargs) -> Answer:
        return await to_thread.run_sync(partial(view, *given, **named), limiter=_limiter(own))

    return answer


def _limiter(own: RunVar[CapacityLimiter]) -> CapacityLimiter:
    """Return how many may run at once in this event loop."""
    try:
        return own.get()
    except LookupError:
        own.set(limiter := CapacityLimiter(AT_ONCE))
        return limiter
