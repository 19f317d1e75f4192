"""Workers as programs of their own: run until told to stop, and started beside the web service.

`python -m service.jobs.process` is one of those beside: it is told its settings on its standard input, and stops when
that is closed, because then whoever started it has ended, in whatever way.
"""

import json
import logging
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from contextlib import suppress

from nlp.errors import ManyvoicesError
from service.errors import StoreError
from service.jobs.worker import Worker
from service.running.logs import log_to_stderr
from service.settings import Settings

GRACE_SECONDS = 3.0
RESTART_SECONDS = 2.0
HANDED_ON = {
    "data_dir",
    "database_url",
    "model",
    "threshold",
    "people_pipeline",
    "log_format",
    "log_level",
    "address",
    "webhook_hosts",
    "scheduler",
    "assistant_url",
    "assistant_model",
    "assistant_key",
    "assistant_tokens",
    "assistant_minutes",
}
"""Settings that a worker beside the web service takes from it; all others it reads for itself."""
_LOG = logging.getLogger("manyvoices.jobs")


def work_until(over: threading.Event, worker: Worker) -> ManyvoicesError | None:
    """Let a worker work until `over` is set; return why it ended before, None if it did not.

    What it is doing then is handed back. A step that goes on for more than a few seconds is left to end with the
    process: nothing that it makes counts any more.
    """
    ended: list[ManyvoicesError] = []

    def run() -> None:
        try:
            worker.run()
        except ManyvoicesError as error:
            ended.append(error)
        finally:
            over.set()

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    over.wait()
    try:
        worker.stop()
    except StoreError as error:
        ended.append(error)
    thread.join(GRACE_SECONDS)
    return ended[0] if ended else None


def run_worker(settings: Settings, over: threading.Event, told: Callable[[], None]) -> None:
    """Run a worker in this process, which ends with it: 0 when it was told to stop, 1 after a line that says why else.

    Args:
        settings: of the installation.
        over: is set when it is to stop; the signal to terminate sets it too.
        told: called when it has begun.
    """
    from service.workspace import Workspace

    log_to_stderr(settings)
    signal.signal(signal.SIGTERM, lambda *_: over.set())
    workspace = Workspace.open(settings)
    worker, sender = workspace.jobs.worker(), workspace.webhooks.sender()
    threading.Thread(target=sender.run, daemon=True).start()
    told()
    problem = work_until(over, worker)
    sender.stop()
    if problem:
        sys.stderr.write(f"{problem}\n")
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(1 if problem else 0)  # a step that is not over yet must not hold the process


class WorkersBeside:
    """The workers that the web service runs beside itself; one that ends is started again."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._watch, daemon=True)
        self._running: list[subprocess.Popen[str]] = []

    def start(self) -> None:
        """Start them."""
        self._running = [self._started() for _ in range(self._settings.workers)]
        self._thread.start()

    def tell(self) -> None:
        """Tell them to stop: they hand back what they do and end by themselves, within seconds."""
        self._over.set()
        self._thread.join()
        for each in self._running:
            assert each.stdin is not None
            with suppress(OSError):  # it has ended, and does not read any more
                each.stdin.close()

    def stop(self) -> None:
        """Stop them, what they do handed back."""
        self.tell()
        until = time.monotonic() + 2 * GRACE_SECONDS
        for each in self._running:
            try:
                each.wait(max(until - time.monotonic(), 0))
            except subprocess.TimeoutExpired:
                each.kill()
                each.wait()

    def _watch(self) -> None:
        while not self._over.wait(RESTART_SECONDS):
            for place, each in enumerate(self._running):
                if each.poll() is not None:
                    try:
                        self._running[place] = self._started()
                    except OSError as error:  # no memory now, say: it is tried again
                        _LOG.warning("A worker cannot be started: %s", error)

    def _started(self) -> "subprocess.Popen[str]":
        command = [sys.executable, "-m", __name__]
        child = subprocess.Popen(command, stdin=subprocess.PIPE, text=True)
        assert child.stdin is not None
        with suppress(BrokenPipeError):  # it has ended already, and another one will be started
            child.stdin.write(f"{self._settings.model_dump_json(include=HANDED_ON)}\n")
            child.stdin.flush()
        return child


def _beside() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # whoever started it hears of that, and closes its input
    given = json.loads(sys.stdin.readline())
    over = threading.Event()

    def wait_for_the_end() -> None:
        sys.stdin.read()
        over.set()

    threading.Thread(target=wait_for_the_end, daemon=True).start()
    run_worker(Settings(**given), over, lambda: None)


if __name__ == "__main__":
    try:
        _beside()
    except ManyvoicesError as refused:
        sys.exit(str(refused))
