"""Backing up and restoring: both databases, in use, across them, and from every release."""

import os
import sqlite3
import threading
import zipfile
from pathlib import Path

import pytest
from alembic import command
from sqlalchemy import text

from nlp.errors import InputError, UnreadableFile
from service.errors import StoreError
from service.programmes.snapshot import Snapshot
from service.settings import Settings
from service.store import Database
from service.store.connections.engine import make_engine
from service.store.upkeep.backup import back_up, holds, restore, schema_of
from service.store.upkeep.raw_rows import rows_of, tables_of
from service.store.upkeep.schema import alembic_config, known_revisions, newest_revision
from service.workspace import Workspace
from tests.service import postgres
from tests.service.store.earlier import fill_as_before

REVISIONS = sorted(known_revisions())
ON_POSTGRESQL = {"0001", "0004", "0012"}


def content(url: str) -> dict[str, list[list[object]]]:
    """All rows of all tables of a database."""
    database = Database.open(url)
    with database.reading() as db:
        found = {table.name: list(rows_of(db, table)) for table in tables_of(db)}
    database.close()
    return found


@pytest.fixture
def other_url(request, tmp_path) -> str:
    """The address of an empty database of the kind that is asked for."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'elsewhere' / 'manyvoices.db'}"
    cluster: str = request.getfixturevalue("cluster")
    name = f"to_{abs(hash(tmp_path)) % 10**9}"
    return postgres.new_database(cluster, name)


@pytest.fixture
def filled(url, full, workspace) -> str:
    """The address of a database with a programme, its files and its findings; the workspace has it open."""
    workspace.findings(full).readings()
    return url


@pytest.mark.parametrize("other_url", ["sqlite", "postgresql"], indirect=True)
def test_all_of_it_comes_back_on_either_database(filled, other_url, tmp_path, full, workspace, open_workspace):
    """What is written while the service runs is restored elsewhere row by row, and pages go on from it."""
    path = tmp_path / "backup.zip"
    manifest = back_up(filled, path)
    assert [(each.slug, each.name, each.files) for each in manifest.programmes] == [
        (full, "Two rivers", len(workspace.files.every(full)))
    ]
    assert path.stat().st_mode & 0o077 == 0
    assert holds(path) == manifest
    restored = restore(other_url, path, tmp_path / "copies")
    assert (restored.before, restored.manifest) == (None, manifest)
    assert content(other_url) == content(filled)
    again = open_workspace(Settings(data_dir=tmp_path / "other", database_url=other_url))
    before, after = workspace.findings(full), again.findings(full)
    assert after.readings() == before.readings()
    assert again.files.add(full, [("more.csv", b"text,element\nA new note,Trust\n")])
    words = text("SELECT count(*) FROM search_entries")
    with again._database.reading() as db, workspace._database.reading() as old:
        assert db.scalar(words) == old.scalar(words) + 1


def test_nobody_has_to_stop(filled, tmp_path, workspace, full):
    """A backup made while notes are kept holds each file whole, with all its notes, or not at all."""
    done = threading.Event()
    problems = []

    def keep_on() -> None:
        for number in range(12):
            notes = b"text,element\n" + b"".join(b"Note %d of %d,Trust\n" % (n, number) for n in range(40))
            try:
                workspace.files.add(full, [(f"more-{number}.csv", notes)])
            except Exception as problem:
                problems.append(problem)
        done.set()

    writer = threading.Thread(target=keep_on)
    writer.start()
    paths = []
    while not done.is_set() or not paths:
        paths.append(tmp_path / f"{len(paths)}.zip")
        back_up(filled, paths[-1])
    writer.join()
    assert problems == []
    for number, path in enumerate(paths):
        target = f"sqlite:///{tmp_path}/restored-{number}/manyvoices.db"
        restore(target, path, tmp_path / "copies")
        rows = content(target)
        kept = {row[0]: row[2] for row in rows["files"] if str(row[2]).startswith("more-")}
        notes = [row[0] for row in rows["units"] if row[0] in kept]
        assert len(notes) == 40 * len(kept)


def test_what_is_there_is_not_overwritten(filled, tmp_path, full, workspace):
    """Without `replace` nothing changes; with it the old one can itself be restored; never while the service runs."""
    path, copies = tmp_path / "backup.zip", tmp_path / "copies"
    back_up(filled, path)
    workspace.programmes.create("A second one")
    with pytest.raises(InputError, match="already"):
        restore(filled, path, copies)
    with pytest.raises(InputError, match="Stop the service first"):
        restore(filled, path, copies, replace=True)
    assert len(workspace.programmes.every()) == 2
    workspace.close()
    before = restore(filled, path, copies, replace=True).before
    assert before is not None
    assert before.stat().st_mode & 0o077 == 0
    assert [each.name for each in holds(before).programmes] == ["Two rivers", "A second one"]
    assert [row[2] for row in content(filled)["programmes"]] == ["Two rivers"]
    restore(filled, before, copies, replace=True)
    assert len(content(filled)["programmes"]) == 2


@pytest.mark.parametrize("revision", REVISIONS)
def test_a_backup_of_every_release_is_restored(revision, tmp_path, request):
    """Tables of any earlier revision come to the newest one with all files; so does a database that is just opened."""
    old = f"sqlite:///{tmp_path}/old.db"
    engine = make_engine(old)
    with engine.execution_options(writing=True).begin() as db:
        command.upgrade(alembic_config(db), "0004")
        fill_as_before(db)
        move = command.upgrade if revision > "0004" else command.downgrade
        move(alembic_config(db), revision)
    engine.dispose()
    path = tmp_path / "old.zip"
    assert back_up(old, path).schema == revision == schema_of(old)
    targets = [f"sqlite:///{tmp_path}/new.db", old]
    if revision in ON_POSTGRESQL:
        targets.append(postgres.new_database(request.getfixturevalue("cluster"), f"from_{revision}"))
    for target in targets:
        if target != old:
            restore(target, path, tmp_path / "copies")
            assert schema_of(target) == newest_revision()
        database = Database.open(target)
        with database.reading() as db:
            at = Snapshot.load(db, "p")
        database.close()
        assert [(file.filename, file.kind) for file in at.files] == [("session.vtt", "transcript")]


def test_a_newer_backup_is_refused(tmp_path, monkeypatch):
    """One line, and nothing is made."""
    url, path = f"sqlite:///{tmp_path}/manyvoices.db", tmp_path / "newer.zip"
    Database.open(url).close()
    engine = make_engine(url)
    with engine.execution_options(writing=True).begin() as db:
        db.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    engine.dispose()
    back_up(url, path)
    target = f"sqlite:///{tmp_path}/new.db"
    with pytest.raises(StoreError, match="newer release"):
        restore(target, path, tmp_path / "copies")
    assert schema_of(target) == ""


def test_a_backup_that_fails_leaves_nothing(tmp_path, monkeypatch):
    """Neither half a backup nor half a database is left where a whole one would be."""
    url, path = f"sqlite:///{tmp_path}/manyvoices.db", tmp_path / "out" / "backup.zip"
    Database.open(url).close()
    path.parent.mkdir()

    def full_disk(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full_disk)
    with pytest.raises(UnreadableFile, match="no space left"):
        back_up(url, path)
    assert list(path.parent.iterdir()) == []
    with pytest.raises(StoreError):
        back_up(f"sqlite:///{tmp_path}/none.db", path)
    assert not (tmp_path / "none.db").exists()


def test_a_damaged_backup_changes_nothing(filled, tmp_path, workspace, full):
    """Cut off, with a byte changed, or of something else: refused before anything is touched."""
    path = tmp_path / "backup.zip"
    back_up(filled, path)
    workspace.close()
    whole, before = path.read_bytes(), content(filled)
    with zipfile.ZipFile(path) as archive:
        largest = max(archive.infolist(), key=lambda each: each.compress_size)
    middle = largest.header_offset + 30 + len(largest.filename) + largest.compress_size // 2
    for data in (whole[:middle], whole[:middle] + bytes([whole[middle] ^ 255]) + whole[middle + 1 :], b"", b"x" * 99):
        path.write_bytes(data)
        with pytest.raises(UnreadableFile):
            restore(filled, path, tmp_path / "copies", replace=True)
    assert content(filled) == before


def test_sqlite_is_restored_with_nothing_beside_it(tmp_path):
    """No half file and no log of the one that was there stays."""
    url, path = f"sqlite:///{tmp_path / 'data' / 'manyvoices.db'}", tmp_path / "backup.zip"
    workspace = Workspace.open(Settings(data_dir=tmp_path, database_url=url))
    workspace.programmes.create("One")
    workspace.close()
    back_up(url, path)
    restore(url, path, tmp_path / "copies", replace=True)
    folder = Path(tmp_path / "data")
    assert [each.name for each in folder.iterdir()] == ["manyvoices.db"]
    assert sqlite3.connect(folder / "manyvoices.db").execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_what_a_killed_backup_left_goes_with_the_next(tmp_path):
    """It holds what people wrote; one that is being written stays, and so does what is of somebody else."""
    Database.open(f"sqlite:///{tmp_path}/manyvoices.db").close()
    names = (
        ".today.zip.abc12_de",
        ".manyvoices-20260101-000000.zip.abcdefgh",
        ".before-tables-0035-from-0034.zip.abcdefgh",
    )
    being_written, others = tmp_path / ".today.zip.xyz", tmp_path / ".theirs.zip.abcdefgh"
    for path in (*(tmp_path / name for name in names), being_written, others):
        path.write_bytes(b"PK")
        if path != being_written:
            os.utime(path, (0, 0))
    back_up(f"sqlite:///{tmp_path}/manyvoices.db", tmp_path / "today.zip")
    assert {each.name for each in tmp_path.glob(".*")} == {being_written.name, others.name}
