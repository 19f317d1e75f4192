"""Searching a programme: CPU time by word and by meaning, as ratios to a scan of all texts, and size of the index."""

import tempfile
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from time import process_time

from sqlalchemy import text

from benchmarks.texts import made_notes, write_table
from service.search.types import By, Sight
from service.settings import Settings
from service.store import Database
from service.workspace import Workspace

SIZES = (10_000, 50_000)
ASKED = ("trust", "টাকা", "विश्वास", "flood money")
WITHOUT_READINGS = Sight(readings=False)
INDEX = "SELECT sum(pgsize) FROM dbstat WHERE name LIKE '%search_%'"
ALL = "SELECT sum(pgsize) FROM dbstat"


def run() -> None:
    """Print a line for each size."""
    for size in SIZES:
        with tempfile.TemporaryDirectory() as folder:
            _measure(size, Path(folder))


def _measure(size: int, folder: Path) -> None:
    units, _ = made_notes(size, elements=5)
    write_table(units, folder / "notes.csv")
    settings = Settings(database_url=f"sqlite:///{folder / 'search.sqlite'}", max_upload_mb=200)
    workspace = Workspace.open(settings)
    slug = workspace.programmes.create("Search").slug
    workspace.files.add(slug, [("notes.csv", (folder / "notes.csv").read_bytes())])
    found = workspace.findings(slug)
    found.results.embedder(found.at, found.at.of_kind("notes"), [unit.text for unit in units])
    database = Database.open(settings.url)
    first = _cpu(partial(workspace.search.find, found, ASKED[0], sight=WITHOUT_READINGS), repeats=1)
    scan = min(_cpu(partial(_scan, database, word)) for word in ASKED)
    by = {
        way: [_cpu(partial(workspace.search.find, found, word, by=way, sight=WITHOUT_READINGS)) for word in ASKED]
        for way in By
    }
    pages, everything = _bytes(database)
    ratios = ", ".join(f"by {way.value} {_mean(times) / scan:5.1f}" for way, times in by.items())
    print(
        f"search        {size:>7,} notes, scan {scan * 1000:7,.1f} ms, times that: {ratios}; "
        f"first question {first:5.1f} s; index {pages / 1e6:5.1f} of {everything / 1e6:6.1f} MB",
        flush=True,
    )
    database.close()
    workspace.close()


def _cpu(call: Callable[[], object], repeats: int = 3) -> float:
    """Return the least CPU time of some repeats, in seconds."""
    spent = []
    for _ in range(repeats):
        start = process_time()
        call()
        spent.append(process_time() - start)
    return min(spent)


def _scan(database: Database, word: str) -> None:
    with database.reading() as db:
        db.execute(text("SELECT count(*) FROM units WHERE text LIKE :word"), {"word": f"%{word}%"}).scalar()


def _bytes(database: Database) -> tuple[int, int]:
    """Return the bytes of the index and of the whole file."""
    with database.reading() as db:
        return db.execute(text(INDEX)).scalar_one() or 0, db.execute(text(ALL)).scalar_one()


def _mean(times: Iterable[float]) -> float:
    given = list(times)
    return sum(given) / len(given)
