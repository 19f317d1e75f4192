"""Rooms in which those present sort, and where each put each card: nothing that tells who, when or from where."""

from dataclasses import dataclass, fields

from sqlalchemy import Select, delete, distinct, func, select, update

from service.errors import NotFound
from service.sortings.types import Answers, Keys, Pile
from service.store.conflicts import add_under_code, put
from service.store.database import Transaction
from service.store.tables import programmes, room_answers, rooms


@dataclass(frozen=True, slots=True)
class RoomRow:
    """A room in which those present sort some cards of one element.

    Attributes:
        code: its name in addresses, short enough to type.
        element: whose cards they are.
        is_open: whether it takes answers.
        cards: their keys, in the order in which everybody sees them.
        piles: those that everybody can choose from.
    """

    id: int
    programme_id: int
    code: str
    element: str
    is_open: bool
    cards: Keys
    piles: tuple[Pile, ...]


_ROW = [rooms.c[field.name] for field in fields(RoomRow)]


def add(db: Transaction, programme_id: int, element: str, cards: Keys, piles: tuple[Pile, ...]) -> RoomRow:
    """Store a new, open room under a code that no other one has."""
    row = {"programme_id": programme_id, "element": element, "is_open": True, "cards": cards, "piles": piles}
    return find(db, add_under_code(db, rooms, row))


def every(db: Transaction, programme_id: int) -> tuple[RoomRow, ...]:
    """Return the rooms of a programme, oldest first."""
    query = select(*_ROW).where(rooms.c.programme_id == programme_id).order_by(rooms.c.id)
    return tuple(RoomRow(**row) for row in db.execute(query).mappings())


def find(db: Transaction, code: str, *, lock: bool = False) -> RoomRow:
    """Return a room; with `lock`, nobody else opens or closes it until the transaction ends.

    Raises:
        NotFound: there is none with that code.
    """
    query: Select[tuple[object, ...]] = select(*_ROW).where(rooms.c.code == code)
    row = db.execute(query.with_for_update() if lock else query).mappings().first()
    if row is None:
        raise NotFound("room", code)
    return RoomRow(**row)


def programme_of(db: Transaction, code: str) -> str:
    """Return the slug of the programme that has a room; `NotFound` if there is none with that code."""
    query = select(programmes.c.slug).join(rooms, rooms.c.programme_id == programmes.c.id).where(rooms.c.code == code)
    slug = db.scalar(query)
    if slug is None:
        raise NotFound("room", code)
    return str(slug)


def set_open(db: Transaction, room: RoomRow, *, is_open: bool) -> None:
    """Open or close a room."""
    db.execute(update(rooms).where(rooms.c.id == room.id).values(is_open=is_open))


def remove(db: Transaction, room: RoomRow) -> None:
    """Forget a room and all its answers."""
    db.execute(delete(rooms).where(rooms.c.id == room.id))


def answer(db: Transaction, room: RoomRow, person: str, card: str, pile: str | None) -> None:
    """Store where a person put a card, in the place of what they said of it before."""
    put(db, room_answers, {"room_id": room.id, "person": person, "card": card, "pile": pile})


def answers_of(db: Transaction, room: RoomRow, person: str) -> Answers:
    """Return what one person has answered."""
    mine = (room_answers.c.room_id == room.id) & (room_answers.c.person == person)
    return {row.card: row.pile for row in db.execute(select(room_answers.c.card, room_answers.c.pile).where(mine))}


def answers(db: Transaction, room: RoomRow) -> tuple[Answers, ...]:
    """Return what each person has answered, in the order of their random names, which are left out."""
    query = select(room_answers).where(room_answers.c.room_id == room.id).order_by(room_answers.c.person)
    found: dict[str, dict[str, str | None]] = {}
    for row in db.execute(query):
        found.setdefault(row.person, {})[row.card] = row.pile
    return tuple(found.values())


def people(db: Transaction, room: RoomRow) -> int:
    """Return how many people have answered."""
    query = select(func.count(distinct(room_answers.c.person))).where(room_answers.c.room_id == room.id)
    return db.scalar(query) or 0
