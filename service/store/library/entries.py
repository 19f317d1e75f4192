"""Entries of the library: those of programmes, and those that were brought in."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict
from datetime import datetime
from typing import Any

from sqlalchemy import Table, delete, insert, select, update
from sqlalchemy.sql.elements import ColumnElement

from service.library.types import LibraryEntry, LibraryKind, OnShelf, Share, SharedWords
from service.store.database import Transaction
from service.store.library.tables import WORDS, library_brought, library_entries, library_files

NOTHING = dict.fromkeys(WORDS, "")


def every_share(db: Transaction, programme_id: int) -> tuple[Share, ...]:
    """Return what a programme shares, oldest first; not what it took back."""
    own = library_entries.c.programme_id == programme_id
    return tuple(Share(_entry(row), row["thing"]) for row in _there(db, own) if row["thing"] is not None)


def own(db: Transaction) -> tuple[OnShelf, ...]:
    """Return what the programmes of the installation share."""
    return tuple(OnShelf(_entry(row), frozenset({row["programme_id"]})) for row in _there(db))


def taken_back(db: Transaction) -> frozenset[str]:
    """Return the ids of entries that programmes here took back."""
    return frozenset(db.scalars(select(library_entries.c.uid).where(library_entries.c.taken_back.is_not(None))))


def add(db: Transaction, programme_id: int, share: Share) -> None:
    """Put something into the library."""
    row = {"programme_id": programme_id, "thing": share.of, "taken_back": None, **_row(share.entry)}
    db.execute(insert(library_entries).values(**row))


def change(db: Transaction, programme_id: int, entry: LibraryEntry) -> None:
    """Put the next version of an entry in the place of the one before."""
    db.execute(update(library_entries).where(*_one(programme_id, entry.id)).values(**_row(entry)))


def take_back(db: Transaction, programme_id: int, uid: str, when: datetime) -> None:
    """Forget all of an entry but that it was taken back."""
    row = {**NOTHING, "kind": "reading", "taken_back": when, "thing": None}
    db.execute(update(library_entries).where(*_one(programme_id, uid)).values(**row))
    db.execute(delete(library_brought).where(library_brought.c.uid == uid))


def brought(db: Transaction) -> tuple[OnShelf, ...]:
    """Return what was brought in, with the files that brought it."""
    files = library_files.c
    joined = library_brought.join(library_files)
    query = select(library_brought, files.filename).select_from(joined).order_by(library_brought.c.id)
    rows = map(dict, db.execute(query).mappings())
    return tuple(OnShelf(_entry(row), frozenset(), row["library_file_id"], row["filename"]) for row in rows)


def bring(db: Transaction, file: int, given: Iterable[LibraryEntry]) -> None:
    """Put entries of a file in, each in the place of the one that was brought under its id before."""
    for each in given:
        db.execute(delete(library_brought).where(library_brought.c.uid == each.id))
        db.execute(insert(library_brought).values(library_file_id=file, **_row(each)))


def remove(db: Transaction, uid: str) -> bool:
    """Forget an entry that was brought in; return whether it was there."""
    return db.execute(delete(library_brought).where(library_brought.c.uid == uid)).rowcount > 0


def _there(db: Transaction, where: ColumnElement[bool] | None = None) -> list[Mapping[str, Any]]:
    """Return rows with words; of what was deleted for good nothing may be left of them."""
    query = select(library_entries).where(library_entries.c.taken_back.is_(None)).order_by(library_entries.c.id)
    rows = db.execute(query if where is None else query.where(where)).mappings()
    return [dict(row) for row in rows if any(map(str.isalnum, row["words"]))]


def _one(programme_id: int, uid: str) -> tuple[ColumnElement[bool], ...]:
    table: Table = library_entries
    return table.c.programme_id == programme_id, table.c.uid == uid


def _row(entry: LibraryEntry) -> dict[str, Any]:
    return {"uid": entry.id, "version": entry.version, "changed": entry.changed, **asdict(entry.said)}


def _entry(row: Mapping[str, Any]) -> LibraryEntry:
    said = SharedWords(**{**{name: row[name] for name in WORDS}, "kind": LibraryKind(row["kind"])})
    return LibraryEntry(row["uid"], row["version"], row["changed"], said)
