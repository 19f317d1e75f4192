"""What the tables of World Cafés wrote."""

from sqlalchemy import delete, func, select, update

from service.cafe.types import TableNote
from service.errors import NotFound
from service.store.cafe.cafes import CafeRow
from service.store.cafe.tables import cafe_notes
from service.store.conflicts import insert_new
from service.store.database import Transaction


def add(db: Transaction, cafe: CafeRow, notes: list[TableNote]) -> None:
    """Store notes; one that is there already is not stored again."""
    rows = [
        {
            "cafe_id": cafe.id,
            "id": note.id,
            "round": note.round,
            "seat": note.table,
            "text": note.text,
            "element": note.element,
            "gathered": note.gathered,
        }
        for note in notes
    ]
    insert_new(db, cafe_notes, rows)


def every(db: Transaction, cafe: CafeRow) -> tuple[TableNote, ...]:
    """Return the notes by round and table, then by random id; those whose words were deleted are left out."""
    c = cafe_notes.c
    query = select(c.id, c.round, c.seat, c.text, c.element, c.gathered).where(c.cafe_id == cafe.id)
    rows = db.execute(query.order_by(c.round, c.seat, c.id))
    return tuple(TableNote(*row) for row in rows if any(map(str.isalnum, row.text)))


def count(db: Transaction, cafe: CafeRow) -> int:
    """Return how many notes there are."""
    return db.scalar(select(func.count()).where(cafe_notes.c.cafe_id == cafe.id)) or 0


def mark_gathered(db: Transaction, cafe: CafeRow) -> None:
    """Remember that all notes are among those of the programme."""
    db.execute(update(cafe_notes).where(cafe_notes.c.cafe_id == cafe.id).values(gathered=True))


def remove(db: Transaction, cafe: CafeRow, note: str) -> None:
    """Forget a note.

    Raises:
        NotFound: the café has none with that id.
    """
    c = cafe_notes.c
    if not db.execute(delete(cafe_notes).where(c.cafe_id == cafe.id, c.id == note)).rowcount:
        raise NotFound("note", note)
