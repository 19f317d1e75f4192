"""Connections of SQLite: many at once, and none in the hurry of who had it before."""

from contextlib import ExitStack
from threading import Barrier, Thread

from sqlalchemy import select, text

from service.store import Database
from service.store.connections import engine
from service.store.connections.engine import existing_engine
from service.store.connections.turns import SECONDS
from service.store.tables import programmes
from tests.conftest import AS_SHIPPED

MANY = 50
"""More than threads that answer."""


def test_as_many_readers_as_come_at_once_are_answered(url):
    """The first of all on a database that was just opened, while somebody writes; nobody is told to come again."""
    Database.open(url).close()
    database = Database(existing_engine(url))
    start, read, failed = Barrier(MANY), [], []

    def look():
        start.wait()
        try:
            with database.reading() as db:
                read.append(db.execute(select(programmes.c.id)).all())
        except Exception as error:
            failed.append(error)

    readers = [Thread(target=look) for _ in range(MANY)]
    with database.writing():
        for each in readers:
            each.start()
        for each in readers:
            each.join()
    database.close()
    assert failed == []
    assert len(read) == MANY


def test_a_reader_waits_as_long_as_any_on_the_connection_of_an_impatient_writer(settings):
    """Writers who wait only a moment set that for themselves."""
    database = Database.open(settings.url)
    hurried = database.engine.execution_options(writing=True, wait=0.1)
    for _ in range(2):
        with hurried.connect() as connection, connection.begin():
            assert connection.scalar(text("PRAGMA busy_timeout")) == 100
        with ExitStack() as stack:
            held = [stack.enter_context(database.reading()) for _ in range(2)]
            assert {db.scalar(text("PRAGMA busy_timeout")) for db in held} == {SECONDS * 1000}
    database.close()


def test_a_commit_is_on_the_disk_before_it_is_acknowledged(tmp_path, monkeypatch):
    """SQLite as it is shipped waits for the disk at each commit (FULL is 2); the tests themselves do without."""
    monkeypatch.setattr(engine, "SYNCHRONOUS", AS_SHIPPED)
    database = Database.open(f"sqlite:///{tmp_path / 'd.db'}")
    with database.writing() as db:
        assert db.scalar(text("PRAGMA synchronous")) == 2
    database.close()
