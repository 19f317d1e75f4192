"""A worker that is gone for good while there is much to do."""

import shutil
import signal
import time
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from service.jobs.worker import KINDS
from service.settings import Settings
from service.store import programmes
from service.store.jobs import jobs
from service.web.app import create_app
from tests.service.files import EVERYTHING

PROGRAMMES = 3
LONGEST = 120.0


@pytest.fixture
def work(tmp_path, sqlite_tables, open_workspace):
    """Several programmes with everything still to be worked out."""
    shutil.copyfile(sqlite_tables, tmp_path / sqlite_tables.name)
    workspace = open_workspace(Settings(data_dir=tmp_path))
    for number in range(PROGRAMMES):
        workspace.files.add(workspace.programmes.create(f"P{number}").slug, EVERYTHING)
    return workspace


def held(work):
    with work._database.reading() as db:
        return jobs.running(db)


def held_while_stopped(work, worker):
    """Stop a worker, wait until it stands still, and return the jobs that it holds."""
    worker.signal(signal.SIGSTOP)
    while Path(f"/proc/{worker.process.pid}/stat").read_text().rpartition(")")[2].split()[0] != "T":
        time.sleep(0.01)
    return held(work)


def test_what_it_held_is_taken_over_by_one_that_has_much_to_do(work, begun):
    """Stopped in the midst of a job and killed; pages say that it is worked out, and show it in the end."""
    dying = begun("worker")
    until = time.monotonic() + LONGEST
    while not (lost := held_while_stopped(work, dying)):
        assert time.monotonic() < until
        dying.signal(signal.SIGCONT)
        time.sleep(0.01)
    with work._database.reading() as db:
        slug = programmes.slug_of(db, lost[0].programme_id)
    dying.kill()
    begun("worker")
    with TestClient(create_app(work.settings), base_url="http://localhost") as client:
        client.get(f"/programmes/{slug}")
        slugs = [each.slug for each in work.programmes.every()]
        while {job.state for each in slugs for job in work.jobs.every(each)} != {"done"}:
            assert client.get(f"/programmes/{slug}").status_code in {200, 202}
            assert time.monotonic() < until + LONGEST
            time.sleep(0.1)
        assert {client.get(f"/programmes/{each}").status_code for each in slugs} == {200}
    with work._database.reading() as db:
        again = jobs.find(db, lost[0].programme_id, lost[0].id)
    assert (again.state, again.attempts) == ("done", 2) or again.kind == "plan"


def test_a_page_says_that_programs_died_three_times_over_its_work(work):
    """What else there is goes on; tried again by hand it is done, and the page shows it."""
    worker = work.jobs.worker()
    while not any(job.kind == "readings" for job in work.jobs.every("p0")):
        worker.do_next()
    worker._lease = 0.0
    with work._database.writing() as db:
        for row in jobs.running(db):
            jobs.hand_back(db, row)
    for _ in range(3):
        with work._database.writing() as db:
            while (taken := jobs.claim(db, "dead", KINDS)) and taken.kind != "readings":
                pass
        assert taken
        _give_back_others(work, taken)
        worker.take_over()
    (failed,) = (job for job in work.jobs.every("p0") if job.state == "failed")
    with TestClient(create_app(work.settings, work.for_readers()), base_url="http://localhost") as client:
        page = client.get("/programmes/p0")
        assert "each time the program that did it ended" in page.text
        assert "Perhaps there is too little memory: close other programs, then try again" in page.text
        work.jobs.try_again("p0", failed.id)
        work.jobs.do_all()
        assert client.get("/programmes/p0").status_code == 200
        assert "the program that did it ended" not in client.get("/programmes/p0").text


def _give_back_others(work, taken):
    with work._database.writing() as db:
        for row in jobs.running(db):
            if row.id != taken.id:
                jobs.hand_back(db, row)
