"""Workers as real processes: killed, ended, started again."""

import shutil
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import event

from nlp.readings.edits.align import notes_of
from nlp.readings.lay_out import NotesLaidOut
from service.errors import StoreError
from service.settings import Settings
from service.store.database import Database
from service.web.app import create_app
from service.workspace import Workspace
from tests.embedders import BagOfWords
from tests.service.files import EVERYTHING

ROOT = Path(__file__).parents[3]
LONGEST = 60.0
SLOW_WORKER = """
import sys, threading, time
from nlp.readings.lay_out import NotesLaidOut
from service.jobs import process
from service.settings import Settings
from service.workspace import Workspace
from tests.embedders import BagOfWords

real = NotesLaidOut.of.__func__

def slow(cls, wordings):
    if len(wordings.rows) == 1:
        print("in the second element", flush=True)
        time.sleep(600)
    return real(cls, wordings)

NotesLaidOut.of = classmethod(slow)
Workspace.__init__.__defaults__ = (lambda _: BagOfWords(), *Workspace.__init__.__defaults__[1:])
settings = Settings(data_dir=sys.argv[1], database_url=sys.argv[2])
process.run_worker(settings, threading.Event(), lambda: None)
"""


READS_SLOWLY = """
import sys, threading, time
from nlp.embedding import remembered
from service.jobs import process
from service.settings import Settings
from service.workspace import Workspace
from tests.embedders import BagOfWords

class Slow(BagOfWords):
    chunks = 0

    def encode(self, texts):
        self.chunks += len(texts) == 2
        if self.chunks == 2:
            print("in the second chunk", flush=True)
            time.sleep(600)
        return super().encode(texts)

remembered.FEWER_AT_ONCE = 2
Workspace.__init__.__defaults__ = (lambda _: Slow(), *Workspace.__init__.__defaults__[1:])
settings = Settings(data_dir=sys.argv[1], database_url=sys.argv[2])
process.run_worker(settings, threading.Event(), lambda: None)
"""


@pytest.fixture
def in_the_midst(url, tmp_path, busy):
    """A worker process that has found the first element of `busy` and will never be done with the second."""
    command = [sys.executable, "-c", SLOW_WORKER, str(tmp_path), url]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout.readline() == "in the second element\n"
        yield process
        process.kill()


def readings(workspace, slug):
    """Return the job that makes the readings of all notes."""
    return next(job for job in workspace.jobs.every(slug) if (job.kind, job.subject) == ("readings", ""))


def test_what_a_killed_worker_did_is_taken_over_where_it_stopped(workspace, busy, in_the_midst, monkeypatch):
    """Another one finds the second element and all the rest, and not the first one again."""
    assert readings(workspace, busy).state == "running"
    in_the_midst.send_signal(signal.SIGKILL)
    in_the_midst.wait()
    laid_out: list[int] = []
    real = NotesLaidOut.of.__func__

    def of(cls, wordings):
        laid_out.append(len(wordings.rows))
        return real(cls, wordings)

    monkeypatch.setattr(NotesLaidOut, "of", classmethod(of))
    worker = workspace.jobs.worker()
    worker._lease = 0.3
    until = time.monotonic() + LONGEST
    while {job.state for job in workspace.jobs.every(busy)} != {"done"} and time.monotonic() < until:
        worker.take_over()
        if not worker.do_next():
            time.sleep(0.1)
    assert {job.state for job in workspace.jobs.every(busy)} == {"done"}
    assert sorted(laid_out) == [1, 1, 3]
    assert [element.notes for element in workspace.findings(busy).readings().elements] == [4, 1]


def test_notes_that_a_killed_worker_had_read_are_not_read_again(url, tmp_path, open_workspace, programme, workspace):
    """Their vectors are kept in chunks as they come, and how far it is can be seen."""
    workspace.files.add(programme, EVERYTHING)
    command = [sys.executable, "-c", READS_SLOWLY, str(tmp_path), url]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        told = process.stdout.readline()
        step = readings(workspace, programme).step
        process.kill()
    assert (told, str(step)) == ("in the second chunk\n", "Reading notes: 2 of 5")
    asked: list[str] = []

    class Remembers(BagOfWords):
        def encode(self, texts):
            asked.extend(texts)
            return super().encode(texts)

    other = open_workspace(Settings(data_dir=tmp_path, database_url=url), load_embedder=lambda _: Remembers())
    worker = other.jobs.worker()
    worker._lease = 0.0
    worker.take_over()
    while worker.do_next():
        pass
    assert {job.state for job in other.jobs.every(programme)} == {"done"}
    notes = {unit.text for element in other.findings(programme).readings().elements for unit in notes_of(element)}
    assert len(notes) == 5
    assert len(notes & set(asked)) == 3
    workspace.jobs.do_all()
    found = workspace.findings(programme).readings()
    assert found == other.findings(programme).readings()


def test_a_worker_that_is_told_to_end_hands_its_work_back(workspace, busy, in_the_midst):
    """Within seconds, in the midst of a step, and it counts as no attempt."""
    in_the_midst.send_signal(signal.SIGTERM)
    assert in_the_midst.wait(LONGEST) == 0
    assert readings(workspace, busy).state == "waiting"
    workspace.jobs.do_all()
    assert readings(workspace, busy).state == "done"


def test_a_cancelled_job_leaves_its_worker(workspace, busy, in_the_midst):
    """What it still finds of it does not count."""
    job = readings(workspace, busy)
    assert workspace.jobs.cancel(busy, job.id).state == "cancelled"
    in_the_midst.send_signal(signal.SIGTERM)
    assert in_the_midst.wait(LONGEST) == 0
    assert readings(workspace, busy).state == "cancelled"


def test_the_service_runs_a_worker_beside_itself(tmp_path, sqlite_tables):
    """It does what waits, is started again when it is killed, and ends with the service."""
    shutil.copyfile(sqlite_tables, tmp_path / sqlite_tables.name)
    settings = Settings(data_dir=tmp_path)
    workspace = Workspace.open(settings)
    slug = workspace.programmes.create("P").slug
    workspace.files.add(slug, EVERYTHING[:1])
    with TestClient(create_app(settings), base_url="http://localhost") as client:
        until = time.monotonic() + LONGEST
        while client.get(f"/programmes/{slug}").status_code == 202 and time.monotonic() < until:
            time.sleep(0.2)
        assert client.get(f"/programmes/{slug}").status_code == 200
    workspace.close()


def test_a_disk_that_is_full_makes_the_work_wait(tmp_path, sqlite_tables, open_workspace):
    """Nothing is lost; when there is room again it is done, and no attempt was lost."""
    shutil.copyfile(sqlite_tables, tmp_path / sqlite_tables.name)
    workspace = open_workspace(Settings(data_dir=tmp_path))
    slug = workspace.programmes.create("P").slug
    workspace.files.add(slug, EVERYTHING)
    full = threading.Event()

    @event.listens_for(workspace._database.engine, "begin")
    def limit(connection):
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar()
        connection.exec_driver_sql(f"PRAGMA max_page_count={pages if full.is_set() else 1_000_000}")

    worker = workspace.jobs.worker()
    worker.do_next()
    with workspace._database.engine.connect() as connection:
        connection.connection.driver_connection.rollback()
        connection.connection.driver_connection.execute("VACUUM")
    full.set()
    thread = threading.Thread(target=worker.run)
    thread.start()
    time.sleep(2)
    states = {job.state for job in workspace.jobs.every(slug)}
    assert "waiting" in states
    assert "failed" not in states
    full.clear()
    until = time.monotonic() + LONGEST
    while {job.state for job in workspace.jobs.every(slug)} != {"done"} and time.monotonic() < until:
        time.sleep(0.2)
    worker.stop()
    thread.join()
    assert {job.state for job in workspace.jobs.every(slug)} == {"done"}


def test_a_worker_whose_folder_vanishes_says_so_and_stops(tmp_path, sqlite_tables, open_workspace):
    """It does not go on in a file that nobody will ever see."""
    folder = tmp_path / "data"
    folder.mkdir()
    shutil.copyfile(sqlite_tables, folder / sqlite_tables.name)
    workspace = open_workspace(Settings(data_dir=folder))
    worker = workspace.jobs.worker()
    ended: list[StoreError] = []

    def run():
        try:
            worker.run()
        except StoreError as error:
            ended.append(error)

    thread = threading.Thread(target=run)
    thread.start()
    shutil.rmtree(folder)
    thread.join(LONGEST)
    assert not thread.is_alive()
    assert "no longer where it was" in str(ended[0])


def test_another_file_in_the_place_of_the_database_is_not_it(tmp_path, sqlite_tables):
    """Also where it has the right name and tables."""
    file = tmp_path / sqlite_tables.name
    shutil.copyfile(sqlite_tables, file)
    database = Database.open(f"sqlite:///{file}")
    database.check_is_there()
    other = tmp_path / "other"
    shutil.copyfile(sqlite_tables, other)
    other.replace(file)
    with pytest.raises(StoreError, match="no longer where it was"):
        database.check_is_there()
    database.close()
