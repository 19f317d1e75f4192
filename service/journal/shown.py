"""Whether what is asked for is shown to anybody: of a head alone nothing is."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

_SHOWN: ContextVar[bool] = ContextVar("shown", default=True)


def is_shown() -> bool:
    """Return whether what is asked for now is shown, or taken out."""
    return _SHOWN.get()


@contextmanager
def nothing_is_shown() -> Iterator[None]:
    """Let nobody have seen anything of what is asked for until the block ends."""
    token = _SHOWN.set(False)
    try:
        yield
    finally:
        _SHOWN.reset(token)
