"""What deleted rows leave in the files of a database, and taking that away."""

import time

from sqlalchemy import Engine, text
from sqlalchemy.exc import DBAPIError

LOG_SECONDS = 3


def leave_nothing(engine: Engine) -> bool:
    """Make that nothing of what was deleted is left in the files of a database; return whether it is so now.

    SQLite overwrites what goes as it goes (`secure_delete`); its write-ahead log is emptied here, as soon as nobody
    reads what is in it. PostgreSQL writes its tables anew, or where somebody holds them marks what went as free;
    its own log and the disk below keep what they were told until they use the place again.
    """
    return empty_log(engine) if engine.dialect.name == "sqlite" else _write_tables_anew(engine)


def empty_log(engine: Engine) -> bool:
    """Write all of SQLite's log into its file and empty it; return whether nobody was in the way."""
    give_up = time.monotonic() + LOG_SECONDS
    while True:
        with engine.connect().execution_options(checkpoint=True) as connection:
            busy, *_ = connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)").one()
        if not busy or time.monotonic() > give_up:
            return not busy
        time.sleep(0.05)


def _write_tables_anew(engine: Engine) -> bool:
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text("SET lock_timeout = '5s'"))
        try:
            connection.execute(text("VACUUM FULL"))
        except DBAPIError:
            connection.execute(text("VACUUM"))
            return False
        finally:
            connection.execute(text("SET lock_timeout = 0"))
        return True
