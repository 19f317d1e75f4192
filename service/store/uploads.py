"""Uploads that wait to be kept: the bytes, under a token, for a day."""

import secrets
from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import delete, insert, select

from service.errors import Expired
from service.store.database import Transaction
from service.store.tables import upload_files, uploads

LIFETIME = timedelta(days=1)


def add(db: Transaction, programme_id: int, files: Sequence[tuple[str, bytes]], now: datetime) -> str:
    """Store files under a new token; uploads older than a day are removed on the way."""
    db.execute(delete(uploads).where(uploads.c.created < now - LIFETIME))
    token = secrets.token_urlsafe(16)
    db.execute(insert(uploads).values(token=token, programme_id=programme_id, created=now))
    rows = [
        {"token": token, "position": position, "filename": filename, "content": content}
        for position, (filename, content) in enumerate(files)
    ]
    if rows:
        db.execute(insert(upload_files), rows)
    return token


def files(db: Transaction, programme_id: int, token: str, now: datetime) -> tuple[tuple[str, bytes], ...]:
    """Return the waiting files of an upload.

    Raises:
        Expired: there is no such upload in the programme any more.
    """
    waiting = select(uploads.c.token).where(
        uploads.c.token == token, uploads.c.programme_id == programme_id, uploads.c.created >= now - LIFETIME
    )
    if db.scalar(waiting) is None:
        raise Expired
    rows = db.execute(
        select(upload_files.c.filename, upload_files.c.content)
        .where(upload_files.c.token == token)
        .order_by(upload_files.c.position)
    )
    return tuple((filename, content) for filename, content in rows)


def remove(db: Transaction, programme_id: int, token: str) -> None:
    """Forget an upload.

    Raises:
        Expired: it is not there, or another request took it first.
    """
    gone = db.execute(delete(uploads).where(uploads.c.token == token, uploads.c.programme_id == programme_id))
    if gone.rowcount == 0:
        raise Expired
