"""Engines: how SQLite and PostgreSQL are spoken to."""

import sqlite3
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, event, make_url
from sqlalchemy.engine import URL
from sqlalchemy.exc import ArgumentError

from nlp.messages import Message
from service.errors import StoreError
from service.store.columns import to_json
from service.store.connections.failures import ASK
from service.store.connections.turns import SECONDS

WRITERS_OF_POSTGRESQL = 12
SYNCHRONOUS = "FULL"
"""Every commit is on the disk before it is acknowledged, so that a power cut takes nothing that was."""
WAIT = "wait"
"""The execution option with the seconds that a writing transaction waits for others."""


@dataclass(frozen=True, slots=True)
class DatabaseFile:
    """The SQLite file that was opened: it must stay the same one, or what is written is lost with it.

    Attributes:
        path: where it is.
        identity: device and number of the file that was opened.
    """

    path: Path
    identity: tuple[int, int]

    @classmethod
    def of(cls, path: Path) -> "DatabaseFile":
        """Return the file that is at a path now."""
        found = path.stat()
        return cls(path, (found.st_dev, found.st_ino))

    def check(self) -> None:
        """Raise `StoreError` if the file is gone, or another one is in its place."""
        try:
            if DatabaseFile.of(self.path) == self:
                return
        except OSError:
            pass
        gone = Message("The database {database} is no longer where it was", {"database": str(self.path)})
        raise StoreError("", gone, Message(ASK))


def sqlite_file(address: str | URL) -> Path | None:
    """Return the file of a SQLite address, None for another database.

    Raises:
        ArgumentError: it is no address, or one of a database in memory.
    """
    url = make_url(address)
    if url.get_backend_name() != "sqlite":
        return None
    if url.database in {None, "", ":memory:"}:
        raise ArgumentError("SQLite needs a file")
    return Path(str(url.database)).absolute()


def file_of(address: str) -> Path | None:
    """Return the file of a SQLite address, None for another database or for what is no address."""
    try:
        return sqlite_file(address)
    except ArgumentError:
        return None


def make_engine(address: str) -> Engine:
    """Return the engine of an address; a SQLite file is made, readable by its owner only, if it is not there.

    Raises:
        ArgumentError, NoSuchModuleError, ImportError, OSError: the address cannot be used.
    """
    file = sqlite_file(address)
    if file:
        file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        file.touch(mode=0o600)
        _keep_to_oneself(file)
    return existing_engine(address)


def existing_engine(address: str) -> Engine:
    """Return the engine of an address; a SQLite file that is not there is not made. Raises as `make_engine`."""
    url, file = make_url(address), sqlite_file(address)
    if url.drivername in {"postgresql", "postgres"}:
        url = url.set(drivername="postgresql+psycopg")
    if not file:
        return create_engine(
            url,
            json_serializer=to_json,
            pool_pre_ping=True,
            hide_parameters=True,
            max_overflow=15,
            pool_timeout=SECONDS,
        )

    def connect() -> sqlite3.Connection:
        return sqlite3.connect(f"{file.as_uri()}?mode=rw", uri=True, timeout=SECONDS, check_same_thread=False)

    engine = create_engine(
        url,
        json_serializer=to_json,
        hide_parameters=True,
        creator=connect,
        pool_size=10,
        max_overflow=40,
        pool_timeout=SECONDS,
    )
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def begin_postgresql(connection: Connection, seconds: float) -> None:
    """Let a writing transaction wait so long for others at most."""
    connection.exec_driver_sql(f"SET LOCAL lock_timeout = {round(seconds * 1000)}")


def _prepare_sqlite(connection: sqlite3.Connection, _record: object) -> None:
    connection.isolation_level = None  # transactions begin in _begin_sqlite, not at the driver's discretion
    _write_ahead(connection)
    for pragma in (f"synchronous={SYNCHRONOUS}", "foreign_keys=ON", "secure_delete=ON"):
        connection.execute(f"PRAGMA {pragma}")


def _write_ahead(connection: sqlite3.Connection) -> None:
    """Switch a new database to WAL; SQLite does not wait here for another connection that does the same."""
    give_up = time.monotonic() + SECONDS
    while True:
        try:
            connection.execute("PRAGMA journal_mode=WAL")
        except sqlite3.OperationalError:
            if time.monotonic() > give_up:
                raise
            time.sleep(0.02)
        else:
            return


def _begin_sqlite(connection: Connection) -> None:
    options = connection.get_execution_options()
    if options.get("checkpoint"):
        return  # the log cannot be emptied inside a transaction
    seconds = options.get(WAIT, SECONDS)  # set each time: the last who had the connection may have been in a hurry
    connection.exec_driver_sql(f"PRAGMA busy_timeout = {round(seconds * 1000)}")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if options.get("writing") else "BEGIN")


def _keep_to_oneself(file: Path) -> None:
    """Let nobody else on this machine read a database that was there; SQLite gives its log the same rights."""
    for each in (file, *(file.with_name(file.name + ending) for ending in ("-wal", "-shm"))):
        with suppress(OSError):  # of somebody else, or on a disk without rights
            if each.stat().st_mode & 0o077:
                each.chmod(0o600)
