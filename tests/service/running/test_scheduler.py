"""Beyond one machine: a real scheduler, real workers, one of them killed at work; the result is that of one process."""

import json
import os
import random
import signal
import subprocess
import sys
import time
from contextlib import ExitStack
from pathlib import Path

import numpy as np
import pytest
import yaml

from nlp import Unit, interpret, load_embedder, spread_embedder
from nlp.errors import InputError
from nlp.scale.spread import SpreadTokens
from service.running import scheduler as scheduler_module
from service.running.model import embedder_of
from service.running.scheduler import SchedulerExecutor
from service.settings import Settings

WORDS = ["trust", "বিশ্বাস", "विश्वास", "plan", "river", "খাতা", "किताब", "listen", "decide", "money"]
ROOT = Path(__file__).parents[3]
NOBODY = "tcp://127.0.0.1:1"


@pytest.fixture
def needs_dask():
    pytest.importorskip("distributed", reason="the extra manyvoices[scale] is not installed")


@pytest.fixture
def cluster(needs_dask, tmp_path):
    """A scheduler: where it writes its address, and what starts a worker of it; all end with the test."""
    told, running = tmp_path / "scheduler.json", []
    environment = {**os.environ, "OMP_NUM_THREADS": "1", "TOKENIZERS_PARALLELISM": "false"}

    def start(*words):
        with (tmp_path / f"{len(running)}.log").open("wb") as log:
            command = [sys.executable, "-m", "dask", *words, "--scheduler-file", str(told), "--no-dashboard"]
            running.append(subprocess.Popen(command, cwd=tmp_path, env=environment, stdout=log, stderr=log))
        return running[-1]

    def worker():
        place = str(tmp_path / f"worker{len(running)}")
        return start("worker", "--no-nanny", "--nthreads", "1", "--local-directory", place)

    with ExitStack() as ends:
        ends.callback(lambda: [process.wait() for process in running])
        ends.callback(lambda: [process.kill() for process in running])
        start("scheduler", "--host", "127.0.0.1", "--port", "0")
        yield _address(told), worker


def _address(told):
    until = time.monotonic() + 120
    while time.monotonic() < until:
        try:
            return json.loads(told.read_text())["address"]
        except (OSError, ValueError):
            time.sleep(0.1)
    raise AssertionError("the scheduler did not start")


def notes(count):
    choose, teams = random.Random(5), ("Nepal", "Kenya", "Peru")
    texts = [f"{' '.join(choose.choices(WORDS, k=choose.randint(3, 9)))} {number}" for number in range(count)]
    return [
        Unit.of(text, line=line, language="en", team=teams[line % 3], participant=f"P{line % 50}")
        for line, text in enumerate(texts)
    ]


def test_a_worker_that_is_killed_changes_nothing(cluster, monkeypatch):
    """What it was at is done by the others; readings, holders and tests are the same to the byte."""
    monkeypatch.setattr(SpreadTokens, "chunk", 2048)
    address, start_worker = cluster
    first, _ = start_worker(), start_worker()
    executor = SchedulerExecutor(address, wait=120)
    try:
        executor.connect().wait_for_workers(2, timeout=120)
        units = notes(12_000)
        texts = [unit.text for unit in units]
        model = spread_embedder(None, executor, None)
        chunks = model.encode_in_chunks(texts)
        made = [next(chunks)]
        first.send_signal(signal.SIGKILL)
        made += chunks
        assert np.array_equal(np.concatenate(made), load_embedder().encode(texts))
        assert interpret(units, model).to_json() == interpret(units).to_json()
    finally:
        executor.shutdown()


def test_a_scheduler_without_workers_is_said_in_a_line(cluster):
    """With what starts one."""
    address, _ = cluster
    with pytest.raises(InputError, match=f"the scheduler at {address} has no workers. Start one with: dask worker"):
        SchedulerExecutor(address, wait=1).connect()


def test_where_nobody_listens_is_said_in_a_line(needs_dask):
    """Within the seconds that are given."""
    with pytest.raises(InputError, match=f"no scheduler answers at {NOBODY}. Start it with: dask scheduler"):
        SchedulerExecutor(NOBODY, wait=0.5).connect()


@pytest.mark.parametrize(
    "address", ["scheduler", "http://scheduler:8786", "tcp://scheduler", "tcp://:8786", "tcp://a:b"]
)
def test_what_is_no_address_is_refused(address):
    """Before anything is asked of it, in the settings too."""
    with pytest.raises(InputError, match="Give one such as tcp://scheduler:8786"):
        SchedulerExecutor(address)
    with pytest.raises(ValueError, match="tcp://scheduler:8786"):
        Settings(scheduler=address)


def test_without_dask_a_scheduler_is_refused(monkeypatch, tmp_path):
    """One line says what to install; without a scheduler nobody asks for it."""
    monkeypatch.setattr(scheduler_module, "find_spec", lambda _: None)
    with pytest.raises(InputError, match=r"Run: pip install 'manyvoices\[scale\]'"):
        embedder_of(Settings(data_dir=tmp_path, scheduler=NOBODY), load_embedder)
    assert embedder_of(Settings(data_dir=tmp_path), lambda name: name or "bundled")() == "bundled"


def test_the_compose_file_names_the_scheduler_that_it_starts():
    """Three workers of its own network, which is no way out; workers of the service are in both networks."""
    file = yaml.safe_load((ROOT / "deploy" / "compose.scale.yaml").read_text(encoding="utf-8"))
    services, usual = file["services"], yaml.safe_load((ROOT / "deploy" / "compose.yaml").read_text(encoding="utf-8"))
    address = services["worker"]["environment"]["MANYVOICES_SCHEDULER"]
    assert Settings(scheduler=address).scheduler == address == "tcp://scheduler:8786"
    assert services["computing"]["deploy"]["replicas"] == 3
    assert address in services["computing"]["command"]
    assert services["scheduler"]["command"][:4] == ["dask", "scheduler", "--port", "8786"]
    assert services["scheduler"]["networks"] == services["computing"]["networks"] == ["computing"]
    assert file["networks"]["computing"]["internal"]
    assert set(services["worker"]["networks"]) == {*usual["services"]["worker"]["networks"], "computing"}
    assert usual["services"]["worker"]["deploy"]["replicas"] == 2


def test_a_service_whose_scheduler_is_not_there_yet_starts(monkeypatch, tmp_path):
    """It is asked for when there is work for it."""
    monkeypatch.setattr(scheduler_module, "find_spec", lambda _: True)
    assert embedder_of(Settings(data_dir=tmp_path, scheduler=NOBODY), load_embedder)().encode("trust").any()
