"""Another program holds the lock of the database, while many want to save and others read."""

import signal
import sqlite3
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing

import pytest

from benchmarks.faults.asking import ask

WRITERS = 80


@pytest.fixture
def locked(serve, tmp_path):
    """The service, its port, and the connection that has locked its database."""
    served, port = serve()
    assert ask(port, "POST", "/api/v1/programmes", {"name": "P"}).status == 201
    assert ask(port, "GET", "/").status == 200
    with closing(sqlite3.connect(tmp_path / "manyvoices.db", isolation_level=None)) as held:
        held.execute("BEGIN EXCLUSIVE")
        yield served, port, held


def save(port: int, number: int):
    return ask(port, "POST", "/api/v1/programmes", {"name": f"N{number}"})


def test_writers_are_told_to_come_again_and_readers_are_not_kept_waiting(locked):
    """Of eighty who want to save most hear at once that others are saving, and nobody waits longer than a while."""
    _, port, held = locked
    with ThreadPoolExecutor(WRITERS) as pool:
        writers = [pool.submit(save, port, number) for number in range(WRITERS)]
        looks = [ask(port, "GET", path) for path in ("/", "/api/v1/programmes") * 10]
        at_once = sum(each.done() for each in writers)
        assert {each.status for each in looks} == {200}
        assert sorted(each.seconds for each in looks)[-3] < 5
        answers = [each.result() for each in writers]
    assert Counter((each.status, each.again) for each in answers) == {(503, "2"): WRITERS}
    assert at_once >= WRITERS / 2
    assert max(each.seconds for each in answers) < 20
    assert all("others are saving at this moment" in each.text for each in answers)
    held.execute("ROLLBACK")
    assert save(port, WRITERS).status == 201
    assert {each["name"] for each in ask(port, "GET", "/api/v1/programmes").json} == {f"N{WRITERS}", "P"}


def test_it_ends_in_time_though_many_wait_to_save(locked):
    """Neither they nor what the service itself wants to write down hold it for longer than ten seconds."""
    served, port, _ = locked
    with ThreadPoolExecutor(WRITERS) as pool:
        writers = [pool.submit(save, port, number) for number in range(WRITERS)]
        while not any(each.done() for each in writers):
            time.sleep(0.01)
        began = time.monotonic()
        served.signal(signal.SIGTERM)
        served.wait(20)
        assert time.monotonic() - began < 10
        assert {each.result().status for each in writers} <= {0, 500, 503}
