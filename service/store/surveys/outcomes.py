"""What came of what was asked, as a facilitator says it: a line for each form, room, ask, channel and survey."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import Table, delete, insert, select

from service.errors import NotFound
from service.store.database import Transaction
from service.store.giving_back.tables import asks, channels
from service.store.surveys.tables import outcomes, surveys
from service.store.tables import forms, rooms


class Asked(StrEnum):
    """What people were asked by; its value begins the addresses that phones open."""

    FORM = "f"
    ROOM = "r"
    ASK = "g"
    CHANNEL = "c"
    SURVEY = "q"


_TABLES: Mapping[Asked, Table] = {
    Asked.FORM: forms,
    Asked.ROOM: rooms,
    Asked.ASK: asks,
    Asked.CHANNEL: channels,
    Asked.SURVEY: surveys,
}


@dataclass(frozen=True, slots=True)
class AskedRow:
    """What has a code: its id and that of its programme."""

    id: int
    programme_id: int


def find(db: Transaction, kind: Asked, code: str) -> AskedRow:
    """Return what has a code; raises `NotFound` if nothing of that kind has it."""
    table = _TABLES[kind]
    row = db.execute(select(table.c.id, table.c.programme_id).where(table.c.code == code)).first()
    if row is None:
        raise NotFound("link", code)
    return AskedRow(row[0], row[1])


def of(db: Transaction, kind: Asked, code: str) -> str:
    """Return what came of what has a code, "" while nobody has said."""
    table = _TABLES[kind]
    own = outcomes.c[_column(kind)] == table.c.id
    return db.scalar(select(outcomes.c.said).join(table, own).where(table.c.code == code)) or ""


def say(db: Transaction, kind: Asked, row: AskedRow, said: str) -> None:
    """Say what came of something, in the place of what was said before; "" takes it back."""
    own = {_column(kind): row.id}
    db.execute(delete(outcomes).where(outcomes.c[_column(kind)] == row.id))
    if said:
        db.execute(insert(outcomes).values(programme_id=row.programme_id, said=said, **own))


def _column(kind: Asked) -> str:
    return f"{kind.name.lower()}_id"
