"""Who held power in sessions, and which readings people coded as critical."""

from collections.abc import Sequence

from sqlalchemy import delete, insert, select

from service.inclusion.power_types import CodedReading, Kind, PowerNote
from service.store.database import Transaction
from service.store.inclusion.tables import critical_codings, session_power
from service.store.tables import sessions


def every(db: Transaction, programme_id: int) -> dict[int, tuple[PowerNote, ...]]:
    """Return transcript -> what was noted of its session, in the order of the kinds."""
    c = session_power.c
    own = select(sessions.c.file_id).where(sessions.c.programme_id == programme_id)
    found: dict[int, dict[Kind, PowerNote]] = {}
    for row in db.execute(select(session_power).where(c.file_id.in_(own))):
        kind = Kind(row.kind)
        found.setdefault(row.file_id, {})[kind] = PowerNote(kind, row.there, row.holders, row.words)
    return {file_id: tuple(notes[kind] for kind in Kind if kind in notes) for file_id, notes in found.items()}


def say(db: Transaction, file_id: int, notes: Sequence[PowerNote]) -> None:
    """Store what is noted of a session in the place of all that was."""
    db.execute(delete(session_power).where(session_power.c.file_id == file_id))
    rows = [
        {"file_id": file_id, "kind": each.kind.value, "there": each.there, "holders": each.holders, "words": each.words}
        for each in notes
    ]
    if rows:
        db.execute(insert(session_power), rows)


def coded(db: Transaction, programme_id: int) -> tuple[tuple[int, str, tuple[CodedReading, ...]], ...]:
    """Return id, element and critical readings of each element that people coded."""
    c = critical_codings.c
    query = select(c.id, c.element, c.content).where(c.programme_id == programme_id).order_by(c.id)
    return tuple((row.id, row.element, row.content) for row in db.execute(query))


def code(db: Transaction, programme_id: int, element: str, content: Sequence[CodedReading]) -> None:
    """Store the critical readings of an element that people coded."""
    db.execute(insert(critical_codings).values(programme_id=programme_id, element=element, content=tuple(content)))


def forget_coding(db: Transaction, number: int) -> None:
    """Forget what was coded of an element."""
    db.execute(delete(critical_codings).where(critical_codings.c.id == number))
