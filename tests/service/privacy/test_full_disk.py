"""Deleting works where the disk is full."""

import subprocess

import pytest

from service.errors import StoreError
from service.privacy.types import Doomed
from service.settings import Settings
from tests.service.files import EVERYTHING


@pytest.fixture
def small_disk(tmp_path):
    """A disk of 44 MB."""
    folder = tmp_path / "small"
    folder.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=44m", "tmpfs", folder], capture_output=True)
    if mounted.returncode:
        pytest.skip("a disk can be mounted by root only")
    yield folder
    subprocess.run(["umount", "-l", folder], check=True)


def _make_many(work):
    for number in range(400):
        work.programmes.create(f"One more {number}", [f"{number} {team} {'x' * 100}" for team in range(200)])


def test_a_person_and_a_programme_are_deleted_on_a_full_disk(small_disk, open_workspace):
    """Where nothing else can be written any more; of what is kept in reserve."""
    work = open_workspace(Settings(data_dir=small_disk))
    slug = work.programmes.create("Two rivers").slug
    work.files.add(slug, EVERYTHING)
    work._database.keep_reserve(16_000_000)
    with pytest.raises(OSError, match="No space"):
        (small_disk / "rest").write_bytes(bytes(44_000_000))
    with pytest.raises(StoreError):
        _make_many(work)
    assert work.deletion.delete(slug, Doomed.PERSON, "Asha Rai", "Asha Rai").done
    assert work.deletion.delete(slug, Doomed.PROGRAMME, "", "Two rivers").done
    left = b"".join(each.read_bytes() for each in small_disk.glob("manyvoices.db*") if each.suffix != ".reserve")
    assert b"Tom Bell" not in left
