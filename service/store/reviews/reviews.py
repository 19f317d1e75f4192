"""Reviews as somebody planned them; those that only files speak of are not here."""

from dataclasses import dataclass, fields

from sqlalchemy import delete, insert, select, update

from service.reviews.types import AgendaPart
from service.store.conflicts import put
from service.store.database import Transaction
from service.store.reviews.tables import rating_links, review_records, reviews


@dataclass(frozen=True, slots=True)
class ReviewRow:
    """A planned review.

    Attributes:
        file_id: of the file of its ratings.
        starts: time of the day at which it begins, such as 09:00.
        took: seconds that each part of the agenda really took, nothing where nobody measured.
        record_id: of the transcript that its agenda is laid over, None if of none.
        code: of the link by which phones rate, None if there never was one.
        is_open: whether that takes ratings.
    """

    id: int
    name: str
    date: str
    agenda: tuple[AgendaPart, ...]
    file_id: int | None
    starts: str = "09:00"
    took: tuple[int, ...] = ()
    record_id: int | None = None
    code: str | None = None
    is_open: bool = False


_OWN = [reviews.c[field.name] for field in fields(ReviewRow) if field.name in reviews.c]


def add(db: Transaction, programme_id: int, name: str, date: str, agenda: tuple[AgendaPart, ...]) -> ReviewRow:
    """Store a review."""
    row = {"programme_id": programme_id, "name": name, "date": date, "agenda": agenda}
    made = db.execute(insert(reviews).values(**row).returning(reviews.c.id)).scalar_one()
    return ReviewRow(made, name, date, agenda, None)


def every(db: Transaction, programme_id: int) -> tuple[ReviewRow, ...]:
    """Return the planned reviews of a programme, in the order in which they were planned."""
    link, record = rating_links.c, review_records.c
    query = select(*_OWN, link.code, link.is_open, record.file_id.label("record_id"))
    query = query.outerjoin(rating_links, link.review_id == reviews.c.id)
    query = query.outerjoin(review_records, record.review_id == reviews.c.id)
    rows = db.execute(query.where(reviews.c.programme_id == programme_id).order_by(reviews.c.id)).mappings()
    return tuple(ReviewRow(**{**row, "is_open": bool(row["is_open"])}) for row in rows)


def change(db: Transaction, review: ReviewRow, name: str, date: str) -> None:
    """Give a review another name and day."""
    db.execute(update(reviews).where(reviews.c.id == review.id).values(name=name, date=date))


def plan(db: Transaction, review: ReviewRow, agenda: tuple[AgendaPart, ...], starts: str) -> None:
    """Give a review another agenda; how long its parts took is forgotten."""
    values = {"agenda": agenda, "starts": starts, "took": ()}
    db.execute(update(reviews).where(reviews.c.id == review.id).values(**values))


def say_took(db: Transaction, review: ReviewRow, took: tuple[int, ...]) -> None:
    """Remember how long the parts of a review took."""
    db.execute(update(reviews).where(reviews.c.id == review.id).values(took=took))


def lay_over(db: Transaction, review: ReviewRow, record: int | None) -> None:
    """Remember over which transcript the agenda of a review is laid, None for none."""
    if record is None:
        db.execute(delete(review_records).where(review_records.c.review_id == review.id))
    else:
        put(db, review_records, {"review_id": review.id, "file_id": record})


def remove(db: Transaction, review: ReviewRow) -> None:
    """Forget that a review was planned, and what was entered for it."""
    db.execute(delete(reviews).where(reviews.c.id == review.id))
