"""What is found by its words follows the rows, on both databases."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from alembic import command
from sqlalchemy import delete, select, text, update

from nlp.documents.types import Descriptor, Person, Rating, Unit, Unread
from nlp.transcripts.types import Turn
from service.search.types import Term
from service.store import Database, files, programmes
from service.store.files import NewFile
from service.store.search import entries, words
from service.store.tables import descriptors, ratings, turns, units
from service.store.upkeep.schema import alembic_config
from service.types import Outline

NOW = datetime(2026, 3, 1, tzinfo=UTC)


def note(said: str, at: int = 1) -> Unit:
    return Unit(f"u{at}", said, "en", "notes.csv", at, 0, len(said))


def new_file(name, kind, *rows):
    return NewFile(name, kind, name.encode(), {}, Outline(), Unread(), rows)


@pytest.fixture
def database(url):
    """A database with one programme."""
    opened = Database.open(url)
    with opened.writing() as db:
        programmes.add(db, "P", "", Outline(), NOW)
    yield opened
    opened.close()


def found(database, *terms: str, whole: bool = True, every: bool = True) -> list[tuple[int, int]]:
    """Return (file, position) of the texts that have terms."""
    asked = [Term(tuple(term.split()), whole) for term in terms]
    with database.reading() as db:
        ids = words.find(db, 1, asked, every=every)
        return [place for entry, *place in entries.places(db, 1) if entry in set(ids)]


def add(database, file):
    with database.writing() as db:
        return files.add(db, 1, file, NOW)


def test_every_kind_of_text_is_found_by_its_words(database):
    """Notes, descriptors, turns and the remarks of ratings; people are not, nor rows without words."""
    add(database, new_file("n.csv", "notes", note("we trust"), note("🙂", 2)))
    add(database, new_file("d.csv", "rubric", Descriptor("d", "E", "L", "they trust", "en", "d.csv", 1, "North")))
    add(database, new_file("t.vtt", "transcript", Turn("Rina", 0, 1, "trust me", 1)))
    add(database, new_file("r.csv", "ratings", Rating("R", "T", "E", "L", "", "trust"), Rating("R", "T", "E", "L")))
    add(database, new_file("p.csv", "roster", Person("Trust")))
    assert found(database, "trust") == [[1, 0], [2, 0], [3, 0], [4, 0]]


def test_words_keep_their_vowel_signs(database):
    """A Bangla or Nepali word is found by itself and by its beginning, not by one that differs in a sign."""
    add(database, new_file("n.csv", "notes", note("দিন যায়"), note("দীনের কথা", 2), note("विश्वासको कुरा", 3)))
    assert found(database, "দিন") == [[1, 0]]
    assert found(database, "দীন", whole=False) == [[1, 1]]
    assert found(database, "विश्वास", whole=False) == [[1, 2]]
    assert found(database, "विश्वास") == found(database, "শ্বাস", whole=False) == []


def test_phrases_stand_in_one_row(database):
    """The words of one term follow each other; several terms stand anywhere, all of them or one of them."""
    add(database, new_file("n.csv", "notes", note("late news again"), note("news comes late", 2), note("late", 3)))
    assert found(database, "late news") == found(database, "late ne", whole=False) == [[1, 0]]
    assert found(database, "news", "late") == [[1, 0], [1, 1]]
    assert found(database, "news", "late", every=False) == [[1, 0], [1, 1], [1, 2]]


def test_another_programme_is_not_searched(database):
    """Its texts have the word, and are not found."""
    with database.writing() as db:
        other = programmes.add(db, "Q", "", Outline(), NOW)
        files.add(db, other.id, new_file("n.csv", "notes", note("trust")), NOW)
    assert found(database, "trust") == []


def test_what_is_read_again_is_found_by_its_new_words_only(database):
    """A kept file that is read in another way leaves nothing of the words it had."""
    file = add(database, new_file("n.csv", "notes", note("old words"), note("more", 2)))
    with database.writing() as db:
        files.read_again(db, file, new_file("n.csv", "notes", note("new words")))
    assert found(database, "old") == found(database, "more") == []
    assert found(database, "new") == [[file, 0]]


@pytest.mark.parametrize(
    ("table", "row", "column"),
    [
        (units, note("secret"), "text"),
        (descriptors, Descriptor("d", "E", "L", "secret", "en", "d.csv", 1, "North"), "text"),
        (turns, Turn("Rina", 0, 1, "secret", 1), "text"),
        (ratings, Rating("R", "T", "E", "L", "", "secret"), "note"),
    ],
)
def test_an_entry_goes_with_its_row(database, table, row, column):
    """Of a row that is deleted or changed the words find nothing, until it is added again; a file takes all with it."""
    file = add(database, new_file("a", "notes", row, row))
    with database.writing() as db:
        db.execute(delete(table).where(table.c.position == 0))
    assert found(database, "secret") == [[file, 1]]
    with database.writing() as db:
        db.execute(update(table).values({column: "known"}))
    assert found(database, "secret") == found(database, "known") == []
    with database.writing() as db:
        entries.add(db, file, [(1, "known")])
    assert found(database, "known") == [[file, 1]]
    with database.writing() as db:
        files.remove(db, 1, file)
    with database.reading() as db:
        assert entries.places(db, 1) == []


def test_nothing_of_a_removed_file_stays_in_the_sqlite_file(tmp_path):
    """Neither words nor what the index knows of them can be read in the raw file, with a programme too."""
    database = Database.open(f"sqlite:///{tmp_path / 'm.db'}")
    with database.writing() as db:
        programmes.add(db, "P", "", Outline(), NOW)
    file = add(database, new_file("n.csv", "notes", note("zanzibarish trust"), note("গোপনকথা", 2)))
    add(database, new_file("o.csv", "notes", note("staying")))
    assert [word for word in raw(tmp_path, database) if word] == ["zanzibarish", "গোপনকথা", "staying"]
    with database.writing() as db:
        files.remove(db, 1, file)
    assert raw(tmp_path, database) == ["", "", "staying"]
    with database.writing() as db:
        db.execute(text("DELETE FROM programmes"))
    assert raw(tmp_path, database) == ["", "", ""]
    database.close()


def raw(folder: Path, database: Database) -> list[str]:
    """Return which of three words the raw file has."""
    with database.engine.connect() as db:
        db.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    content = b"".join(path.read_bytes() for path in sorted(folder.glob("m.db*")))
    return [word if word.encode() in content else "" for word in ("zanzibarish", "গোপনকথা", "staying")]


def test_texts_that_were_there_before_are_found(database):
    """The migration writes down the words of all rows that a database has."""
    file = add(database, new_file("n.csv", "notes", note("খবর সময়মতো আসে"), note("", 2)))
    turn = add(database, new_file("t.vtt", "transcript", Turn(None, None, None, "খবর", 1)))
    with database.writing() as db:
        before = db.execute(select(text("*")).select_from(text("search_entries"))).all()
        command.downgrade(alembic_config(db), "0015")
        command.upgrade(alembic_config(db), "head")
        again = db.execute(select(text("*")).select_from(text("search_entries"))).all()
    assert found(database, "খবর") == [[file, 0], [turn, 0]]
    assert [row[1:] for row in again] == [row[1:] for row in before]
