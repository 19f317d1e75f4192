"""Backing up a database that is in use, and putting a backup in its place."""

import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from alembic.util import CommandError
from sqlalchemy import Connection, Engine, text
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError

from nlp.errors import InputError, UnreadableFile
from nlp.messages import Message
from service.store.connections.engine import existing_engine, make_engine, sqlite_file
from service.store.connections.failures import NOT_OPENED, WRONG_ADDRESS, shown, store_error
from service.store.upkeep.archive import Archive, Manifest
from service.store.upkeep.copies import whole_file
from service.store.upkeep.derived import make_derived
from service.store.upkeep.raw_rows import holds_anything
from service.store.upkeep.schema import revision
from service.store.upkeep.whole import read_all, write_all

# PostgreSQL's own vacuum works there too, and stays for seconds after many rows came.
_OTHERS = """SELECT count(*) FROM pg_stat_activity
WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend'"""

LEAVING_CHECKS, LEAVING_SECONDS = 20, 0.1


@dataclass(frozen=True, slots=True)
class Restored:
    """What was restored, and where that which was there before lies now (None if nothing was)."""

    manifest: Manifest
    before: Path | None


def back_up(url: str, path: Path) -> Manifest:
    """Write all that a database holds at this moment into a file; nobody has to stop for it.

    Raises:
        StoreError: there is no database, or it does not answer.
        UnreadableFile: the file cannot be written.
    """
    with _connected(url, existing_engine) as engine:
        moment = {} if engine.dialect.name == "sqlite" else {"isolation_level": "REPEATABLE READ"}
        with engine.execution_options(**moment).connect() as db:
            return _written(db, path)


def holds(path: Path) -> Manifest:
    """Return what a backup holds, after reading all of it; `UnreadableFile` if it is damaged or none."""
    with Archive.opened(path) as archive:
        return archive.manifest


def schema_of(url: str) -> str:
    """Return the revision of the tables of a database, "" where there are none; `StoreError` if it does not answer."""
    with _connected(url, existing_engine) as engine, engine.connect() as db:
        return revision(db)


def restore(url: str, path: Path, copies: Path, *, replace: bool = False) -> Restored:
    """Put a backup into an empty database, whichever kind that is, and bring it to the newest tables.

    Args:
        url: of the database.
        path: of the backup.
        copies: the folder for a backup of what is there before.
        replace: whether what is there may be replaced.

    Raises:
        UnreadableFile: the backup is damaged, or none.
        InputError: something is there, or the service runs.
        StoreError: the database does not answer, or the backup is of a newer release.
    """
    with Archive.opened(path) as archive:
        if archive.manifest.kind != "backup":
            problem = Message("this is the file of one programme, not a backup of an installation")
            raise UnreadableFile(archive.name, problem, Message("Bring it in with manyvoices programme import"))
        with _connected(url, make_engine) as engine:
            before = _make_way(engine, copies, replace=replace)
            file = sqlite_file(url)
        if file:
            _restore_file(file, archive)
        else:
            with _connected(url, existing_engine) as engine, engine.begin() as db:
                read_all(db, archive)
                make_derived(db)
        return Restored(archive.manifest, before)


def _restore_file(file: Path, archive: Archive) -> None:
    """Make a new SQLite file of an archive beside the old one and put it in its place."""
    new = file.with_name(f"{file.name}.restoring")
    new.unlink(missing_ok=True)
    try:
        with _connected(f"sqlite:///{new}", make_engine) as engine:
            with engine.execution_options(writing=True).begin() as db:
                read_all(db, archive)
                make_derived(db)
            _end_write_ahead(engine)
        os.replace(new, file)
    finally:
        for left in (new, *(new.with_name(f"{new.name}{end}") for end in ("-wal", "-shm"))):
            left.unlink(missing_ok=True)


def _others_stay(db: Connection) -> bool:
    """Return whether others work in a PostgreSQL database; who has just left it is not gone at once."""
    for _ in range(LEAVING_CHECKS):
        if not db.scalar(text(_OTHERS)):
            return False
        time.sleep(LEAVING_SECONDS)
        db.execute(text("SELECT pg_stat_clear_snapshot()"))
    return bool(db.scalar(text(_OTHERS)))


def _make_way(engine: Engine, copies: Path, *, replace: bool) -> Path | None:
    """Refuse where something is or somebody works, unless it may be replaced; then write what is there into a file."""
    with engine.connect() as db:
        is_used = bool(revision(db)) and holds_anything(db)
        if is_used and not replace:
            raise InputError(
                "",
                Message("there is something in {database} already", {"database": _name(engine)}),
                Message(
                    "Restore into an empty place, or say --replace: what is there is then kept in a file beside it"
                ),
            )
        if db.dialect.name == "postgresql" and _others_stay(db):
            raise _in_use(engine)
        before = None
        if is_used:
            copies.mkdir(parents=True, exist_ok=True, mode=0o700)
            before = copies / f"before-restore-{datetime.now(UTC):%Y%m%d-%H%M%S}.zip"
            _written(db, before)
    if engine.dialect.name == "sqlite":
        _end_write_ahead(engine)
    return before


def _end_write_ahead(engine: Engine) -> None:
    """Bring all that SQLite has written into its one file; `InputError` if others have it open."""
    with engine.connect() as connection:
        raw = connection.connection.dbapi_connection
        assert raw is not None
        raw.execute("PRAGMA busy_timeout = 200")
        try:
            raw.execute("PRAGMA journal_mode=DELETE")
        except raw.OperationalError as error:
            raise _in_use(engine) from error


def _in_use(engine: Engine) -> InputError:
    problem = Message("{database} is in use", {"database": _name(engine)})
    return InputError("", problem, Message("Stop the service first"))


def _name(engine: Engine) -> str:
    return shown(engine.url.render_as_string())


def _written(db: Connection, path: Path) -> Manifest:
    try:
        with whole_file(path) as stream:
            return write_all(db, stream)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        problem = Message("the file cannot be written ({reason})", {"reason": reason})
        raise UnreadableFile(str(path), problem, Message("Choose another place")) from error


@contextmanager
def _connected(url: str, how: Callable[[str], Engine]) -> Iterator[Engine]:
    """Give an engine for as long as the block runs; what goes wrong with it is one line."""
    try:
        engine = how(url)
    except (ArgumentError, NoSuchModuleError, ImportError, OSError) as error:
        raise store_error(WRONG_ADDRESS, error, database=shown(url)) from error
    try:
        yield engine
    except (DBAPIError, CommandError) as error:
        raise store_error(NOT_OPENED, error, database=shown(url)) from error
    finally:
        engine.dispose()
