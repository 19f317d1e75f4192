"""Requests that were answered, each under a key of its own, so that what comes twice is done once."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import delete, select, update

from service.store.conflicts import is_new
from service.store.database import Transaction
from service.store.journal.tables import requests

REMEMBERED = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Answered:
    """What was answered; no status while that is not known yet."""

    body: str
    status: int | None
    headers: tuple[tuple[str, str], ...]
    answer: bytes


def begin(db: Transaction, scope: str, key: str, body: str, now: datetime) -> bool:
    """Take a key in the transaction that does what is asked; False if it was taken. Those a day old are forgotten."""
    db.execute(delete(requests).where(requests.c.made < now - REMEMBERED))
    return is_new(db, requests, {"scope": scope, "key": key, "body": body, "made": now})


def keep_answer(db: Transaction, scope: str, key: str, answered: Answered) -> None:
    """Store what was answered under a key that was taken."""
    values = {"status": answered.status, "headers": list(map(list, answered.headers)), "answer": answered.answer}
    db.execute(update(requests).where(requests.c.scope == scope, requests.c.key == key).values(**values))


def find(db: Transaction, scope: str, key: str, now: datetime) -> Answered | None:
    """Return what was answered under a key within a day, None if it is free."""
    this = (requests.c.scope == scope, requests.c.key == key, requests.c.made >= now - REMEMBERED)
    row = db.execute(select(requests).where(*this)).mappings().first()
    if row is None:
        return None
    headers = tuple((str(name), str(value)) for name, value in row["headers"] or ())
    return Answered(row["body"], row["status"], headers, row["answer"] or b"")
