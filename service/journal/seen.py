"""Which state of a programme somebody had seen when they decided on a change: set once a request, as who acts is."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field


@dataclass(slots=True)
class Seen:
    """The revision of the programme on the page that a form stood on, and those that this request has made since."""

    revision: int
    own: set[int] = field(default_factory=set)


_SEEN: ContextVar[Seen | None] = ContextVar("seen", default=None)


def seen() -> Seen | None:
    """Return what was seen by whoever acts now, None where that does not matter."""
    return _SEEN.get()


def see(revision: int | None) -> None:
    """Say which revision was seen, for the rest of this request."""
    _SEEN.set(None if revision is None else Seen(revision))


@contextmanager
def having_seen(revision: int) -> Iterator[None]:
    """Let this revision be the one that was seen until the block ends."""
    token = _SEEN.set(Seen(revision))
    try:
        yield
    finally:
        _SEEN.reset(token)
