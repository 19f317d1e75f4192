"""What a team heard and leaves as it is."""

from sqlalchemy import delete, select

from service.actions.types import Evidence, Left
from service.errors import NotFound
from service.store.actions.actions import SIGNS
from service.store.actions.tables import left_as_is
from service.store.conflicts import add_under_code
from service.store.database import Transaction


def add(db: Transaction, programme_id: int, reason: str, day: str, evidence: Evidence) -> str:
    """Store what is left as it is under a code that nothing else has, and return it."""
    row = {"programme_id": programme_id, "reason": reason, "day": day, "evidence": evidence}
    return add_under_code(db, left_as_is, row, SIGNS)


def every(db: Transaction, programme_id: int) -> tuple[Left, ...]:
    """Return what is left as it is, oldest first."""
    query = select(left_as_is).where(left_as_is.c.programme_id == programme_id).order_by(left_as_is.c.id)
    return tuple(Left(row.code, row.reason, row.day, row.evidence) for row in db.execute(query))


def remove(db: Transaction, programme_id: int, code: str) -> None:
    """Forget that something is left as it is.

    Raises:
        NotFound: the programme has nothing of that code.
    """
    c = left_as_is.c
    if not db.execute(delete(left_as_is).where(c.programme_id == programme_id, c.code == code)).rowcount:
        raise NotFound("left", code)
