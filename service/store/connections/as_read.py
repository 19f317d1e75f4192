"""What was read of a database last, by all who ask it: a request asks many times, and most change nothing."""

from collections.abc import Callable
from threading import Lock
from typing import Any, TypeVar
from weakref import WeakKeyDictionary

from sqlalchemy import Connection, Pool

from service.last_used import LastUsed

REMEMBERED = 64
Read = TypeVar("Read")
_lock = Lock()
_last: WeakKeyDictionary[Pool, LastUsed[int, tuple[object, Any]]] = WeakKeyDictionary()


def as_it_was(db: Connection, number: int, state: object, read: Callable[[], Read]) -> Read:
    """Return what was read of something when it was in the same state; else read it.

    Who changes something reads it anew: what is not kept yet is nobody else's.

    Args:
        db: the transaction in which the state was read.
        number: of the thing.
        state: is another one after each change of it.
        read: reads it; the same function whenever this is called.
    """
    if db.get_execution_options().get("writing"):
        return read()
    with _lock:
        kept = _last.setdefault(db.engine.pool, LastUsed(REMEMBERED))
        last = kept.get(number)
    if last is not None and last[0] == state:
        known: Read = last[1]
        return known
    made = read()
    with _lock:
        kept.put(number, (state, made))
    return made


def forget_all(pool: Pool) -> None:
    """Forget all that was read by some connections."""
    with _lock:
        _last.pop(pool, None)
