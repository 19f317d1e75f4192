"""How long programmes are kept, and the secrets with which they number people."""

import secrets
from dataclasses import dataclass

from sqlalchemy import select, update

from service.store.conflicts import insert_new
from service.store.database import Transaction
from service.store.privacy.tables import privacy


@dataclass(frozen=True, slots=True)
class Keeping:
    """How long a programme is kept.

    Attributes:
        months: after its last review, None for no end.
        until: the day that was set instead (ISO 8601), "" where none was.
    """

    months: int | None = None
    until: str = ""


NO_END = Keeping()


def begin(db: Transaction, programme_id: int) -> None:
    """Give a new programme a secret of its own; it has no end."""
    insert_new(db, privacy, [{"programme_id": programme_id, "secret": secrets.token_hex(16), "keep_until": ""}])


def find(db: Transaction, programme_id: int) -> Keeping:
    """Return how long a programme is kept."""
    row = db.execute(select(privacy).where(privacy.c.programme_id == programme_id)).first()
    return Keeping(row.keep_months, row.keep_until) if row else NO_END


def secret_of(db: Transaction, programme_id: int) -> str:
    """Return the secret of a programme, "" if it was never given one."""
    return db.scalar(select(privacy.c.secret).where(privacy.c.programme_id == programme_id)) or ""


def keep(db: Transaction, programme_id: int, keeping: Keeping) -> None:
    """Store how long a programme is kept."""
    begin(db, programme_id)
    values = {"keep_months": keeping.months, "keep_until": keeping.until}
    db.execute(update(privacy).where(privacy.c.programme_id == programme_id).values(**values))
