"""Bringing tables to the newest revision: the copy before, and what is refused."""

import pytest
from alembic import command
from sqlalchemy import text

from service.errors import StoreError
from service.store import Database
from service.store.upkeep import copies
from service.store.upkeep.backup import holds, restore
from service.store.upkeep.migrate import Migrated
from service.store.upkeep.schema import alembic_config, newest_revision
from tests.service.store.earlier import fill_as_before


def go_back(url: str, revision: str, *, fill: bool = False) -> None:
    """Bring a database to an earlier revision, with a programme in it if that is asked for."""
    database = Database.open(url)
    with database.engine.execution_options(writing=True).begin() as db:
        command.downgrade(alembic_config(db), "0004")
        if fill:
            fill_as_before(db)
        command.upgrade(alembic_config(db), revision)
    database.close()


def test_everything_is_copied_before_tables_change(url, tmp_path):
    """The copy is a backup of what was there, in the old tables; a database that is new or current is not copied."""
    folder = tmp_path / "copies"
    newest = newest_revision()
    new = Database.open(url, folder)
    new.close()
    assert new.migrated == Migrated("", newest)
    assert not folder.exists()
    go_back(url, "0008", fill=True)
    opened = Database.open(url, folder)
    opened.close()
    copy = opened.migrated.copy
    assert (opened.migrated.before, opened.migrated.after) == ("0008", newest)
    assert copy.parent == folder
    assert (copy.stat().st_mode & 0o077, folder.stat().st_mode & 0o077) == (0, 0)
    assert holds(copy).schema == "0008"
    target = f"sqlite:///{tmp_path}/restored.db"
    assert [each.slug for each in restore(target, copy, folder).manifest.programmes] == ["p"]
    again = Database.open(url, folder)
    again.close()
    assert (again.migrated.copy, list(folder.iterdir())) == (None, [copy])


def test_the_last_three_copies_are_kept(tmp_path):
    """Older ones go, backups that somebody made stay."""
    url, folder = f"sqlite:///{tmp_path}/manyvoices.db", tmp_path / "copies"
    folder.mkdir()
    own = folder / "manyvoices-20260101-000000.zip"
    own.write_bytes(b"")
    made = []
    for revision in ("0005", "0006", "0007", "0008", "0009"):
        go_back(url, revision)
        opened = Database.open(url, folder)
        opened.close()
        made.append(opened.migrated.copy)
    assert len(set(made)) == 5
    assert sorted(folder.iterdir()) == sorted([own, *made[-copies.KEPT :]])


def test_no_copy_no_migration(tmp_path, monkeypatch):
    """Where the copy cannot be written, the tables stay as they were, and one line says why."""
    url = f"sqlite:///{tmp_path}/manyvoices.db"
    go_back(url, "0008", fill=True)

    def full_disk(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(copies, "write_all", full_disk)
    with pytest.raises(StoreError, match="No space left"):
        Database.open(url, tmp_path / "copies")
    assert list((tmp_path / "copies").iterdir()) == []
    without = Database.open(url)
    without.close()
    assert without.migrated == Migrated("0008", newest_revision())


def test_a_newer_database_is_refused_with_one_clear_line(url):
    """A database that a later release has migrated is left alone, and the line names both."""
    database = Database.open(url)
    with database.writing() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    database.close()
    with pytest.raises(StoreError) as caught:
        Database.open(url)
    line = str(caught.value)
    assert "newer release" in line
    assert "9999" in line
    assert newest_revision() in line
    assert "\n" not in line
