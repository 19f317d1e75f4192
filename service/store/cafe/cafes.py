"""World Cafés: what was planned, and how far they are."""

from dataclasses import dataclass, fields

from sqlalchemy import Select, delete, select, update

from service.cafe.types import CafePlan
from service.errors import NotFound
from service.store.cafe.tables import cafes
from service.store.conflicts import add_under_code
from service.store.database import Transaction
from service.store.giving_back.asks import SIGNS


@dataclass(frozen=True, slots=True)
class CafeRow:
    """A World Café; `file_id` is that of its notes among the files of the programme."""

    id: int
    programme_id: int
    code: str
    review: str
    day: str
    is_open: bool
    over: int
    plan: CafePlan
    file_id: int | None


@dataclass(frozen=True, slots=True)
class OpenCafe:
    """A World Café that phones may open."""

    code: str
    review: str


_ROW = [cafes.c[field.name] for field in fields(CafeRow)]


def add(db: Transaction, programme_id: int, review: str, day: str, plan: CafePlan) -> CafeRow:
    """Store a new one, open, under a code that no other one has."""
    row = {"programme_id": programme_id, "review": review, "day": day, "is_open": True, "over": 0, "plan": plan}
    return find(db, add_under_code(db, cafes, row, SIGNS))


def every(db: Transaction, programme_id: int) -> tuple[CafeRow, ...]:
    """Return those of a programme, oldest first."""
    query = select(*_ROW).where(cafes.c.programme_id == programme_id).order_by(cafes.c.id)
    return tuple(CafeRow(**row) for row in db.execute(query).mappings())


def are_open(db: Transaction, programme_id: int) -> tuple[OpenCafe, ...]:
    """Return those of a programme that phones may open, oldest first."""
    c = cafes.c
    query = select(c.code, c.review).where(c.programme_id == programme_id, c.is_open).order_by(c.id)
    return tuple(OpenCafe(**row) for row in db.execute(query).mappings())


def find(db: Transaction, code: str, *, lock: bool = False) -> CafeRow:
    """Return one; with `lock`, nobody else writes in it or changes it until the transaction ends.

    Raises:
        NotFound: there is none with that code.
    """
    query: Select[tuple[object, ...]] = select(*_ROW).where(cafes.c.code == code)
    row = db.execute(query.with_for_update() if lock else query).mappings().first()
    if row is None:
        raise NotFound("cafe", code)
    return CafeRow(**row)


def put(db: Transaction, cafe: CafeRow) -> None:
    """Store what became of one."""
    values = {field.name: getattr(cafe, field.name) for field in fields(CafeRow) if field.name not in _KEPT}
    db.execute(update(cafes).where(cafes.c.id == cafe.id).values(**values))


def remove(db: Transaction, cafe: CafeRow) -> None:
    """Forget one and the notes of its tables."""
    db.execute(delete(cafes).where(cafes.c.id == cafe.id))


_KEPT = {"id", "programme_id", "code"}
