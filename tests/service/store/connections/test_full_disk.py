"""A disk that is really full, and connections that really break."""

import subprocess
from contextlib import suppress
from pathlib import Path

import pytest
from sqlalchemy import text

from service.errors import DiskFull, StoreError
from service.settings import Settings
from service.store import Database
from service.workspace import Workspace
from tests.service import postgres

NOTES = b"text,element\n" + b"".join(b"Note %d about trust and openness,Trust\n" % number for number in range(6000))


@pytest.fixture
def small_disk(tmp_path):
    """A folder on a disk of 40 MB, where one may be mounted."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=40m", "tmpfs", folder], capture_output=True)
    if mounted.returncode:
        pytest.skip("a small disk cannot be mounted here")
    yield folder
    subprocess.run(["umount", folder], check=True)


def fill(folder: Path) -> None:
    with (folder / "ballast").open("wb", buffering=0) as stream:
        for size in (100_000, 1):
            with suppress(OSError):
                while stream.write(bytes(size)):
                    pass


def test_where_the_disk_is_full_reading_and_removing_go_on(small_disk):
    """Saving says so in one line and nothing is half done; after the removal there is room again."""
    workspace = Workspace.open(Settings(data_dir=small_disk, max_upload_mb=8))
    workspace.keep_room_for_removing()
    slug = workspace.programmes.create("Full").slug
    (kept,) = workspace.files.add(slug, [("a.csv", NOTES)])
    fill(small_disk)
    with pytest.raises(DiskFull):
        workspace.files.add(slug, [("b.csv", NOTES.replace(b"Note", b"Other"))])
    assert [file.filename for file in workspace.files.every(slug)] == ["a.csv"]
    workspace.files.remove(slug, kept.id)
    assert workspace.files.every(slug) == ()
    workspace.close()


def test_a_postgresql_that_restarts_is_found_again(cluster):
    """A transaction that breaks off is one line; the next one finds its way by itself, though all connections broke."""
    url = postgres.new_database(cluster, "restarting")
    database, other = Database.open(url), Database.open(url)
    others = text(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
        " WHERE datname = current_database() AND pid <> pg_backend_pid()"
    )
    count = text("SELECT count(*) FROM programmes")

    def broken_off() -> None:
        with database.writing() as db:
            db.execute(count)
            with other.writing() as second:
                second.execute(others)
            db.execute(count)

    with pytest.raises(StoreError, match="does not answer"):
        broken_off()
    with other.reading() as second:
        second.execute(others)
    with database.reading() as db:
        assert db.execute(count).scalar() == 0
    for each in (database, other):
        each.close()
