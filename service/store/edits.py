"""What facilitators changed about the readings of a programme, in the order in which they did."""

from collections.abc import Sequence

from sqlalchemy import delete, select, update

from nlp.readings.edits.types import Edit, without_labels
from service.annotations.edits_file import VERSION, edit_to_json, edits_from_json
from service.errors import NotFound
from service.store.conflicts import insert_new
from service.store.database import Transaction
from service.store.tables import edits


def add(db: Transaction, programme_id: int, made: Sequence[Edit]) -> None:
    """Store edits behind those that are there; one whose id is there is left out."""
    rows = [{"programme_id": programme_id, "key": edit.id, "content": edit_to_json(edit)} for edit in made]
    insert_new(db, edits, rows)


def every(db: Transaction, programme_id: int) -> tuple[Edit, ...]:
    """Return the edits of a programme, oldest first."""
    query = select(edits.c.content).where(edits.c.programme_id == programme_id).order_by(edits.c.id)
    return edits_from_json({"version": VERSION, "edits": list(db.scalars(query))})


def remove(db: Transaction, programme_id: int, key: str) -> None:
    """Forget an edit.

    Raises:
        NotFound: the programme has no such edit.
    """
    gone = db.execute(delete(edits).where(edits.c.programme_id == programme_id, edits.c.key == key))
    if gone.rowcount == 0:
        raise NotFound("change", key)


def forget_labels(db: Transaction, programme_id: int) -> None:
    """Forget the words of notes that edits carry for people to read; what finds the readings again stays."""
    for edit in every(db, programme_id):
        this = (edits.c.programme_id == programme_id) & (edits.c.key == edit.id)
        db.execute(update(edits).where(this).values(content=edit_to_json(without_labels(edit))))
