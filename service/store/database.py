"""Opening a database, bringing it to the current tables, and transactions on it."""

import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from alembic.util import CommandError
from sqlalchemy import Connection, Engine, create_engine, event, make_url, text
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError, OperationalError

from nlp.messages import Message, msgid
from service.errors import StoreError
from service.store.columns import to_json

Transaction = Connection
MIGRATIONS = Path(__file__).parent / "migrations"
BUSY_SECONDS = 15
LOG_SECONDS = 3
MIGRATION_LOCK = 7_236_915
WRONG_ADDRESS = msgid("The database address {database} cannot be used: {reason}")
NOT_OPENED = msgid("The database {database} cannot be opened: {reason}")
NO_ANSWER = msgid("The database does not answer: {reason}")


class Database:
    """A database whose tables are current.

    SQLite runs in WAL mode: readers never wait; a writer takes the write lock when its transaction begins, so that it
    waits its turn instead of failing half-way. PostgreSQL goes the same way with its own locks.
    """

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        at_once = {} if engine.dialect.name == "sqlite" else {"isolation_level": "REPEATABLE READ"}
        self._reading = engine.execution_options(**at_once)

    @classmethod
    def open(cls, url: str) -> "Database":
        """Connect, create or migrate the tables, and return the database.

        Raises:
            StoreError: the URL is wrong, the database cannot be reached or written, or is newer than this program.
        """
        try:
            engine = _engine(url)
        except (ArgumentError, NoSuchModuleError, ImportError, OSError) as error:
            raise _store_error(WRONG_ADDRESS, error, database=_shown(url)) from error
        try:
            migrate(engine)
        except (DBAPIError, CommandError, OSError) as error:
            engine.dispose()
            raise _store_error(NOT_OPENED, error, database=_shown(url)) from error
        return cls(engine)

    @property
    def engine(self) -> Engine:
        """The SQLAlchemy engine, for migrations and tests."""
        return self._engine

    @contextmanager
    def reading(self) -> Iterator[Transaction]:
        """Give a transaction that reads everything as it is at one moment; `StoreError` as in `writing`."""
        with _in_one_line(), self._reading.connect() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Transaction]:
        """Give a transaction that is kept whole when the block ends, and not at all if it raises.

        Raises:
            StoreError: the database is busy for too long, full, read-only or gone.
        """
        with _in_one_line(), self._engine.execution_options(writing=True).begin() as connection:
            yield connection

    def leave_nothing(self) -> bool:
        """Make that nothing of what was deleted is left in the files of the database; return whether it is so now.

        SQLite overwrites what goes as it goes (`secure_delete`); its write-ahead log is emptied here, as soon as nobody
        reads what is in it. PostgreSQL writes its tables anew, or where somebody holds them marks what went as free;
        its own log and the disk below keep what they were told until they use the place again.
        """
        with _in_one_line():
            if self._engine.dialect.name == "sqlite":
                return self._empty_log()
            return self._write_tables_anew()

    def _empty_log(self) -> bool:
        give_up = time.monotonic() + LOG_SECONDS
        while True:
            with self._engine.connect().execution_options(checkpoint=True) as connection:
                busy, *_ = connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)").one()
            if not busy or time.monotonic() > give_up:
                return not busy
            time.sleep(0.05)

    def _write_tables_anew(self) -> bool:
        with self._engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.execute(text("SET lock_timeout = '5s'"))
            try:
                connection.execute(text("VACUUM FULL"))
            except DBAPIError:
                connection.execute(text("VACUUM"))
                return False
            finally:
                connection.execute(text("SET lock_timeout = 0"))
            return True

    def close(self) -> None:
        """Close all connections."""
        self._engine.dispose()


def migrate(engine: Engine) -> None:
    """Bring the tables to the newest revision; two processes that start at once take turns."""
    with engine.execution_options(writing=True).begin() as connection:
        if connection.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": MIGRATION_LOCK})
        config = alembic_config(connection)
        if _revision(connection) != ScriptDirectory.from_config(config).get_current_head():
            command.upgrade(config, "head")


def alembic_config(connection: Connection) -> Config:
    """Return the configuration of the migrations shipped with the package, working on an open connection."""
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    return config


def _revision(connection: Connection) -> str | None:
    from alembic.migration import MigrationContext

    return MigrationContext.configure(connection).get_current_revision()


def _engine(address: str) -> Engine:
    url = make_url(address)
    if url.drivername in {"postgresql", "postgres"}:
        url = url.set(drivername="postgresql+psycopg")
    if url.get_backend_name() != "sqlite":
        return create_engine(url, json_serializer=to_json, pool_pre_ping=True)
    if url.database in {None, "", ":memory:"}:
        raise ArgumentError("SQLite needs a file")
    file = Path(str(url.database))
    file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    file.touch(mode=0o600)
    engine = create_engine(url, json_serializer=to_json, connect_args={"timeout": BUSY_SECONDS})
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _prepare_sqlite(connection: sqlite3.Connection, _record: object) -> None:
    connection.isolation_level = None  # transactions begin in _begin_sqlite, not at the driver's discretion
    _write_ahead(connection)
    for pragma in ("synchronous=NORMAL", "foreign_keys=ON", "secure_delete=ON"):
        connection.execute(f"PRAGMA {pragma}")


def _write_ahead(connection: sqlite3.Connection) -> None:
    """Switch a new database to WAL; SQLite does not wait here for another connection that does the same."""
    give_up = time.monotonic() + BUSY_SECONDS
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
    if connection.get_execution_options().get("checkpoint"):
        return  # the log cannot be emptied inside a transaction
    writing = connection.get_execution_options().get("writing")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")


@contextmanager
def _in_one_line() -> Iterator[None]:
    try:
        yield
    except OperationalError as error:
        raise _store_error(NO_ANSWER, error) from error


def _store_error(problem: str, error: Exception, **values: str) -> StoreError:
    cause = error.orig if isinstance(error, DBAPIError) else error
    reason = " ".join(str(cause).split()).rstrip(".")
    return StoreError("", Message(problem, {**values, "reason": reason}), Message("Ask whoever runs this service"))


def _shown(url: str) -> str:
    try:
        return make_url(url).render_as_string(hide_password=True)
    except ArgumentError:
        return "given"
