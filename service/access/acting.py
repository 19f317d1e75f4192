"""Who does what is being done, for what is written down about it: set once a request or a command, never passed on."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from service.access.types import OWN_MACHINE, Reader

_ACTING: ContextVar[Reader] = ContextVar("acting", default=OWN_MACHINE)


def acting() -> Reader:
    """Return who acts now; `OWN_MACHINE` where nobody was set, as on the command line."""
    return _ACTING.get()


@contextmanager
def act_as(reader: Reader) -> Iterator[None]:
    """Let `reader` be who acts until the block ends."""
    token = _ACTING.set(reader)
    try:
        yield
    finally:
        _ACTING.reset(token)
