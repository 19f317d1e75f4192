"""The service as a process of its own, which begins within moments."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from benchmarks.faults.processes import Command, begin, free_port

Serve = Callable[..., tuple[Command, int]]


@pytest.fixture
def begun(tmp_path: Path) -> Iterator[Callable[..., Command]]:
    """Begin commands in a data folder of the test; they are killed at its end."""
    running: list[Command] = []

    def one(*words: str, database: str = "", **settings: str) -> Command:
        environment = {f"MANYVOICES_{name.upper()}": value for name, value in settings.items()}
        data = {"MANYVOICES_DATA_DIR": str(tmp_path), "MANYVOICES_DATABASE_URL": database}
        running.append(begin(list(words), tmp_path / f"said-{len(running)}", {**data, **environment}))
        return running[-1]

    yield one
    for each in running:
        each.kill()


@pytest.fixture
def serve(begun: Callable[..., Command], tmp_path: Path, sqlite_tables: Path) -> Serve:
    """Begin the service without workers, on SQLite if nothing else is said; give it and its port."""

    def one(database: str = "", workers: int = 0) -> tuple[Command, int]:
        if not database and not (tmp_path / sqlite_tables.name).exists():
            shutil.copyfile(sqlite_tables, tmp_path / sqlite_tables.name)
        port = free_port()
        served = begun("serve", "--port", str(port), database=database, workers=str(workers))
        served.wait_until_said("Manyvoices is at")
        return served, port

    return one
