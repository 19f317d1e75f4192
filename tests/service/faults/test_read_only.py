"""A folder that can no longer be written while the service runs."""

import shutil
import threading

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import event

from service.settings import Settings
from service.web.app import create_app
from tests.service.files import EVERYTHING


@pytest.fixture
def read_only(tmp_path, sqlite_tables, open_workspace):
    """A workspace with a programme, and what makes its database refuse every change, as one on such a disk does."""
    shutil.copyfile(sqlite_tables, tmp_path / sqlite_tables.name)
    work = open_workspace(Settings(data_dir=tmp_path))
    work.files.add(work.programmes.create("P").slug, EVERYTHING[:1])
    is_so = threading.Event()

    @event.listens_for(work._database.engine, "begin")
    def refuse(connection):
        connection.exec_driver_sql(f"PRAGMA query_only={'ON' if is_so.is_set() else 'OFF'}")

    return work, is_so


def test_saving_says_so_in_one_line_and_reading_goes_on(read_only):
    """For programs and, in their language, for people."""
    work, is_so = read_only
    with TestClient(create_app(work.settings, work.for_readers()), base_url="http://localhost") as client:
        is_so.set()
        for path in ("/", "/programmes/p/names", "/api/v1/programmes/p/files"):
            assert client.get(path).status_code == 200
        refused = client.post("/api/v1/programmes", json={"name": "Q"})
        assert (refused.status_code, refused.headers["retry-after"]) == (503, "10")
        line = refused.json()["detail"]
        assert line.startswith("the database cannot be written now (attempt to write a readonly database)")
        assert "\n" not in line
        page = client.post("/programmes", data={"name": "Q"}, headers={"accept-language": "ne"})
        assert "डेटाबेसमा अहिले लेख्न सकिँदैन" in page.text


def test_a_worker_waits_until_it_can_be_written_again(read_only):
    """It goes on by itself, and nothing counts as failed."""
    work, is_so = read_only
    is_so.set()
    worker = work.jobs.worker()
    thread = threading.Thread(target=worker.run)
    thread.start()
    thread.join(1)
    assert thread.is_alive()
    is_so.clear()
    while {job.state for job in work.jobs.every("p")} != {"done"}:
        thread.join(0.1)
    worker.stop()
    thread.join()
