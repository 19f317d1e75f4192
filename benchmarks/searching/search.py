"""Searching: what is right of what is found by meaning, and CPU time as ratios to a scan of all texts."""

import csv
import tempfile
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from time import process_time

import numpy as np
from sqlalchemy import text

from benchmarks.texts import made_notes, write_table
from nlp import load_embedder
from service.search.meaning import LEAST_LIKENESS
from service.search.types import By, Sight
from service.settings import Settings
from service.store import Database
from service.workspace import Workspace

SIZES = (10_000, 50_000)
ASKED = ("trust", "টাকা", "विश्वास", "flood money")
WITHOUT_READINGS = Sight(readings=False)
GOLD = Path(__file__).parent.parent.parent / "corpora" / "gold"
SPOKEN_OF_NOWHERE = (
    "football match result", "price of gold jewellery", "quantum physics", "how to bake bread", "solar eclipse today",
    "king and queen", "cricket world cup", "dentist appointment", "video game console", "stock market shares",
    "ফুটবল খেলা", "সোনার গয়নার দাম", "বিয়ের শাড়ি", "কেক বানানোর রেসিপি", "চাঁদ আর তারা", "फुटबल खेल", "सुनको मूल्य",
    "केक बनाउने तरिका", "ज्योतिष राशिफल", "विवाहको साडी",
)  # fmt: skip
INDEX = "SELECT sum(pgsize) FROM dbstat WHERE name LIKE '%search_%'"
ALL = "SELECT sum(pgsize) FROM dbstat"


def run() -> None:
    """Print a line for each kind of gold notes, and for each size."""
    _by_meaning()
    for size in SIZES:
        with tempfile.TemporaryDirectory() as folder:
            _measure(size, Path(folder))


def _by_meaning() -> None:
    """Ask for every reading by its name: how much of what is let through is of that reading, and what by chance."""
    embedder = load_embedder()
    nowhere = embedder.encode(SPOKEN_OF_NOWHERE)
    for kind in ("notes", "statements", "programme"):
        rows = [row for path in sorted(GOLD.glob(f"{kind}-*.csv")) for row in _rows(path) if row["reading"]]
        texts = embedder.encode([row["text"] for row in rows])
        names = sorted({row["reading"] for row in rows})
        shown = embedder.encode([name.replace("-", " ") for name in names]) @ texts.T >= LEAST_LIKENESS
        right = np.array([[name in (row["reading"], row["also"]) for row in rows] for name in names])
        others = (nowhere @ texts.T >= LEAST_LIKENESS).any(axis=1).sum()
        print(
            f"by meaning    {kind:>10}, right {(right & shown).sum() / shown.sum():.2f} of what is shown, "
            f"{right.mean():.2f} by chance; {others} of {len(nowhere)} questions about nothing there find something",
            flush=True,
        )


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8") as stream:
        return list(csv.DictReader(stream))


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
