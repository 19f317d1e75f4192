"""Memos of a programme, and what is said in them."""

from collections import defaultdict
from datetime import datetime

from sqlalchemy import delete, func, insert, select, update

from service.errors import NotFound
from service.memos.types import About, Memo, MemoText
from service.store.database import Transaction
from service.store.memos.tables import memo_texts, memos


def every(db: Transaction, programme_id: int) -> tuple[Memo, ...]:
    """Return the memos of a programme, oldest first."""
    here = select(memos).where(memos.c.programme_id == programme_id).order_by(memos.c.id)
    rows = db.execute(here).mappings().all()
    said: dict[int, list[MemoText]] = defaultdict(list)
    query = select(memo_texts).where(memo_texts.c.memo_id.in_([row["id"] for row in rows])).order_by(memo_texts.c.id)
    for each in db.execute(query) if rows else ():
        said[each.memo_id].append(MemoText(each.id, each.who, each.made, each.text))
    return tuple(
        Memo(row["id"], row["about"], tuple(said[row["id"]]), closed=row["closed"], closed_by=row["closed_by"])
        for row in rows
    )


def add(db: Transaction, programme_id: int, about: About) -> int:
    """Begin a memo, and return its number."""
    row = {"programme_id": programme_id, "about": about, "closed": None, "closed_by": ""}
    number: int = db.scalars(insert(memos).values(**row).returning(memos.c.id)).one()
    return number


def say(db: Transaction, number: int, who: str, made: datetime, text: str) -> None:
    """Say something in a memo."""
    db.execute(insert(memo_texts).values(memo_id=number, who=who, made=made, text=text))


def close(db: Transaction, number: int, closed: datetime | None, closed_by: str) -> None:
    """Close a memo, or open it again (None)."""
    db.execute(update(memos).where(memos.c.id == number).values(closed=closed, closed_by=closed_by))


def remove(db: Transaction, number: int) -> None:
    """Forget a memo with its answers."""
    db.execute(delete(memos).where(memos.c.id == number))


def remove_said(db: Transaction, number: int, said: int) -> None:
    """Forget one thing that was said in a memo.

    Raises:
        NotFound: the memo has none of that number.
    """
    here = (memo_texts.c.memo_id == number, memo_texts.c.id == said)
    if not db.scalar(select(func.count()).select_from(memo_texts).where(*here)):
        raise NotFound("memo", said)
    db.execute(delete(memo_texts).where(*here))


def remove_about(db: Transaction, programme_id: int, key: str) -> None:
    """Forget the memos about a note or a descriptor, by its key, or about an action, by its code."""
    gone = [memo.number for memo in every(db, programme_id) if memo.about.id == key]
    db.execute(delete(memos).where(memos.c.id.in_(gone)))
