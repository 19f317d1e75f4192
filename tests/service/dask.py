"""A scheduler of Dask and its workers as real processes, which can be held in the midst of their work and killed."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks.faults.processes import free_port

LONGEST = 120.0
"""For a machine on which others work too."""
HOLDING = """
import os, time
from pathlib import Path
from nlp.scale import work

FOLDER = Path({folder!r})

def held(real):
    def do(part):
        if (FOLDER / "hold").exists():
            (FOLDER / f"in-{{os.getpid()}}").touch()
        while (FOLDER / "hold").exists():
            time.sleep(0.02)
        return real(part)
    return do

work.count, work.weigh = held(work.count), held(work.weigh)
"""


class Dask:
    """A scheduler that listens at one address as often as it is begun, and its workers.

    Attributes:
        address: of the scheduler.
    """

    def __init__(self, folder: Path) -> None:
        self.address = f"tcp://127.0.0.1:{free_port()}"
        self._folder = folder
        self._told = folder / "scheduler.json"
        self._running: list[subprocess.Popen[bytes]] = []
        (folder / "holding.py").write_text(HOLDING.format(folder=str(folder)))

    def scheduler(self) -> "subprocess.Popen[bytes]":
        """Begin a scheduler and wait until it listens."""
        self._told.unlink(missing_ok=True)
        host, port = self.address.removeprefix("tcp://").split(":")
        begun = self._begin("scheduler", "--host", host, "--port", port, "--scheduler-file", str(self._told))
        wait_until(lambda: self._told.exists() and json.loads(self._told.read_text() or "{}"), "a scheduler")
        return begun

    def worker(self) -> "subprocess.Popen[bytes]":
        """Begin a worker."""
        place = self._folder / f"worker{len(self._running)}"
        own = ("--no-nanny", "--nthreads", "1", "--preload", str(self._folder / "holding.py"))
        return self._begin("worker", self.address, *own, "--local-directory", str(place))

    def hold(self) -> None:
        """Let workers stand still in the midst of each part, until `go_on`."""
        (self._folder / "hold").touch()

    def go_on(self) -> None:
        """Let them do it."""
        (self._folder / "hold").unlink()

    def wait_until_in(self, worker: "subprocess.Popen[bytes]") -> None:
        """Wait until a worker stands still in the midst of a part."""
        wait_until((self._folder / f"in-{worker.pid}").exists, "a worker in the midst of a part")

    def end(self) -> None:
        """Kill all that runs."""
        for each in self._running:
            kill(each)

    def _begin(self, *words: str) -> "subprocess.Popen[bytes]":
        environment = {**os.environ, "OMP_NUM_THREADS": "1", "TOKENIZERS_PARALLELISM": "false"}
        environment["PYTHONPATH"] = os.pathsep.join(filter(None, sys.path))
        with (self._folder / f"dask{len(self._running)}.log").open("wb") as log:
            command = [sys.executable, "-m", "dask", *words, "--no-dashboard"]
            begun = subprocess.Popen(command, cwd=self._folder, env=environment, stdout=log, stderr=log)
        self._running.append(begun)
        return begun


@contextmanager
def dask_in(folder: Path) -> Iterator[Dask]:
    """Give a scheduler that has begun, and end all that ran."""
    dask = Dask(folder)
    try:
        dask.scheduler()
        yield dask
    finally:
        dask.end()


def kill(process: "subprocess.Popen[bytes]") -> None:
    """End a process as a lack of memory does."""
    process.kill()
    process.wait()


def wait_until(is_so: Callable[[], object], what: str) -> None:
    """Wait until something is so."""
    until = time.monotonic() + LONGEST
    while not is_so():
        assert time.monotonic() < until, f"{what} is waited for"
        time.sleep(0.05)
