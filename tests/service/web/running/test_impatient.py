"""Clients that send nothing, half of something, or do not take what they asked for."""

import socket
import threading
import time
from contextlib import contextmanager, suppress

import pytest
import uvicorn

from service.web.running import impatient
from service.web.running.impatient import Impatient, ImpatientServer

ASKED = b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n"
HALF_HEAD = b"GET / HTTP/1.1\r\nHost: loc"
HALF_BODY = b"POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n\r\nname"
LARGE = 40_000_000


async def app(scope, receive, send):
    """Take the whole body, then answer; much where the path says so."""
    if scope["type"] != "http":
        return
    while (await receive()).get("more_body"):
        pass
    await send({"type": "http.response.start", "status": 200, "headers": [(b"connection", b"keep-alive")]})
    await send({"type": "http.response.body", "body": bytes(LARGE if scope["path"] == "/large" else 2)})


@pytest.fixture
def soon(monkeypatch):
    """Nobody is waited for longer than a moment."""
    for name in ("HEAD_SECONDS", "SILENT_SECONDS"):
        monkeypatch.setattr(impatient, name, 0.3)


@contextmanager
def answering():
    """Run the application and give what opens a connection to it."""
    server = ImpatientServer(uvicorn.Config(app, http=Impatient, port=0, log_level="error", lifespan="off"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.01)
    address = server.servers[0].sockets[0].getsockname()
    opened = []

    def connect() -> socket.socket:
        opened.append(socket.create_connection(address, timeout=30))
        return opened[-1]

    def wait_until(so) -> None:
        while not so(server.server_state.connections):
            time.sleep(0.01)

    connect.wait_until = wait_until
    yield connect
    for each in opened:
        each.close()
    server.should_exit = True
    thread.join(timeout=20)


def is_ended(connection: socket.socket) -> bool:
    """Wait until the other side has closed a connection."""
    try:
        while connection.recv(100_000):
            pass
    except ConnectionError:
        pass
    except TimeoutError:
        return False
    return True


def drip(connection: socket.socket) -> None:
    """Send a byte now and then, as long as the other side is there."""
    with suppress(OSError):
        while True:
            connection.sendall(b"G")
            time.sleep(0.05)


@pytest.mark.parametrize("sent", [b"", HALF_HEAD, HALF_BODY, ASKED + HALF_HEAD], ids=["none", "head", "body", "second"])
def test_who_keeps_it_waiting_is_left(soon, sent):
    """Whether nothing comes, half a head, half a body, or half of the second request."""
    with answering() as connect:
        connection = connect()
        connection.sendall(sent)
        assert is_ended(connection)


def test_who_sends_a_byte_now_and_then_gains_nothing(soon):
    """The head has to be there in time as a whole."""
    with answering() as connect:
        connection = connect()
        thread = threading.Thread(target=drip, args=(connection,), daemon=True)
        thread.start()
        assert is_ended(connection)
        thread.join(timeout=10)
        assert not thread.is_alive()


def test_who_does_not_take_an_answer_is_left(soon):
    """What is in the buffers on the way still comes, and then the end before the end of the answer."""
    with answering() as connect:
        connection = connect()
        connection.sendall(ASKED.replace(b"GET /", b"GET /large"))
        connect.wait_until(lambda connections: len(connections) == 1)
        connect.wait_until(lambda connections: len(connections) == 0)
        received = 0
        try:
            while part := connection.recv(1_000_000):
                received += len(part)
        except ConnectionError:
            pass
        assert received < LARGE


def test_who_goes_on_is_waited_for(soon):
    """A body may take as long as it likes, if some of it comes again and again."""
    with answering() as connect:
        connection = connect()
        connection.sendall(HALF_BODY)
        for _ in range(16):
            time.sleep(0.1)
            connection.sendall(b"x" * 62)
        connection.sendall(b"x" * 4)
        assert connection.recv(15) == b"HTTP/1.1 200 OK"


def test_of_very_many_the_oldest_go(monkeypatch):
    """There is always a place for who asks."""
    monkeypatch.setattr(impatient, "MOST_QUIET", 5)
    with answering() as connect:
        quiet = [connect() for _ in range(8)]
        asking = connect()
        asking.sendall(ASKED)
        assert asking.recv(15) == b"HTTP/1.1 200 OK"
        assert all(is_ended(each) for each in quiet[:3])
        quiet[-1].sendall(ASKED)
        assert quiet[-1].recv(15) == b"HTTP/1.1 200 OK"
