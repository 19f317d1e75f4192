"""The folder for temporary files, and the one for backups, on a disk that is really full."""

import gc
import subprocess
import tempfile
from collections import deque
from contextlib import suppress
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from typer.testing import CliRunner

from service.cli.main import app
from service.errors import DiskFull
from service.settings import Settings
from service.web.app import create_app
from tests.service.files import EVERYTHING

MANY = b"text,element\n" + b"".join(b"%d %s,Trust\n" % (number, b"we trust each other " * 90) for number in range(700))
"""More than is read in memory."""
PDF = Path(__file__).parents[2] / "nlp" / "documents" / "pdf" / "files" / "notes.pdf"
API, PAGE = "/api/v1/programmes/two-rivers", "/programmes/two-rivers"
FULL = "the disk is full, so nothing was saved. Remove files that are no longer needed, or make room on the disk"


@pytest.fixture
def work(settings, open_workspace):
    """A programme with all that is found in it."""
    workspace = open_workspace(settings)
    workspace.files.add(workspace.programmes.create("Two rivers", ["North", "South", "West"]).slug, EVERYTHING)
    workspace.jobs.do_all()
    return workspace


@pytest.fixture
def full(work, tmp_path, monkeypatch):  # the programme is there before
    """A full disk of 4 MB, on which temporary files are to lie."""
    folder = tmp_path / "small"
    folder.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", folder], capture_output=True)
    if mounted.returncode:
        pytest.skip("a small disk cannot be mounted here")
    with (folder / "ballast").open("wb", buffering=0) as stream:
        for size in (100_000, 1):
            with suppress(OSError):
                while stream.write(bytes(size)):
                    pass
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    yield folder
    subprocess.run(["umount", "-l", folder], check=True)


@pytest.fixture
def client(work):
    """Somebody who asks; what goes wrong inside is an answer."""
    served = create_app(work.settings, work)
    with TestClient(served, base_url="http://localhost", raise_server_exceptions=False) as one:
        yield one


def left(folder):
    return [each.name for each in folder.iterdir()]


def test_uploads_are_refused_in_one_line_and_reading_goes_on(full, work, client):
    """A table, a PDF and the file of a programme; small ones need no such folder."""
    pages = {"page": client.post(f"{PAGE}/upload", files={"files": ("b.csv", MANY)})}
    for name, path, files in (
        ("table", f"{API}/files", {"files": ("b.csv", MANY)}),
        ("pdf", f"{API}/files", {"files": ("b.pdf", PDF.read_bytes())}),
        ("programme", "/api/v1/programmes/import", {"file": ("p.zip", MANY)}),
    ):
        refused = client.post(path, files=files)
        assert (name, refused.status_code, refused.json()["detail"]) == (name, 507, FULL + ".")
    assert pages["page"].status_code == 507
    assert "The disk is full, so nothing was saved" in pages["page"].text
    assert left(full) == ["ballast"]
    assert len(work.files.every("two-rivers")) == len(EVERYTHING)
    assert client.get(PAGE).status_code == 200
    assert client.post(f"{API}/files", files={"files": ("small.csv", MANY[:200])}).status_code == 201
    (full / "ballast").unlink()
    assert client.post(f"{API}/files", files={"files": ("b.csv", MANY)}).status_code == 201


def test_exports_that_need_room_say_so_and_leave_nothing(full, client):
    """What people wrote does not stay behind; formats that need none are made."""
    for path in (f"{API}/data?format=xlsx", f"{API}/report?format=pdf"):
        refused = client.get(path)
        assert (path, refused.status_code, refused.json()["detail"]) == (path, 507, FULL + ".")
        assert left(full) == ["ballast"]
    for path in (f"{API}/data?format=csv", f"{API}/report?format=html", f"{API}/export"):
        assert client.get(path).status_code == 200
    (full / "ballast").unlink()
    assert client.get(f"{API}/data?format=xlsx").status_code == 200
    assert left(full) == []


def test_a_file_to_publish_waits_for_room(full, work, client):
    """As all work does on a full disk; nothing counts as failed, and nothing is tried in vain."""
    ordered = client.post(f"{API}/publications", json={"title": "For all", "formats": ["pdf"]})
    assert ordered.status_code in {201, 202}, ordered.text
    worker = work.jobs.worker()
    with pytest.raises(DiskFull, match="the disk is full"):
        deque(iter(worker.do_next, False))
    (job,) = (each for each in work.jobs.every("two-rivers") if each.kind == "publication")
    assert job.state == "waiting"
    assert left(full) == ["ballast"]
    (full / "ballast").unlink()
    while worker.do_next():
        pass
    assert {each.state for each in work.jobs.every("two-rivers")} == {"done"}


def test_a_backup_without_room_is_one_line_and_leaves_the_old_one(full, work, tmp_path, capfd):
    """Nothing half-written stays beside it."""
    kept = full / "kept.zip"
    (full / "ballast").write_bytes(b"")
    settings = Settings(data_dir=tmp_path)
    environment = {"MANYVOICES_DATA_DIR": str(settings.data_dir)}
    assert CliRunner().invoke(app, ["backup", str(kept)], env=environment).exit_code == 0
    before = kept.read_bytes()
    with (full / "ballast").open("ab", buffering=0) as stream, suppress(OSError):
        while stream.write(bytes(1000)):
            pass
    work.files.add("two-rivers", [("more.csv", MANY[:100_000])])
    refused = CliRunner().invoke(app, ["backup", str(full / "new.zip")], env=environment)
    assert "the file cannot be written (no space left on device)" in str(refused.exception)
    gc.collect()
    assert capfd.readouterr().err == ""
    assert sorted(left(full)) == ["ballast", "kept.zip"]
    assert kept.read_bytes() == before
