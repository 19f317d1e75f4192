"""A room of phones that send notes at once to a running service on SQLite, while the facilitator looks.

    python -m benchmarks phones

300 phones send three notes each within a moment of each other, as the script of their page does: what is refused for
now is sent again. Every tenth answer is lost on its way, so the note is sent twice. Counted is what is there at last.
"""

import http.client
import random
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from secrets import token_urlsafe
from socket import socket
from statistics import median
from threading import Barrier, Event, Thread
from urllib.parse import urlencode

from benchmarks.faults.processes import free_port
from service.settings import Settings
from service.workspace import Workspace

PHONES = 300
NOTES = 3
LOST = 0.1
HEADERS = {"Content-Type": "application/x-www-form-urlencoded", "Accept": "application/json"}


@dataclass
class Room:
    """What happened to what was sent: seconds until each note was surely there, and the statuses of all answers."""

    waits: list[float] = field(default_factory=list)
    statuses: Counter[int] = field(default_factory=Counter)
    looks: list[float] = field(default_factory=list)


def run() -> None:
    """Print how long it took, what was answered, and what is there."""
    with tempfile.TemporaryDirectory() as folder:
        work = Workspace.open(Settings(data_dir=Path(folder)))
        slug = work.programmes.create("Room", ["Nepal", "Bangladesh"]).slug
        work.files.add(slug, [("a.csv", b"text,element\nWe plan together,Trust\n")])
        code = work.gatherings.open(slug, "What changed?", elements=("trust",), asks_team=True).code
        with _service(folder) as port:
            start = time.perf_counter()
            room = _fill(port, slug, code)
            seconds = time.perf_counter() - start
        there = Counter(each.text for each in work.gatherings.notes(slug, code))
        start = time.perf_counter()
        work.gatherings.bring(slug, code)
        brought = time.perf_counter() - start
        work.close()
    _tell(room, there, seconds, brought)


def _tell(room: Room, there: Counter[str], seconds: float, brought: float) -> None:
    waits, looks = sorted(room.waits), room.looks
    twice = sum(number > 1 for number in there.values())
    late = waits[int(len(waits) * 0.95)]
    print(f"phones     {PHONES * NOTES} notes of {PHONES} phones in {seconds:.1f} s: {len(there)} there, {twice} twice")
    print(f"           until a note is there: median {median(waits):.2f} s, 95% {late:.2f} s, last {waits[-1]:.2f} s")
    print(f"           answers by status: {dict(sorted(room.statuses.items()))}")
    print(f"           the facilitator's page meanwhile: median {median(looks):.2f} s, longest {max(looks):.2f} s")
    print(f"           all of them to the wall: {brought:.2f} s")


@contextmanager
def _service(folder: str) -> Iterator[int]:
    port = free_port()
    command = [
        sys.executable,
        "-m",
        "manyvoices",
        "serve",
        "--port",
        str(port),
        "--database",
        f"sqlite:///{folder}/manyvoices.db",
    ]
    server = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        while not _is_up(port):
            time.sleep(0.1)
        yield port
    finally:
        server.terminate()
        server.wait()


def _is_up(port: int) -> bool:
    with socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


def _fill(port: int, slug: str, code: str) -> Room:
    room, ready, over = Room(), Barrier(PHONES), Event()
    phones = [Thread(target=_phone, args=(port, code, number, ready, room)) for number in range(PHONES)]
    desk = Thread(target=_look, args=(port, f"/programmes/{slug}/notes-on-phones/{code}/arrived", over, room))
    for each in (*phones, desk):
        each.start()
    for each in phones:
        each.join()
    over.set()
    desk.join()
    return room


def _phone(port: int, code: str, number: int, ready: Barrier, room: Room) -> None:
    """Open the page, then send notes, each until the service has it."""
    _ask(port, "GET", f"/n/{code}", room=room)
    ready.wait()
    for each in range(NOTES):
        note = {"key": token_urlsafe(16), "text": f"हामी {number} सँगै बस्छौं, note {each}", "element": "trust"}
        start, wait = time.perf_counter(), 2.0
        while not _is_there(port, code, note, room):
            time.sleep(wait * random.uniform(0.75, 1.25))
            wait = min(wait * 2, 30)
        room.waits.append(time.perf_counter() - start)


def _is_there(port: int, code: str, note: dict[str, str], room: Room) -> bool:
    status = _ask(port, "POST", f"/n/{code}", urlencode(note), room)
    return status == http.HTTPStatus.OK and random.random() >= LOST


def _look(port: int, path: str, over: Event, room: Room) -> None:
    while not over.wait(3):
        start = time.perf_counter()
        _ask(port, "GET", path)
        room.looks.append(time.perf_counter() - start)


def _ask(port: int, method: str, path: str, body: str | None = None, room: Room | None = None) -> int:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    try:
        connection.request(method, path, body, HEADERS if body else {})
        answer = connection.getresponse()
        answer.read()
        status = answer.status
    except OSError:
        status = 0
    finally:
        connection.close()
    if room and body:
        room.statuses[status] += 1
    return status
