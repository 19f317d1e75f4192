"""Opening a database, bringing it to the current tables, and transactions on it."""

from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path

from alembic.util import CommandError
from sqlalchemy import Connection, Engine, text
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError

from service.errors import Busy
from service.store.connections.as_read import forget_all
from service.store.connections.engine import (
    WAIT,
    WRITERS_OF_POSTGRESQL,
    DatabaseFile,
    begin_postgresql,
    make_engine,
    sqlite_file,
)
from service.store.connections.failures import NOT_OPENED, WRONG_ADDRESS, in_one_line, shown, store_error
from service.store.connections.reserve import Reserve
from service.store.connections.traces import leave_nothing
from service.store.connections.turns import Turns
from service.store.upkeep.migrate import Migrated, migrate
from service.store.upkeep.schema import newest_revision, revision

Transaction = Connection


class Database:
    """A database whose tables are current.

    SQLite runs in WAL mode: readers never wait; a writer takes the write lock when its transaction begins, so that it
    waits its turn instead of failing half-way. PostgreSQL goes the same way with its own locks.
    """

    def __init__(self, engine: Engine, migrated: Migrated | None = None) -> None:
        self._engine = engine
        self.migrated = migrated
        path = sqlite_file(engine.url)
        self._file = DatabaseFile.of(path) if path else None
        self._turns = Turns(1 if path else WRITERS_OF_POSTGRESQL)
        self._reserve: Reserve | None = None
        at_once = {} if path else {"isolation_level": "REPEATABLE READ"}
        self._reading = engine.execution_options(**at_once)

    @classmethod
    def open(cls, url: str, copies: Path | None = None) -> "Database":
        """Connect, create or migrate the tables, and return the database.

        Args:
            url: its address.
            copies: the folder of the copy that is made before tables change; None makes none.

        Raises:
            StoreError: the URL is wrong, the database cannot be reached or written, or is newer than this program.
        """
        try:
            engine = make_engine(url)
        except (ArgumentError, NoSuchModuleError, ImportError, OSError) as error:
            raise store_error(WRONG_ADDRESS, error, database=shown(url)) from error
        try:
            return cls(engine, migrate(engine, copies))
        except (DBAPIError, CommandError, OSError) as error:
            engine.dispose()
            raise store_error(NOT_OPENED, error, database=shown(url)) from error
        except BaseException:
            engine.dispose()
            raise

    @property
    def engine(self) -> Engine:
        """The SQLAlchemy engine, for migrations and tests."""
        return self._engine

    @contextmanager
    def reading(self) -> Iterator[Transaction]:
        """Give a transaction that reads everything as it is at one moment; `StoreError` as in `writing`."""
        self._check_file()
        with in_one_line(), self._reading.connect() as connection:
            yield connection

    @contextmanager
    def writing(self, *, removing: bool = False) -> Iterator[Transaction]:
        """Give a transaction that is kept whole when the block ends, and not at all if it raises.

        Args:
            removing: whether it makes room; it then also works where the disk is full, out of what is kept in reserve.

        Raises:
            StoreError: the database is full, read-only or gone.
            Busy: others write, and too many wait already or it takes too long.
        """
        self._check_file()
        with self._turns.one() as seconds, in_one_line(), self._room(removing):
            writing = self._engine.execution_options(writing=True, **{WAIT: seconds})
            with self._noticing_others(), writing.connect() as connection, connection.begin():
                if not self._file:
                    begin_postgresql(connection, seconds)
                yield connection

    def leave_nothing(self) -> bool:
        """Make that nothing of what was deleted is left in the files; return whether it is so now (`traces.py`)."""
        with in_one_line():
            return leave_nothing(self._engine)

    def forget_what_was_read(self) -> None:
        """Forget what this process remembers of what it has read."""
        forget_all(self._engine.pool)

    def keep_reserve(self, size: int) -> None:
        """Keep so many bytes of the disk in reserve from now on, so that removing works where it is full."""
        if self._file:
            self._reserve = Reserve(self._file.path, size)
            self._reserve.keep()

    def is_current(self) -> bool:
        """Return whether the tables are those of this release; `StoreError` if the database does not answer."""
        with self.reading() as db:
            return revision(db) == newest_revision()

    def size(self) -> int:
        """Return the bytes that the database takes on its disk."""
        if self._file:
            return self._file.path.stat().st_size
        with self.reading() as db:
            return int(db.scalar(text("SELECT pg_database_size(current_database())")) or 0)

    def check_is_there(self) -> None:
        """Raise `StoreError` if the file of the database is gone, or another one is in its place."""
        self._check_file()

    def close(self) -> None:
        """Close all connections."""
        self._engine.dispose()

    def _check_file(self) -> None:
        if self._file:
            self._file.check()

    @contextmanager
    def _room(self, removing: bool) -> Iterator[None]:
        with self._reserve.spent(self._engine) if removing and self._reserve else nullcontext():
            yield

    @contextmanager
    def _noticing_others(self) -> Iterator[None]:
        """Tell those who wait whether another process holds the database."""
        try:
            with in_one_line():
                yield
        except Busy:
            self._turns.note(was_kept_waiting=True)
            raise
        else:
            self._turns.note(was_kept_waiting=False)
