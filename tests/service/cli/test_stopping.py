"""Stopping the web service: a real process with idle and slow clients, and a worker at work."""

import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest
import uvicorn

from benchmarks.faults.asking import ask
from service.cli.server import _Server
from service.settings import Settings
from service.web.running.impatient import ImpatientServer
from service.workspace import Workspace
from tests.own_loop import wait_for

COMMAND = [sys.executable, "-c", "from service.cli import main; main()"]
ROOT = Path(__file__).parents[3]
NOTHING = b""
REQUEST = b"GET /health HTTP/1.1\r\nHost: localhost\r\n\r\n"
HALF_HEAD = b"GET /health HTTP/1.1\r\nHost: loc"
HALF_BODY = (
    b"POST /programmes HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/plain\r\nContent-Length: 1000\r\n\r\nname"
)
CLIENTS = 200
NOTES = "text,element\n" + "".join(
    f"We speak {n} times of {n % 97} things and {n % 31} words,Trust\n" for n in range(3000)
)


@pytest.fixture
def slug(tmp_path):
    """A programme whose notes keep a worker busy for a while."""
    work = Workspace.open(Settings(data_dir=tmp_path))
    made = work.programmes.create("P").slug
    work.files.add(made, [("a.csv", NOTES.encode())])
    work.close()
    return made


def states(folder, slug):
    """Return the states of the jobs that make the readings."""
    work = Workspace.open(Settings(data_dir=folder))
    try:
        return {job.state for job in work.jobs.every(slug) if job.kind == "readings"}
    finally:
        work.close()


@pytest.mark.skipif(os.name == "nt", reason="there is no SIGTERM on Windows")
def test_sigterm_ends_it_whoever_is_connected(tmp_path, slug):
    """Two hundred who say nothing, half of something or all keep no page from being shown, nor it from ending in time.

    What its worker did is finished or handed back, and it ends without an error.
    """
    words = ["serve", "--port", "0"]
    environment = {**os.environ, "MANYVOICES_DATA_DIR": str(tmp_path)}
    with subprocess.Popen(
        [*COMMAND, *words], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=ROOT, env=environment
    ) as served:
        assert served.stdout is not None
        port = int(served.stdout.readline().split()[3].rpartition(":")[2])
        clients = [socket.create_connection(("127.0.0.1", port)) for _ in range(CLIENTS)]
        for number, client in enumerate(clients):
            client.sendall((NOTHING, REQUEST, HALF_HEAD, HALF_BODY)[number % 4])
        assert clients[1].recv(15) == b"HTTP/1.1 200 OK"
        assert ask(port, "GET", "/").status == 200
        while "running" not in states(tmp_path, slug):
            time.sleep(0.02)
        began = time.monotonic()
        served.send_signal(signal.SIGTERM)
        assert served.wait(timeout=20) in {0, -signal.SIGTERM}
        assert time.monotonic() - began < 10
        assert states(tmp_path, slug) <= {"waiting", "done"}
        assert "Traceback" not in served.stderr.read()
        for client in clients:
            client.close()


def test_workers_are_told_before_the_last_answers_are_waited_for(monkeypatch):
    """So work and requests end in the same seconds, and not one after the other."""
    happened = []

    class Beside:
        def tell(self):
            happened.append("told")

    async def wait_for_answers(*_: object) -> None:
        happened.append("waited")

    monkeypatch.setattr(ImpatientServer, "shutdown", wait_for_answers)
    server = _Server(uvicorn.Config(lambda: None))
    wait_for(server.shutdown())
    server.beside = Beside()
    wait_for(server.shutdown())
    assert happened == ["waited", "told", "waited"]
