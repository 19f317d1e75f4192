"""Commands of Manyvoices as processes that begin within moments: each is forked from one that has imported all.

Each is a process of its own with a number of its own, so what a signal does to it, it does to the command in use.
"""

import multiprocessing
import os
import time
from collections.abc import Mapping
from dataclasses import dataclass
from multiprocessing.context import ForkServerProcess
from pathlib import Path
from socket import socket

_CONTEXT = multiprocessing.get_context("forkserver")
STARTING_SECONDS = 120.0
"""For a machine on which others work too."""


@dataclass(frozen=True)
class Command:
    """A command that runs, or has run.

    Attributes:
        process: it.
        file: of all that it has said.
    """

    process: ForkServerProcess
    file: Path

    @property
    def said(self) -> str:
        """Everything that it has said so far."""
        return self.file.read_text(encoding="utf-8") if self.file.exists() else ""

    @property
    def is_over(self) -> bool:
        """Whether it has ended."""
        return self.process.exitcode is not None

    def kill(self) -> None:
        """End it as a lack of memory does: nothing of it runs on."""
        self.process.kill()
        self.process.join()

    def signal(self, number: int) -> None:
        """Send it a signal."""
        assert self.process.pid is not None
        os.kill(self.process.pid, number)

    def wait(self, seconds: float = STARTING_SECONDS) -> int:
        """Wait for its end and return its code, that of a signal below zero; `TimeoutError` if it does not end."""
        self.process.join(seconds)
        if self.process.exitcode is None:
            raise TimeoutError(f"it does not end: {self.said}")
        return self.process.exitcode

    def wait_until_said(self, words: str) -> str:
        """Wait until it has said some words and return all that it has said; `RuntimeError` if it ends without."""
        until = time.monotonic() + STARTING_SECONDS
        while words not in self.said:
            if self.is_over or time.monotonic() > until:
                raise RuntimeError(f"it has not said {words!r}: {self.said}")
            time.sleep(0.01)
        return self.said


def begin(words: list[str], said: Path, environment: Mapping[str, str] = {}, *, quick: bool = True) -> Command:
    """Begin a command, with all that it says in a file; `quick` as in `ready.run`."""
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    _CONTEXT.set_forkserver_preload(["benchmarks.faults.ready"])
    process = _CONTEXT.Process(target=_run, args=(words, dict(environment), said, quick), daemon=True)
    process.start()
    return Command(process, said)


def _run(words: list[str], environment: dict[str, str], said: Path, quick: bool) -> None:
    from benchmarks.faults import ready  # what it imports takes seconds, and whoever begins a command needs none of it

    ready.run(words, environment, said, quick)


def free_port() -> int:
    """Return a port that nobody listens on."""
    with socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
