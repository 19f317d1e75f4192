"""Who waits to write, how many, and for how long; and what goes on meanwhile."""

import sqlite3
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import text

from service.errors import Busy, StoreError
from service.store import Database
from service.store.connections.turns import Turns
from tests.service import postgres

HOLD = """
import sqlite3, sys
held = sqlite3.connect(sys.argv[1], isolation_level=None)
held.execute("BEGIN EXCLUSIVE")
print("held", flush=True)
sys.stdin.read()
"""


def outcome(turns: Turns) -> str:
    try:
        with turns.one():
            return "wrote"
    except Busy:
        return "busy"


def test_no_more_wait_than_may():
    """While one writes, the others wait; those beyond what may wait are refused at once."""
    turns = Turns(1, waiting=2, seconds=30)
    with ThreadPoolExecutor(8) as pool:
        with turns.one():
            waiting = [pool.submit(outcome, turns) for _ in range(2)]
            while turns._waiting < 2:
                time.sleep(0.001)
            assert [pool.submit(outcome, turns).result(timeout=5) for _ in range(3)] == ["busy"] * 3
        assert [each.result(timeout=5) for each in waiting] == ["wrote"] * 2


def test_nobody_waits_for_ever():
    """A turn that does not come is given up."""
    turns = Turns(1, seconds=0.05)
    with turns.one():
        assert outcome(turns) == "busy"
    assert outcome(turns) == "wrote"


@pytest.fixture
def held(tmp_path):
    """A SQLite database that another process has locked."""
    Database.open(f"sqlite:///{tmp_path}/manyvoices.db").close()
    command = [sys.executable, "-c", HOLD, str(tmp_path / "manyvoices.db")]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout.readline() == "held\n"
        yield other
        other.kill()


def test_a_lock_of_another_process_stops_writers_only(held, tmp_path):
    """Writers are told that others are saving, the later ones soon; readers go on; when it is free, so do writers."""
    database = Database.open(f"sqlite:///{tmp_path}/manyvoices.db")
    database._turns = Turns(1, seconds=2)
    insert = text("INSERT INTO vectors (model, text_hash, vector) VALUES ('m', :hash, '')")

    def write(number: int) -> str:
        try:
            with database.writing() as db:
                db.execute(insert, {"hash": str(number)})
        except Busy:
            return "busy"
        return "wrote"

    with ThreadPoolExecutor(60) as pool:
        writers = [pool.submit(write, number) for number in range(50)]
        for _ in range(20):
            with database.reading() as db:
                assert db.execute(text("SELECT count(*) FROM vectors")).scalar() == 0
        assert [each.result(timeout=20) for each in writers] == ["busy"] * 50
        held.communicate()
        assert write(100) == "wrote"
        assert [pool.submit(write, number).result(timeout=20) for number in range(5)] == ["wrote"] * 5
    database.close()


def test_a_lock_in_the_same_database_of_postgresql_is_busy(cluster):
    """A row that another transaction holds is waited for only so long."""
    url = postgres.new_database(cluster, "turns")
    database = Database.open(url)
    insert = text("INSERT INTO vectors (model, text_hash, vector) VALUES ('m', 'held', '')")
    with database.writing() as db:
        db.execute(text("DELETE FROM vectors"))
    other = Database.open(url)
    other._turns = Turns(2, seconds=0.3)
    with database.writing() as db:
        db.execute(insert)
        with pytest.raises(Busy), other.writing() as late:
            late.execute(insert)
    for each in (database, other):
        each.close()


def test_many_threads_never_run_out_of_connections(tmp_path):
    """Forty threads that read at once are all answered."""
    database = Database.open(f"sqlite:///{tmp_path}/manyvoices.db")
    together = threading.Barrier(40)

    def read() -> int:
        with database.reading() as db:
            db.execute(text("SELECT 1"))
            together.wait(timeout=20)
            return db.execute(text("SELECT 1")).scalar()

    with ThreadPoolExecutor(40) as pool:
        assert sum(each.result() for each in [pool.submit(read) for _ in range(40)]) == 40
    database.close()


@pytest.mark.parametrize("how", ["gone", "folder gone", "another one"])
def test_a_database_that_vanishes_is_said_and_not_made_anew(tmp_path, how):
    """Nothing is read or written as if nothing had happened; when the same file is back, all goes on."""
    folder = tmp_path / "data"
    database = Database.open(f"sqlite:///{folder}/manyvoices.db")
    file, away = folder / "manyvoices.db", tmp_path / "away"
    if how == "folder gone":
        folder.rename(away)
    else:
        file.rename(away)
    if how == "another one":
        sqlite3.connect(file).close()
        file.touch()
    for transaction in (database.reading, database.writing):
        with pytest.raises(StoreError, match="no longer where it was"), transaction():
            pass
    assert how == "another one" or not file.exists()
    away.rename(folder if how == "folder gone" else file)
    with database.reading() as db:
        assert db.execute(text("SELECT count(*) FROM programmes")).scalar() == 0
    database.close()
