"""A job of the service whose texts are read by the workers of a Dask scheduler, while one of each is killed."""

import csv
import io
import json
import os
import random
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from nlp.scale.spread import SpreadTokens
from service.cli.main import app
from service.serialisation import dumps
from service.settings import Settings
from service.workspace import Workspace
from tests.service import postgres
from tests.service.dask import dask_in, kill, wait_until

ROOT = Path(__file__).parents[3]
NOTES = 2500
WORDS = ("trust", "বিশ্বাস", "विश्वास", "plan", "river", "খাতা", "किताब", "listen", "decide", "money")
WORKER = """
import sys, threading
from nlp.scale.spread import SpreadTokens
from service.jobs import process, worker
from service.settings import Settings

SpreadTokens.chunk = 2048
worker.BEAT_SECONDS = 0.3
worker.Worker.__init__.__defaults__ = (2.0,)
settings = Settings(data_dir=sys.argv[1], database_url=sys.argv[2], scheduler=sys.argv[3])
process.run_worker(settings, threading.Event(), lambda: None)
"""


@pytest.fixture
def dask(tmp_path):
    """A scheduler that has begun; workers are begun by the test."""
    pytest.importorskip("distributed", reason="the extra manyvoices[scale] is not installed")
    (tmp_path / "dask").mkdir()
    with dask_in(tmp_path / "dask") as one:
        yield one


@pytest.fixture
def begin_worker(tmp_path, dask):
    """Begin workers of the service, which are killed at the end."""
    begun = []

    def begin(url):
        command = [sys.executable, "-c", WORKER, str(tmp_path), url, dask.address]
        with (tmp_path / f"worker{len(begun)}.log").open("wb") as log:
            environment = {**os.environ, "OMP_NUM_THREADS": "1"}
            begun.append(subprocess.Popen(command, cwd=ROOT, env=environment, stdout=log, stderr=log))
        return begun[-1]

    yield begin
    for each in begun:
        kill(each)


def table():
    choose, written = random.Random(5), io.StringIO()
    rows = csv.writer(written)
    rows.writerow(["text", "element", "team", "language", "participant"])
    for number in range(NOTES):
        text = f"{' '.join(choose.choices(WORDS, k=choose.randint(3, 9)))} {number}"
        rows.writerow([text, "Trust", ("Nepal", "Kenya", "Peru")[number % 3], "en", f"P{number % 50}"])
    return written.getvalue().encode()


def programme_in(workspace):
    slug = workspace.programmes.create("P").slug
    workspace.files.add(slug, [("notes.csv", table())])
    return slug


def states(workspace, slug):
    return {job.state.value for job in workspace.jobs.every(slug)}


def test_one_of_each_is_killed_and_the_result_is_the_same(tmp_path, dask, begin_worker, postgresql_tables, settings):
    """A worker of Dask, the scheduler and a worker of the service, each in the midst of the work: to the byte."""
    postgres.delete_rows(postgresql_tables)
    here = Workspace.open(Settings(data_dir=tmp_path, database_url=postgresql_tables))
    slug = programme_in(here)
    dask.hold()
    first, second = dask.worker(), dask.worker()
    working = begin_worker(postgresql_tables)
    dask.wait_until_in(first)
    kill(first)
    dask.wait_until_in(second)
    dask.end()  # the scheduler, and with it the worker that cannot be without
    dask.scheduler()
    third = dask.worker()
    dask.wait_until_in(third)
    kill(working)
    assert states(here, slug) == {"done", "running", "waiting"}
    begin_worker(postgresql_tables)
    dask.go_on()
    wait_until(lambda: states(here, slug) == {"done"}, "all work to be done")
    found = dumps(here.for_readers().findings(slug).readings())
    here.close()
    alone = Workspace.open(settings)
    assert programme_in(alone) == slug
    alone.jobs.do_all()
    assert found == dumps(alone.for_readers().findings(slug).readings())
    alone.close()


def test_the_command_gives_what_it_gives_alone(tmp_path, dask, monkeypatch):
    """Standard output is the same to the byte, and the vectors lie in the folder that was given."""
    monkeypatch.setattr(SpreadTokens, "chunk", 2048)
    file, kept = tmp_path / "notes.csv", tmp_path / "kept"
    file.write_bytes(table())
    dask.worker()
    spread = ["--scheduler", dask.address, "--keep", str(kept)]
    alone, there = (CliRunner().invoke(app, ["interpret", str(file), "--json", *more]) for more in ([], spread))
    assert (there.exit_code, there.stderr) == (0, "")
    assert json.loads(there.stdout) == json.loads(alone.stdout)
    assert there.stdout == alone.stdout
    assert len(list(kept.iterdir())) == 2 * 3
