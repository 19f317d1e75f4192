"""How often something was tried in vain: so many rows at most, and none for long."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, func, select

from service.store.accounts.tables import failed_attempts
from service.store.conflicts import put
from service.store.database import Transaction


@dataclass(frozen=True, slots=True)
class FailedRow:
    """How often in a row something was tried in vain, and when last."""

    failures: int
    last: datetime


def find(db: Transaction, keys: tuple[str, ...]) -> dict[str, FailedRow]:
    """Return what was tried in vain under some keys."""
    query = select(failed_attempts).where(failed_attempts.c.key.in_(keys))
    return {row.key: FailedRow(row.failures, row.last) for row in db.execute(query)}


def keep(db: Transaction, key: str, row: FailedRow) -> None:
    """Store how often something was tried in vain."""
    put(db, failed_attempts, {"key": key, "failures": row.failures, "last": row.last})


def remove(db: Transaction, keys: tuple[str, ...]) -> None:
    """Forget what was tried in vain under some keys."""
    db.execute(delete(failed_attempts).where(failed_attempts.c.key.in_(keys)))


def tidy(db: Transaction, before: datetime, after: datetime, most: int) -> None:
    """Forget what lies outside two moments, and the oldest of more than `most` rows."""
    last = failed_attempts.c.last
    db.execute(delete(failed_attempts).where((last < before) | (last > after)))
    if (db.scalar(select(func.count()).select_from(failed_attempts)) or 0) > most:
        spare = select(failed_attempts.c.key).order_by(last.desc()).offset(most).scalar_subquery()
        db.execute(delete(failed_attempts).where(failed_attempts.c.key.in_(spare)))
