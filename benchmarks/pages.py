"""Every page of the sample programme: reads of the store and milliseconds, warm, one reader."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from time import perf_counter

from fastapi.testclient import TestClient

from service.settings import Settings
from service.store import Database, Transaction
from service.web.app import create_app
from service.workspace import Workspace

REPEATS = 15


class CountingDatabase(Database):
    """Counts the transactions that were opened for reading."""

    reads = 0

    @contextmanager
    def reading(self) -> Iterator[Transaction]:
        """Give a transaction for reading, counted."""
        self.reads += 1
        with super().reading() as connection:
            yield connection


def run() -> None:
    """Print a line for each page."""
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings(database_url=f"sqlite:///{Path(folder) / 'sample.sqlite'}")
        database = CountingDatabase.open(settings.url)
        workspace = Workspace(database, settings)
        programme = workspace.load_sample()
        home = f"/programmes/{programme.slug}"
        session = workspace.findings(programme.slug).at.sessions[-1].slug
        client = TestClient(create_app(settings, workspace), base_url="http://localhost")
        pages = {
            "start": "/",
            "programme": home,
            "element": f"{home}/elements/communications",
            "rubrics": f"{home}/rubrics",
            "sessions": f"{home}/sessions",
            "session": f"{home}/sessions/{session}",
            "over time": f"{home}/over-time",
            "report": f"{home}/report",
        }
        print("page, warm             reads of the store   milliseconds (median, shortest)")
        for name, path in pages.items():
            assert client.get(path).status_code == 200, path
            database.reads = 0
            client.get(path)
            reads = database.reads
            times = [_milliseconds(client, path) for _ in range(REPEATS)]
            print(f"{name:<22} {reads:>6}               {median(times):>8.1f} {min(times):>8.1f}")


def _milliseconds(client: TestClient, path: str) -> float:
    start = perf_counter()
    client.get(path)
    return 1000 * (perf_counter() - start)
