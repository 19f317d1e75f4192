"""What was given back to participants, and what they answered: nothing that tells who, when or from where.

An answer has two states: what somebody says now, and what of it is shown. What is new on a reading is shown when it
comes from enough people (`release`), so that whoever watches learns nothing about a single one.
"""

from collections.abc import Mapping
from dataclasses import dataclass, fields

from sqlalchemy import ColumnElement, Select, delete, distinct, func, or_, select, update

from service.errors import NotFound
from service.giving_back.types import Given, HeardElement, Verdict
from service.store.conflicts import add_under_code, put
from service.store.database import Transaction
from service.store.giving_back.tables import ask_answers, asks

SIGNS = 10
"""Of a code: it opens what was heard for weeks, so it is longer than one that is typed from a wall."""


@dataclass(frozen=True, slots=True)
class AskRow:
    """Something that was given back; `told` counts up whenever something new is shown of its answers."""

    id: int
    programme_id: int
    code: str
    team: str
    opened: str
    until: str
    withdrawn: bool
    told: int

    def is_open(self, today: str) -> bool:
        """Whether it takes answers on a day, ISO 8601."""
        return not self.withdrawn and today <= self.until


_ROW = [asks.c[field.name] for field in fields(AskRow)]


def add(
    db: Transaction, programme_id: int, team: str, opened: str, until: str, content: tuple[HeardElement, ...]
) -> AskRow:
    """Store something that is given back under a code that nothing else has."""
    row = {
        "programme_id": programme_id,
        "team": team,
        "opened": opened,
        "until": until,
        "withdrawn": False,
        "told": 0,
        "content": content,
    }
    return find(db, add_under_code(db, asks, row, SIGNS))


def every(db: Transaction, programme_id: int) -> tuple[AskRow, ...]:
    """Return what was given back of a programme, oldest first."""
    query = select(*_ROW).where(asks.c.programme_id == programme_id).order_by(asks.c.id)
    return tuple(AskRow(**row) for row in db.execute(query).mappings())


def find(db: Transaction, code: str, *, lock: bool = False) -> AskRow:
    """Return what has a code; with `lock`, nobody else answers or changes it until the transaction ends.

    Raises:
        NotFound: nothing has it.
    """
    query: Select[tuple[object, ...]] = select(*_ROW).where(asks.c.code == code)
    row = db.execute(query.with_for_update() if lock else query).mappings().first()
    if row is None:
        raise NotFound("link", code)
    return AskRow(**row)


def content(db: Transaction, ask: AskRow) -> tuple[HeardElement, ...]:
    """Return what was heard, as it was when it was given back."""
    found: tuple[HeardElement, ...] = db.execute(select(asks.c.content).where(asks.c.id == ask.id)).scalar_one()
    return found


def told(db: Transaction, programme_id: int) -> int:
    """Return a number that is another one whenever something new is shown of the answers of a programme."""
    return db.scalar(select(func.sum(asks.c.told)).where(asks.c.programme_id == programme_id)) or 0


def change(db: Transaction, ask: AskRow, *, until: str, withdrawn: bool) -> None:
    """Say until when it takes answers, and whether it was taken back."""
    db.execute(update(asks).where(asks.c.id == ask.id).values(until=until, withdrawn=withdrawn))


def remove(db: Transaction, ask: AskRow) -> None:
    """Forget it and all its answers."""
    db.execute(delete(asks).where(asks.c.id == ask.id))


def answer(db: Transaction, ask: AskRow, person: str, given: Mapping[str, Given]) -> None:
    """Store what somebody says of readings, in the place of what they said of these before."""
    for reading, each in given.items():
        row = {"ask_id": ask.id, "person": person, "reading": reading}
        put(db, ask_answers, {**row, "verdict": each.verdict.value if each.verdict else "", "line": each.line})


def waiting(db: Transaction, ask: AskRow, reading: str) -> int:
    """Return how many people said something of a reading that is not shown."""
    query = select(func.count(distinct(ask_answers.c.person)))
    return db.scalar(query.where(*_of(ask, reading), _is_new())) or 0


def release(db: Transaction, ask: AskRow, reading: str, person: str | None = None) -> None:
    """Show what people say of a reading now: all of them, or one."""
    c = ask_answers.c
    whose = () if person is None else (c.person == person,)
    shown = {"shown_verdict": c.verdict, "shown_line": c.line}
    db.execute(update(ask_answers).where(*_of(ask, reading), _is_new(), *whose).values(**shown))
    db.execute(update(asks).where(asks.c.id == ask.id).values(told=asks.c.told + 1))


def answers_of(db: Transaction, ask: AskRow, person: str) -> dict[str, Given]:
    """Return what one person says, reading by reading."""
    c = ask_answers.c
    rows = db.execute(select(c.reading, c.verdict, c.line).where(c.ask_id == ask.id, c.person == person))
    return {row.reading: _given(row.verdict, row.line) for row in rows}


def shown(db: Transaction, ask: AskRow) -> tuple[tuple[str, str, Given], ...]:
    """Return what is shown: a reading, whose random name, what they say of it."""
    c = ask_answers.c
    query = select(c.reading, c.person, c.shown_verdict, c.shown_line)
    rows = db.execute(query.where(c.ask_id == ask.id, c.shown_verdict.is_not(None)))
    return tuple((row.reading, row.person, _given(row.shown_verdict, row.shown_line)) for row in rows)


def people(db: Transaction, ask: AskRow) -> int:
    """Return how many people have said something, shown or not."""
    query = select(func.count(distinct(ask_answers.c.person))).where(ask_answers.c.ask_id == ask.id)
    return db.scalar(query) or 0


def _of(ask: AskRow, reading: str) -> tuple[ColumnElement[bool], ...]:
    return ask_answers.c.ask_id == ask.id, ask_answers.c.reading == reading


def _is_new() -> ColumnElement[bool]:
    c = ask_answers.c
    return or_(c.shown_verdict.is_(None), c.shown_verdict != c.verdict, c.shown_line != c.line)


def _given(verdict: str, line: str | None) -> Given:
    return Given(Verdict(verdict) if verdict else None, line or "")
