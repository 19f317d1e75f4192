"""Reviews as somebody planned them; those that only files speak of are not here."""

from dataclasses import dataclass, fields

from sqlalchemy import delete, insert, select, update

from service.reviews.types import AgendaPart
from service.store.database import Transaction
from service.store.reviews.tables import reviews


@dataclass(frozen=True, slots=True)
class ReviewRow:
    """A planned review; `file_id` is that of the file of its ratings."""

    id: int
    name: str
    date: str
    agenda: tuple[AgendaPart, ...]
    file_id: int | None


_ROW = [reviews.c[field.name] for field in fields(ReviewRow)]


def add(db: Transaction, programme_id: int, name: str, date: str, agenda: tuple[AgendaPart, ...]) -> ReviewRow:
    """Store a review."""
    row = {"programme_id": programme_id, "name": name, "date": date, "agenda": agenda}
    made = db.execute(insert(reviews).values(**row).returning(reviews.c.id)).scalar_one()
    return ReviewRow(made, name, date, agenda, None)


def every(db: Transaction, programme_id: int) -> tuple[ReviewRow, ...]:
    """Return the planned reviews of a programme, in the order in which they were planned."""
    query = select(*_ROW).where(reviews.c.programme_id == programme_id).order_by(reviews.c.id)
    return tuple(ReviewRow(**row) for row in db.execute(query).mappings())


def change(db: Transaction, review: ReviewRow, name: str, date: str) -> None:
    """Give a review another name and day."""
    db.execute(update(reviews).where(reviews.c.id == review.id).values(name=name, date=date))


def plan(db: Transaction, review: ReviewRow, agenda: tuple[AgendaPart, ...]) -> None:
    """Give a review another agenda."""
    db.execute(update(reviews).where(reviews.c.id == review.id).values(agenda=agenda))


def remove(db: Transaction, review: ReviewRow) -> None:
    """Forget that a review was planned, and what was entered for it."""
    db.execute(delete(reviews).where(reviews.c.id == review.id))
