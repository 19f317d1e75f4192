"""50,000 notes in one CSV, brought in as a facilitator does: by the form, against the running command `serve`.

    python -m benchmarks large

Timed are the preview, keeping, the work of the worker, and then each page of the programme that a browser finds by its
links: just after a change, and again. `LARGE_NOTES` is the number of notes.
"""

import gzip
import http.client
import os
import re
import sqlite3
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

from benchmarks.faults.processes import begin, free_port
from benchmarks.texts import made_notes, write_table

NOTES = int(os.environ.get("LARGE_NOTES", "50000"))
LONGEST = 0.3
_LINK = re.compile(r'href="(/programmes/p[^"#]*)"')
_FILE = re.compile(r"/(file|pdf|docx|xlsx|csv|zip|archive)$|\.(csv|ics|json|docx|xlsx|pdf|zip|qdpx|html|png|svg)(\?|$)")


class Browser:
    """Asks one service, and says how long that took.

    Args:
        port: of the service.
    """

    def __init__(self, port: int) -> None:
        self._port = port

    def ask(self, method: str, path: str, body: bytes | None = None, kind: str = "") -> tuple[float, int, bytes, str]:
        """Return seconds, status, body, and where it leads."""
        connection = http.client.HTTPConnection("127.0.0.1", self._port, timeout=600)
        headers = {"Accept-Encoding": "gzip"} | ({"Content-Type": kind} if kind else {})
        start = time.perf_counter()
        connection.request(method, path, body, headers)
        answer = connection.getresponse()
        data = answer.read()
        took = time.perf_counter() - start
        connection.close()
        packed = answer.headers.get("content-encoding") == "gzip"
        return took, answer.status, gzip.decompress(data) if packed else data, answer.headers.get("location", "")

    def form(self, path: str, fields: bytes = b"") -> tuple[float, int, bytes, str]:
        """Send a form."""
        return self.ask("POST", path, fields, "application/x-www-form-urlencoded")

    def bring(self, path: str, table: bytes) -> tuple[float, int, bytes, str]:
        """Upload a table."""
        border = uuid4().hex
        head = f'--{border}\r\nContent-Disposition: form-data; name="files"; filename="notes.csv"\r\n\r\n'
        body = head.encode() + table + f"\r\n--{border}--\r\n".encode()
        return self.ask("POST", path, body, f"multipart/form-data; boundary={border}")


def run(notes: int = NOTES) -> None:
    """Print a line for each step and for each page."""
    with tempfile.TemporaryDirectory() as folder, _service(Path(folder)) as browser:
        table = Path(folder) / "notes.csv"
        write_table(made_notes(notes, elements=5)[0], table)
        data = table.read_bytes()
        _, _, _, there = browser.form("/programmes", b"name=P&teams=A%0AB%0AC")
        home = there.removesuffix("/upload")
        took, _, _, preview = browser.bring(there, data)
        print(f"large         {notes:,} notes, {len(data) / 1e6:.1f} MB: uploaded {took:.2f} s", end="", flush=True)
        took, *_ = browser.ask("GET", preview)
        print(f", preview {took:.2f} s", end="", flush=True)
        took, status, *_ = browser.form(f"{preview}/keep")
        print(f", kept {took:.2f} s ({status})", end="", flush=True)
        start = time.perf_counter()
        while browser.ask("GET", home)[1] != 200:
            time.sleep(1)
        print(f", found {time.perf_counter() - start:.0f} s later", flush=True)
        while b'"running"' in (listed := browser.ask("GET", f"/api/v1{home}/jobs")[2]) or b'"waiting"' in listed:
            time.sleep(1)
        _walk(browser, home)
        size = _size(Path(folder))
        print(f"large         the database {size / 1e6:.0f} MB, {size / len(data):.1f} times the table")
        for name, taken in _largest(Path(folder)):
            print(f"large         {taken / 1e6:5.1f} MB {name}")


def _walk(browser: Browser, home: str) -> None:
    """Open every page that links lead to from the programme, each kind once, after a change and again."""
    waiting, seen = [home, f"{home}/search?q=trust"], set[str]()
    while waiting:
        path = waiting.pop(0)
        kind = re.sub(r"/(elements|notes|rubrics|sessions|files|publish)/[^/]+", r"/\1/X", path.partition("?")[0])
        kind += "?q" if "q=" in path else ""
        if kind in seen or "lang=" in path:
            continue
        seen.add(kind)
        browser.ask("PATCH", f"/api/v1{home}", f'{{"description": "{uuid4().hex}"}}'.encode(), "application/json")
        first, status, page, _ = browser.ask("GET", path)
        again, *_ = browser.ask("GET", path)
        slow = " <-- slow" if first > LONGEST and not _FILE.search(path) else ""
        print(
            f"large         {status} {first:7.3f} s, again {again:7.3f} s, {len(page):>10,} B {kind}{slow}", flush=True
        )
        if not _FILE.search(path):
            waiting += [each.replace("&amp;", "&") for each in _LINK.findall(page.decode(errors="replace"))]


def _size(folder: Path) -> int:
    with sqlite3.connect(folder / "manyvoices.db") as database:
        database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return (folder / "manyvoices.db").stat().st_size


def _largest(folder: Path) -> list[tuple[str, int]]:
    """Return the tables and indices that take most, with their bytes; none where SQLite was built without `dbstat`."""
    query = "SELECT name, SUM(pgsize) AS taken FROM dbstat GROUP BY name ORDER BY taken DESC LIMIT 8"
    with sqlite3.connect(folder / "manyvoices.db") as database:
        try:
            return list(database.execute(query))
        except sqlite3.OperationalError:
            return []


@contextmanager
def _service(folder: Path) -> Iterator[Browser]:
    port = free_port()
    served = begin(["serve", "--port", str(port)], folder / "said", {"MANYVOICES_DATA_DIR": str(folder)}, quick=False)
    try:
        served.wait_until_said("Manyvoices is at")
        yield Browser(port)
    finally:
        served.kill()
