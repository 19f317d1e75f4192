"""Uploads that wait to be kept: the bytes and what was read from them, under a token, for a day."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, delete, insert, select, update

from service.errors import Expired
from service.store.database import Transaction
from service.store.tables import upload_files, uploads
from service.types import FileSettings, Kind

LIFETIME = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class WaitingFile:
    """A file that waits.

    Attributes:
        filename: as it is shown.
        content: its bytes.
        kind: what it was taken for, None if it cannot be used.
        reading: what was read from it, or why it cannot be used, as JSON.
        settings: how it is read, and whether it will be kept.
    """

    filename: str
    content: bytes
    kind: Kind | None
    reading: str
    settings: FileSettings = FileSettings()


_COLUMNS = [upload_files.c[field.name] for field in fields(WaitingFile)]


def add(
    db: Transaction, programme_id: int, files: Sequence[WaitingFile], now: datetime, account: int | None = None
) -> str:
    """Store files that an account brought under a new token; uploads older than a day are removed on the way."""
    remove_old(db, now)
    token = secrets.token_urlsafe(16)
    db.execute(insert(uploads).values(token=token, programme_id=programme_id, created=now, brought_by=account))
    rows = [
        {"token": token, "position": position, **{field.name: getattr(file, field.name) for field in fields(file)}}
        for position, file in enumerate(files)
    ]
    if rows:
        db.execute(insert(upload_files), rows)
    return token


def remove_old(db: Transaction, now: datetime) -> None:
    """Forget the uploads that have waited for a day."""
    db.execute(delete(uploads).where(uploads.c.created < now - LIFETIME))


def files(
    db: Transaction, programme_id: int, token: str, now: datetime, account: int | None = None
) -> tuple[WaitingFile, ...]:
    """Return the waiting files of an upload; with an `account`, only if that brought them.

    Raises:
        Expired: there is no such upload in the programme any more.
    """
    waiting = select(uploads.c.token).where(*_this(programme_id, token, account), uploads.c.created >= now - LIFETIME)
    if db.scalar(waiting) is None:
        raise Expired
    query = select(*_COLUMNS).where(upload_files.c.token == token).order_by(upload_files.c.position)
    return tuple(WaitingFile(**row) for row in db.execute(query).mappings())


def change(db: Transaction, token: str, position: int, file: WaitingFile) -> None:
    """Let a file wait as it is read now."""
    this = (upload_files.c.token == token) & (upload_files.c.position == position)
    values = {"kind": file.kind, "reading": file.reading, "settings": file.settings}
    db.execute(update(upload_files).where(this).values(**values))


def remove(db: Transaction, programme_id: int, token: str, account: int | None = None) -> None:
    """Forget an upload; with an `account`, only if that brought it.

    Raises:
        Expired: it is not there, or another request took it first.
    """
    gone = db.execute(delete(uploads).where(*_this(programme_id, token, account)))
    if gone.rowcount == 0:
        raise Expired


def _this(programme_id: int, token: str, account: int | None) -> list[ColumnElement[bool]]:
    here = [uploads.c.token == token, uploads.c.programme_id == programme_id]
    return here if account is None else [*here, uploads.c.brought_by == account]
