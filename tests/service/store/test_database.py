"""Opening databases, migrating them, and two users at once."""

import json
import threading
import time

import pytest
from alembic import command
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, text

from nlp.messages import Message
from nlp.participation.people.identities import Identity
from nlp.transcripts.types import Segment
from service.errors import StoreError
from service.programmes.snapshot import Snapshot
from service.store import Database
from service.store.upkeep.schema import alembic_config
from tests.service.store.earlier import REMARKS_BEFORE, fill_as_before


def test_the_tables_are_what_the_migrations_make(url):
    """After all migrations alembic finds nothing to change, on both databases."""
    database = Database.open(url)
    with database.engine.connect() as connection:
        command.check(alembic_config(connection))
    database.close()


def test_migrations_go_back_and_forth(url):
    """Every migration can be undone and done again."""
    database = Database.open(url)
    with database.writing() as connection:
        command.downgrade(alembic_config(connection), "base")
    with database.writing() as connection:
        command.upgrade(alembic_config(connection), "head")
        newest = ScriptDirectory.from_config(alembic_config(connection)).get_heads()
        assert [MigrationContext.configure(connection).get_current_revision()] == newest
    database.close()


def test_a_database_of_the_release_before_is_opened_with_all_that_it_holds(url):
    """Remarks take their new form and revisions start; findings are made again and files that waited are forgotten."""
    Database.open(url).close()
    engine = Database.open(url).engine
    with engine.execution_options(writing=True).begin() as db:
        command.downgrade(alembic_config(db), "0004")
        fill_as_before(db)
    database = Database.open(url)
    with database.reading() as db:
        at = Snapshot.load(db, "p")
        counts = _counts(db, "findings", "uploads", "upload_files", "finding_parts")
    assert at.row.revision == 0
    assert [file.filename for file in at.files] == ["session.vtt"]
    assert at.session_rows[0].remarks == (Message("{count} lines", {"count": "3"}), Message("read {as} it is"))
    assert at.session_rows[0].segments == (Segment("Opening", None, None, 2),)
    assert at.session_rows[0].attendees == ("Rina",)
    assert [row.identity for row in at.identities] == [Identity("Speaker 1", "person", "Rina")]
    assert counts == [0, 0, 0, 0]
    database.close()
    engine.dispose()


@pytest.mark.parametrize("revision", ["0004", "0003"])
def test_going_back_loses_no_file(url, revision):
    """Files, sessions and what was said of labels stay, also where SQLite has to do without a column."""
    database = Database.open(url)
    with database.writing() as db:
        command.downgrade(alembic_config(db), "0004")
        fill_as_before(db)
        command.upgrade(alembic_config(db), "head")
    with database.writing() as db:
        command.downgrade(alembic_config(db), revision)
    with database.reading() as db:
        assert _counts(db, "programmes", "files", "sessions", "identities") == [1, 1, 1, 1]
        remarks = db.execute(text("SELECT remarks FROM sessions")).scalar()
    assert (json.loads(remarks) if isinstance(remarks, str) else remarks) == REMARKS_BEFORE
    database.close()


def _counts(db: Connection, *tables: str) -> list[int]:
    return [db.execute(text(f"SELECT count(*) FROM {table}")).scalar_one() for table in tables]


def test_two_processes_may_start_at_once(url):
    """Opening a new database from several threads at the same moment works for all of them."""
    problems = []

    def start() -> None:
        try:
            Database.open(url).close()
        except Exception as problem:
            problems.append(problem)

    threads = [threading.Thread(target=start) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert problems == []


@pytest.mark.parametrize(
    "url",
    [
        "no url at all",
        "mysterious://x/y",
        "sqlite://",
        "postgresql://nobody:secret@127.0.0.1:1/none",
        "sqlite:////proc/nowhere/manyvoices.db",
    ],
)
def test_a_database_that_cannot_be_used_is_said_in_one_line(url):
    """A wrong address gives one line, without the password."""
    with pytest.raises(StoreError) as caught:
        Database.open(url)
    assert "\n" not in str(caught.value)
    assert "secret" not in str(caught.value)


def test_sqlite_writes_ahead_and_holds_foreign_keys(tmp_path):
    """WAL, foreign keys and secure deletion are on for every connection."""
    database = Database.open(f"sqlite:///{tmp_path}/new/folder/manyvoices.db")
    with database.reading() as connection:
        pragmas = [
            connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "foreign_keys", "secure_delete")
        ]
    database.close()
    assert pragmas == ["wal", 1, 1]


def test_only_the_owner_may_read_the_sqlite_file(tmp_path):
    """Notes can be sensitive, and a laptop can be shared."""
    Database.open(f"sqlite:///{tmp_path}/manyvoices.db").close()
    assert (tmp_path / "manyvoices.db").stat().st_mode & 0o077 == 0


def test_a_reader_does_not_wait_for_a_writer(url):
    """While one transaction writes, another reads what was there before, at once."""
    database = Database.open(url)
    with database.writing() as writer:
        writer.execute(text("INSERT INTO vectors (model, text_hash, vector) VALUES ('m', 't', '')"))
        started = time.monotonic()
        with database.reading() as reader:
            assert reader.execute(text("SELECT count(*) FROM vectors")).scalar() == 0
        assert time.monotonic() - started < 1
    database.close()


def test_a_reader_sees_one_moment(url):
    """What is written while a transaction reads is not in it, so that what it reads fits together."""
    database = Database.open(url)
    vectors = text("SELECT count(*) FROM vectors")
    with database.reading() as reader:
        before = reader.execute(vectors).scalar()
        with database.writing() as writer:
            writer.execute(text("INSERT INTO vectors (model, text_hash, vector) VALUES ('m', 't', '')"))
        assert reader.execute(vectors).scalar() == before
    with database.reading() as reader:
        assert reader.execute(vectors).scalar() == before + 1
    database.close()


def test_writers_take_turns(url):
    """Twenty writers that read before they write lose nothing and never fail."""
    database = Database.open(url)
    with database.writing() as db:
        db.execute(text("INSERT INTO vectors (model, text_hash, vector) VALUES ('0', 'counter', '')"))

    def count() -> None:
        with database.writing() as db:
            lock = "" if db.dialect.name == "sqlite" else " FOR UPDATE"
            seen = db.execute(text(f"SELECT model FROM vectors WHERE text_hash = 'counter'{lock}")).scalar_one()
            time.sleep(0.002)
            db.execute(text("UPDATE vectors SET model = :next"), {"next": str(int(seen) + 1)})

    threads = [threading.Thread(target=count) for _ in range(20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with database.reading() as db:
        assert db.execute(text("SELECT model FROM vectors")).scalar() == "20"
    database.close()
