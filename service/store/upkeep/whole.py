"""All tables of a database in one archive, and back: on SQLite and PostgreSQL, from every release."""

from collections.abc import Sequence
from datetime import UTC, datetime
from importlib.metadata import version
from typing import IO

from alembic import command
from sqlalchemy import Connection, Table, delete, func, select
from sqlalchemy.exc import OperationalError, StatementError

from nlp.errors import UnreadableFile
from nlp.messages import Message
from service.store.connections.failures import shown
from service.store.upkeep.archive import (
    DAMAGED,
    MAKE_AGAIN,
    Archive,
    ArchiveWriter,
    Manifest,
    ProgrammeEntry,
    refuse_other_tables,
)
from service.store.upkeep.raw_rows import add_rows, count_on, rows_of, tables_of
from service.store.upkeep.schema import alembic_config, known_revisions, newer, revision


def write_all(db: Connection, stream: IO[bytes], now: datetime | None = None) -> Manifest:
    """Write all tables as they are at one moment, if `db` reads one moment; return what was written."""
    tables = tables_of(db)
    release, now = version("manyvoices"), now or datetime.now(UTC)
    with ArchiveWriter(stream) as writer:
        for table in tables:
            writer.table(table.name, table.columns.keys(), rows_of(db, table))
        return writer.finish("backup", release, revision(db), now, entries(db, tables))


def entries(db: Connection, tables: Sequence[Table], programme_id: int | None = None) -> list[ProgrammeEntry]:
    """Return what is said of the programmes, or of one, without opening the archive."""
    known = {table.name: table for table in tables}
    if not {"programmes", "files"} <= known.keys():
        return []
    programmes, files = known["programmes"], known["files"]
    query = (
        select(programmes.c.slug, programmes.c.name, func.count(files.c.id), func.max(files.c.added))
        .outerjoin(files, files.c.programme_id == programmes.c.id)
        .group_by(programmes.c.id, programmes.c.slug, programmes.c.name)
        .order_by(programmes.c.id)
    )
    if programme_id is not None:
        query = query.where(programmes.c.id == programme_id)
    return [
        ProgrammeEntry(slug, name, count, newest and newest.replace(tzinfo=UTC))
        for slug, name, count, newest in db.execute(query)
    ]


def read_all(db: Connection, archive: Archive) -> None:
    """Put an archive in the place of all that a database holds, and bring it to the newest tables; all in `db`.

    Raises:
        UnreadableFile: the archive is damaged.
        StoreError: it, or the database, is of a newer release.
    """
    if archive.manifest.schema not in known_revisions():
        raise newer(archive.name, archive.manifest.schema)
    _empty(db)
    command.upgrade(alembic_config(db), archive.manifest.schema)
    load(db, archive)
    command.upgrade(alembic_config(db), "head")


def load(db: Connection, archive: Archive) -> None:
    """Insert the rows of an archive into empty tables of its revision; `UnreadableFile` if they do not fit."""
    tables = tables_of(db)
    refuse_other_tables(archive, [table.name for table in tables])
    here = [table for table in tables if table.name in archive.manifest.tables]
    for table in here:
        try:
            add_rows(db, table, archive.rows(table.name))
        except (KeyError, ValueError, TypeError, StatementError) as error:
            if isinstance(error, OperationalError):
                raise
            raise UnreadableFile(archive.name, Message(DAMAGED), Message(MAKE_AGAIN)) from error
    count_on(db, here)


def _empty(db: Connection) -> None:
    """Leave no table of ours in a database."""
    found = revision(db)
    if found and found not in known_revisions():
        raise newer(shown(db.engine.url.render_as_string()), found)
    for table in reversed(tables_of(db) if found else ()):
        db.execute(delete(table))
    if found:
        command.downgrade(alembic_config(db), "base")
