"""CPU seconds of the pages of a programme with 50,000 notes, all in one process.

    python -m benchmarks cpu

Each is opened just after a change of the programme and once more. `LARGE_NOTES` is the number of notes; `LARGE_FOLDER`
keeps the database, so that it is not made again for the code of another commit.
"""

import os
import tempfile
from pathlib import Path
from time import process_time
from uuid import uuid4

from fastapi.testclient import TestClient

from benchmarks.load.large import NOTES
from benchmarks.texts import made_notes, write_table
from service.settings import Settings
from service.web.app import create_app
from service.workspace import Workspace

PAGES = (
    "",
    "/report",
    "/publish/participants",
    "/elements/communications",
    "/elements/communications/sort",
    "/search?q=trust",
    "/notes",
    "/actions/unanswered",
    "/library/share?kind=reading&element=communications&id=communications-1",
    "/pictures/grid.svg",
    "/elements/communications/pictures/map.svg",
    "/data/file?format=csv",
)


def run(notes: int = NOTES) -> None:
    """Print a line for each page."""
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings(data_dir=Path(os.environ.get("LARGE_FOLDER", folder)))
        work = Workspace.open(settings)
        if not work.programmes.every():
            _make(work, notes, Path(folder))
        work.findings("p").readings()
        work.close()
        own = Workspace.open(settings).for_readers()
        client = TestClient(create_app(settings, own), base_url="http://localhost")
        client.get("/")
        for page in PAGES:
            client.patch("/api/v1/programmes/p", json={"description": uuid4().hex})
            first, size = _seconds(client, f"/programmes/p{page}")
            again, _ = _seconds(client, f"/programmes/p{page}")
            print(
                f"cpu           {first:6.2f} s, again {again:6.2f} s, {size:>10,} B {page or 'programme'}", flush=True
            )
        own.close()


def _make(work: Workspace, notes: int, folder: Path) -> None:
    write_table(made_notes(notes, elements=5)[0], folder / "notes.csv")
    start = process_time()
    slug = work.programmes.create("P", ("A", "B", "C")).slug
    work.files.add(slug, [("notes.csv", (folder / "notes.csv").read_bytes())])
    print(f"cpu           {notes:,} notes kept in {process_time() - start:.2f} s", flush=True)
    found = work.findings(slug)
    found.drift()
    found.rubrics()


def _seconds(client: TestClient, path: str) -> tuple[float, int]:
    """Return the CPU seconds of an answer, and its bytes."""
    start = process_time()
    answer = client.get(path)
    took = process_time() - start
    assert answer.status_code == 200, (path, answer.status_code)
    return took, len(answer.content)
