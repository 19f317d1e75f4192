"""What observers noted in a session, and what the group wants to do differently, both by the form of the session."""

from collections.abc import Sequence
from dataclasses import dataclass, fields

from sqlalchemy import Table, delete, func, insert, select, update

from service.errors import NotFound
from service.store.database import Transaction
from service.store.forms import FormRow
from service.store.inclusion.tables import intentions, observer_notes


@dataclass(frozen=True, slots=True)
class NoteRow:
    """A note of an observer; `element` and `file_id` say where it is among the notes of the programme, if it is."""

    id: int
    text: str
    observer: str
    time: str
    points: str
    element: str
    file_id: int | None


_ROW = [observer_notes.c[field.name] for field in fields(NoteRow)]


def notes(db: Transaction, form: FormRow) -> tuple[NoteRow, ...]:
    """Return the notes of observers, oldest first."""
    c = observer_notes.c
    query = select(*_ROW).where(c.form_id == form.id).order_by(c.id)
    return tuple(NoteRow(**row) for row in db.execute(query).mappings())


def add_note(db: Transaction, form: FormRow, text: str, observer: str, time: str, points: str) -> None:
    """Store a note of an observer."""
    row = {"form_id": form.id, "text": text, "observer": observer, "time": time, "points": points, "element": ""}
    db.execute(insert(observer_notes).values(**row))


def take(db: Transaction, form: FormRow, numbers: Sequence[int], element: str) -> None:
    """Remember of which element notes are, before they are written into a file."""
    c = observer_notes.c
    db.execute(update(observer_notes).where(c.form_id == form.id, c.id.in_(numbers)).values(element=element))


def are_in(db: Transaction, form: FormRow, numbers: Sequence[int], file_id: int | None) -> None:
    """Remember the file in which notes are."""
    c = observer_notes.c
    db.execute(update(observer_notes).where(c.form_id == form.id, c.id.in_(numbers)).values(file_id=file_id))


def lines(db: Transaction, form: FormRow) -> tuple[tuple[int, str], ...]:
    """Return number and text of what the group wants to do differently, oldest first."""
    c = intentions.c
    query = select(c.id, c.text).where(c.form_id == form.id).order_by(c.id)
    return tuple((row.id, row.text) for row in db.execute(query))


def add_line(db: Transaction, form: FormRow, text: str) -> None:
    """Store a line of what the group wants to do differently."""
    db.execute(insert(intentions).values(form_id=form.id, text=text))


def count(db: Transaction, form: FormRow) -> int:
    """Return how many notes and lines there are."""
    return sum(
        db.scalar(select(func.count()).select_from(table).where(table.c.form_id == form.id)) or 0
        for table in (observer_notes, intentions)
    )


def remove_note(db: Transaction, form: FormRow, number: int) -> None:
    """Forget a note of an observer; raises `NotFound` if there is none with that number."""
    _remove(db, observer_notes, form, number)


def remove_line(db: Transaction, form: FormRow, number: int) -> None:
    """Forget a line; raises `NotFound` if there is none with that number."""
    _remove(db, intentions, form, number)


def _remove(db: Transaction, table: Table, form: FormRow, number: int) -> None:
    if not db.execute(delete(table).where(table.c.form_id == form.id, table.c.id == number)).rowcount:
        raise NotFound("note", number)
