"""What it costs that a power cut loses nothing that was acknowledged: SQLite with `synchronous` NORMAL and FULL.

    python -m benchmarks durable

Kept are descriptions, one change after the other, as the API keeps them, in a programme of 600 notes; then a
bare row, which is the disk alone. `DURABLE_FOLDER` is the folder of the database: on the disk that is to be measured.
"""

import os
import tempfile
from collections.abc import Callable
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter

from sqlalchemy import event, text

from benchmarks.texts import made_notes, write_table
from service.settings import Settings
from service.workspace import Workspace

CHANGES = 300
ROWS = 1000


def run(changes: int = CHANGES, rows: int = ROWS) -> None:
    """Print a line for each way, twice in turn, so that a busy machine is seen."""
    for way in ("NORMAL", "FULL") * 2:
        with tempfile.TemporaryDirectory(dir=os.environ.get("DURABLE_FOLDER")) as folder:
            kept, bare = _measure(Path(folder), way, changes, rows)
        late = 1000 * quantiles(kept, n=20)[-1]
        change = f"a change {1000 * median(kept):6.2f} ms, 95% {late:6.2f} ms, {1 / median(kept):5.0f} a second"
        row = f"a bare row {1000 * median(bare):6.3f} ms, {1 / median(bare):6.0f} a second"
        print(f"durable       {way:<6} {change}; {row}", flush=True)


def _measure(folder: Path, way: str, changes: int, rows: int) -> tuple[list[float], list[float]]:
    """Return the seconds of each change, and of each bare row."""
    work = Workspace.open(Settings(data_dir=folder))
    engine = work._database.engine
    event.listen(engine, "connect", lambda connection, _: connection.execute(f"PRAGMA synchronous={way}"))
    engine.dispose()
    slug = work.programmes.create("P", ["A", "B", "C"]).slug
    table = folder / "notes.csv"
    write_table(made_notes(600, elements=5)[0], table)
    work.files.add(slug, [("notes.csv", table.read_bytes())])
    kept = [_seconds(lambda n=n: work.programmes.change(slug, description=f"Said {n}")) for n in range(changes)]
    with work._database.writing() as db:
        db.execute(text("CREATE TABLE bare (number INTEGER)"))

    def one() -> None:
        with work._database.writing() as db:
            db.execute(text("INSERT INTO bare VALUES (1)"))

    bare = [_seconds(one) for _ in range(rows)]
    work.close()
    return kept, bare


def _seconds(do: Callable[[], object]) -> float:
    start = perf_counter()
    do()
    return perf_counter() - start
