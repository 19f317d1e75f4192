"""The secret addresses under which calendars fetch the actions of a programme."""

from sqlalchemy import delete, select

from service.actions.types import Calendar
from service.errors import NotFound
from service.store.actions.tables import calendars
from service.store.conflicts import put
from service.store.database import Transaction


def find(db: Transaction, programme_id: int) -> Calendar | None:
    """Return the calendar of a programme, None if it has none."""
    row = db.execute(select(calendars).where(calendars.c.programme_id == programme_id)).first()
    return Calendar(row.secret, row.names) if row else None


def keep(db: Transaction, programme_id: int, calendar: Calendar) -> None:
    """Store the calendar of a programme, in the place of the one that it had."""
    put(db, calendars, {"programme_id": programme_id, "secret": calendar.secret, "names": calendar.names})


def remove(db: Transaction, programme_id: int) -> None:
    """Forget it: its address leads nowhere from now on."""
    db.execute(delete(calendars).where(calendars.c.programme_id == programme_id))


def programme_of(db: Transaction, secret: str) -> int:
    """Return the id of the programme whose calendar has an address.

    Raises:
        NotFound: none has.
    """
    found: int | None = db.scalar(select(calendars.c.programme_id).where(calendars.c.secret == secret))
    if found is None:
        raise NotFound("link", "…")
    return found
