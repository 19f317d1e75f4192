"""Stopping the web service: a real process with idle and slow clients."""

import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest

COMMAND = [sys.executable, "-c", "from service.cli import main; main()"]
ROOT = Path(__file__).parents[3]
REQUEST = b"GET /health HTTP/1.1\r\nHost: localhost\r\n\r\n"
SLOW = b"POST /programmes HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/plain\r\nContent-Length: 1000\r\n\r\nname"


@pytest.mark.skipif(os.name == "nt", reason="there is no SIGTERM on Windows")
def test_sigterm_ends_it_whoever_is_connected(tmp_path):
    """Idle connections and a client that never finishes do not keep it for ten seconds; it ends without an error."""
    words = ["serve", "--port", "0", "--database", f"sqlite:///{tmp_path}/m.db"]
    with subprocess.Popen(
        [*COMMAND, *words], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=ROOT
    ) as served:
        assert served.stdout is not None
        port = int(served.stdout.readline().split()[3].rpartition(":")[2])
        clients = [socket.create_connection(("127.0.0.1", port)) for _ in range(40)]
        for number, client in enumerate(clients):
            client.sendall(SLOW if number % 4 == 0 else REQUEST)
        assert clients[1].recv(15) == b"HTTP/1.1 200 OK"
        began = time.monotonic()
        served.send_signal(signal.SIGTERM)
        assert served.wait(timeout=20) in {0, -signal.SIGTERM}
        assert time.monotonic() - began < 10
        assert "Traceback" not in served.stderr.read()
        for client in clients:
            client.close()
