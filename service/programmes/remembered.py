"""Programmes as they were read last, by all who ask a database: a request asks many times, and most change nothing."""

from collections.abc import Callable
from threading import Lock
from typing import Any, TypeVar
from weakref import WeakKeyDictionary

from sqlalchemy import Pool

from service.last_used import LastUsed
from service.store import Transaction
from service.store.privacy import keeping
from service.store.programmes import ProgrammeRow

REMEMBERED = 64
Read = TypeVar("Read")
_lock = Lock()
_last: WeakKeyDictionary[Pool, LastUsed[int, tuple[tuple[ProgrammeRow, str], Any]]] = WeakKeyDictionary()


def as_it_was(db: Transaction, row: ProgrammeRow, read: Callable[[], Read]) -> Read:
    """Return what was read of a programme when its row was the same, which every change of it counts on; else read it.

    Who changes something reads it anew: what is not kept yet is nobody else's.

    Args:
        db: in which the row was read.
        row: of the programme.
        read: reads all of it; the same function whenever this is called.
    """
    if db.get_execution_options().get("writing"):
        return read()
    now = row, keeping.secret_of(db, row.id)  # a programme that was deleted may have had the same id and slug
    with _lock:
        kept = _last.setdefault(db.engine.pool, LastUsed(REMEMBERED))
        last = kept.get(row.id)
    if last is not None and last[0] == now:
        known: Read = last[1]
        return known
    made = read()
    with _lock:
        kept.put(row.id, (now, made))
    return made


def forget_all(pool: Pool) -> None:
    """Forget all that was read of a database, by its connections."""
    with _lock:
        _last.pop(pool, None)
