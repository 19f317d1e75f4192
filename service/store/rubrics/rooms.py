"""Rooms in which those present write one cell of a rubric: nothing in them tells who wrote what, or when."""

from dataclasses import dataclass, fields

from sqlalchemy import Select, delete, distinct, func, select, update

from service.errors import NotFound
from service.rubrics.types import ProposedText
from service.store.conflicts import add_under_code, is_new
from service.store.database import Transaction
from service.store.rubrics.tables import rubric_proposals, rubric_rooms

_P = rubric_proposals.c


@dataclass(frozen=True, slots=True)
class RoomRow:
    """A room as it was opened."""

    id: int
    programme_id: int
    code: str
    team: str
    element: str
    level: str
    is_open: bool


_ROW = [rubric_rooms.c[field.name] for field in fields(RoomRow)]


def add(db: Transaction, programme_id: int, team: str, element: str, level: str) -> RoomRow:
    """Store a new, open room under a code that no other one has."""
    row = {"programme_id": programme_id, "team": team, "element": element, "level": level, "is_open": True}
    return find(db, add_under_code(db, rubric_rooms, row))


def every(db: Transaction, programme_id: int) -> tuple[RoomRow, ...]:
    """Return the rooms of a programme, oldest first."""
    query = select(*_ROW).where(rubric_rooms.c.programme_id == programme_id).order_by(rubric_rooms.c.id)
    return tuple(RoomRow(**row) for row in db.execute(query).mappings())


def find(db: Transaction, code: str, *, lock: bool = False) -> RoomRow:
    """Return a room; with `lock`, nobody else writes in it or changes it until the transaction ends.

    Raises:
        NotFound: there is none with that code.
    """
    query: Select[tuple[object, ...]] = select(*_ROW).where(rubric_rooms.c.code == code)
    row = db.execute(query.with_for_update() if lock else query).mappings().first()
    if row is None:
        raise NotFound("room", code)
    return RoomRow(**row)


def set_open(db: Transaction, room: RoomRow, *, is_open: bool) -> None:
    """Open or close a room."""
    db.execute(update(rubric_rooms).where(rubric_rooms.c.id == room.id).values(is_open=is_open))


def remove(db: Transaction, room: RoomRow) -> None:
    """Forget a room and all that was proposed in it."""
    db.execute(delete(rubric_rooms).where(rubric_rooms.c.id == room.id))


def propose(db: Transaction, room: RoomRow, own_id: str, person: str, text: str) -> bool:
    """Let a proposal wait; return False if one with that id is there already."""
    row = {"rubric_room_id": room.id, "id": own_id, "person": person, "text": text, "shown": False}
    return is_new(db, rubric_proposals, row)


def waiting(db: Transaction, room: RoomRow, person: str = "") -> int:
    """Return how many people wrote what waits, or how much of one person waits."""
    here = (_P.rubric_room_id == room.id) & _P.shown.is_(False)
    if person:
        return db.scalar(select(func.count()).where(here, _P.person == person)) or 0
    return db.scalar(select(func.count(distinct(_P.person))).where(here)) or 0


def received(db: Transaction, room: RoomRow) -> int:
    """Return how many proposals there are, waiting or shown."""
    return db.scalar(select(func.count()).where(_P.rubric_room_id == room.id)) or 0


def show(db: Transaction, room: RoomRow) -> None:
    """Show all that waits, and forget whose it was."""
    db.execute(update(rubric_proposals).where(_P.rubric_room_id == room.id).values(shown=True, person=""))


def shown(db: Transaction, room: RoomRow) -> tuple[ProposedText, ...]:
    """Return what is shown, in the order of random ids."""
    query = select(_P.id, _P.text).where(_P.rubric_room_id == room.id, _P.shown.is_(True)).order_by(_P.id)
    return tuple(ProposedText(row.id, row.text) for row in db.execute(query))
