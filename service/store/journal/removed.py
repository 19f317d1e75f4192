"""Files that were removed and can be taken back: their bytes stay, what was read from them does not."""

from dataclasses import dataclass, fields
from datetime import datetime

from sqlalchemy import delete, insert, select, update

from nlp.documents.plan import FilePlan
from service.errors import NotFound
from service.names.slugs import unique_slug
from service.store import files as kept
from service.store.database import Transaction
from service.store.files import NewFile
from service.store.journal.tables import removed_files
from service.store.tables import files, sessions
from service.types import Kind


@dataclass(frozen=True, slots=True)
class RemovedRow:
    """A file that was removed.

    Attributes:
        file_id: its id, which it keeps.
        filename, sha256: which it gives up while it is removed, so that another file can have them.
        session: the slug of the session of a transcript, given up too; "" of any other file.
        who: who removed it, "" whoever sat at this machine.
        removed: when.
        kind, plan, shape: as it was kept.
    """

    file_id: int
    filename: str
    sha256: str
    session: str
    who: str
    removed: datetime
    kind: Kind
    plan: FilePlan
    shape: str


_OF_FILES = ("kind", "plan", "shape")
_COLUMNS = [(files if each.name in _OF_FILES else removed_files).c[each.name] for each in fields(RemovedRow)]


def put_away(db: Transaction, programme_id: int, file_id: int, who: str, now: datetime) -> None:
    """Remove a file so that it can be taken back; it takes part in nothing meanwhile.

    Raises:
        NotFound: the programme has no such file.
    """
    here = (files.c.id == file_id, files.c.programme_id == programme_id)
    row = db.execute(select(files.c.filename, files.c.sha256).where(*here)).mappings().first()
    if row is None or _is_away(db, file_id):
        raise NotFound("file", file_id)
    kept.forget_rows(db, file_id)
    slug = db.scalar(select(sessions.c.slug).where(sessions.c.file_id == file_id))
    away = {"file_id": file_id, "programme_id": programme_id, "who": who, "removed": now, "session": slug or ""}
    db.execute(insert(removed_files).values(**row, **away))
    nobody = f"removed {file_id}"
    db.execute(update(files).where(*here).values(filename=nobody, sha256=nobody))
    db.execute(update(sessions).where(sessions.c.file_id == file_id).values(slug=nobody))


def every(db: Transaction, programme_id: int) -> tuple[RemovedRow, ...]:
    """Return the removed files of a programme, those removed last first."""
    query = (
        select(*_COLUMNS)
        .join(files, files.c.id == removed_files.c.file_id)
        .where(removed_files.c.programme_id == programme_id)
        .order_by(removed_files.c.removed.desc(), removed_files.c.file_id.desc())
    )
    return tuple(RemovedRow(**row) for row in db.execute(query).mappings())


def find(db: Transaction, programme_id: int, file_id: int) -> RemovedRow:
    """Return a removed file; `NotFound` if the programme has none of that id."""
    found = next((each for each in every(db, programme_id) if each.file_id == file_id), None)
    if found is None:
        raise NotFound("file", file_id)
    return found


def content(db: Transaction, programme_id: int, file_id: int) -> bytes:
    """Return the bytes of a removed file; `NotFound` as `find`."""
    find(db, programme_id, file_id)
    return bytes(db.execute(select(files.c.content).where(files.c.id == file_id)).scalar_one())


def take_back(db: Transaction, row: RemovedRow, programme_id: int, file: NewFile) -> None:
    """Let a removed file be kept again, under the name that `file` has and with what is read from it now."""
    db.execute(delete(removed_files).where(removed_files.c.file_id == row.file_id))
    own = files.c.id == row.file_id
    db.execute(update(files).where(own).values(filename=file.filename, sha256=row.sha256))
    kept.read_again(db, row.file_id, file)
    if row.session:
        taken = set(db.scalars(select(sessions.c.slug).where(sessions.c.programme_id == programme_id)))
        slug = unique_slug(row.session, taken)
        db.execute(update(sessions).where(sessions.c.file_id == row.file_id).values(slug=slug))


def last_time(db: Transaction, programme_id: int, kind: Kind) -> datetime | None:
    """Return when the last file of a kind was removed that can still be taken back, None if there is none."""
    query = (
        select(removed_files.c.removed)
        .join(files, files.c.id == removed_files.c.file_id)
        .where(removed_files.c.programme_id == programme_id, files.c.kind == kind)
    )
    return db.scalar(query.order_by(removed_files.c.removed.desc()).limit(1))


def older_than(db: Transaction, moment: datetime) -> tuple[tuple[int, int], ...]:
    """Return (programme, file) of all files that were removed before a moment."""
    query = select(removed_files.c.programme_id, removed_files.c.file_id).where(removed_files.c.removed < moment)
    return tuple((row.programme_id, row.file_id) for row in db.execute(query.order_by(removed_files.c.file_id)))


def _is_away(db: Transaction, file_id: int) -> bool:
    return db.scalar(select(removed_files.c.file_id).where(removed_files.c.file_id == file_id)) is not None
