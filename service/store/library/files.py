"""Files of entries: those that wait to be brought in, and those that were."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import delete, func, insert, select, update

from service.library.types import LibraryEntry, LibraryFile
from service.store.database import Transaction
from service.store.library.tables import library_brought, library_files


def wait(db: Transaction, token: str, filename: str, arrived: datetime, given: Sequence[LibraryEntry]) -> None:
    """Let the entries of a file wait."""
    row = {"token": token, "filename": filename, "arrived": arrived, "waiting": tuple(given)}
    db.execute(insert(library_files).values(**row))


def waiting(db: Transaction, token: str) -> tuple[int, str, tuple[LibraryEntry, ...]] | None:
    """Return the number, the name and the entries of a file that waits, None if none does under a token."""
    row = db.execute(select(library_files).where(library_files.c.token == token)).mappings().first() if token else None
    return (row["id"], row["filename"], row["waiting"]) if row else None


def came(db: Transaction, number: int, when: datetime) -> None:
    """Let a file wait no more: it was brought in."""
    db.execute(update(library_files).where(library_files.c.id == number).values(token="", waiting=(), arrived=when))


def forget_waiting(db: Transaction, before: datetime) -> None:
    """Forget files that wait since before some moment."""
    db.execute(delete(library_files).where(library_files.c.token != "", library_files.c.arrived < before))


def remove(db: Transaction, number: int) -> bool:
    """Forget a file with what is in the library of it; return whether it was there."""
    return db.execute(delete(library_files).where(library_files.c.id == number)).rowcount > 0


def every(db: Transaction) -> tuple[LibraryFile, ...]:
    """Return the files that were brought in and of which something is in the library, newest first."""
    count = func.count(library_brought.c.id)
    joined = library_files.join(library_brought)
    files = library_files.c
    query = (
        select(files.id, files.filename, files.arrived, count)
        .select_from(joined)
        .where(files.token == "")
        .group_by(files.id, files.filename, files.arrived)
        .order_by(files.id.desc())
    )
    return tuple(LibraryFile(row[0], "", row[1], row[2], row[3]) for row in db.execute(query))
