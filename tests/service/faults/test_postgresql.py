"""PostgreSQL that goes away while people work, and comes back."""

import threading
import time
from collections import Counter

import pytest

from benchmarks.faults.asking import ask
from service.settings import Settings
from service.store import Database
from service.workspace import Workspace
from tests.service import postgres
from tests.service.files import EVERYTHING

LONGEST = 120.0


@pytest.fixture
def cluster():
    """A PostgreSQL that this test may stop."""
    try:
        with postgres.restartable_cluster() as one:
            yield one
    except postgres.Unavailable as reason:
        pytest.skip(str(reason))


class Load:
    """Four who make programmes and look at them; what they were told, and what was acknowledged."""

    def __init__(self, port: int) -> None:
        self.answers: Counter[int] = Counter()
        self.refusals: set[str] = set()
        self.acknowledged: list[str] = []
        self._port = port
        self._over = threading.Event()
        self._threads = [threading.Thread(target=self._work, args=(number,), daemon=True) for number in range(4)]
        for each in self._threads:
            each.start()

    def wait_for(self, statuses: set[int], times: int = 3) -> None:
        """Wait until each of these statuses was answered some times more."""
        before, until = Counter(self.answers), time.monotonic() + LONGEST
        while not all(self.answers[each] >= before[each] + times for each in statuses):
            assert time.monotonic() < until, self.answers
            time.sleep(0.05)

    def end(self) -> None:
        """Let them come to an end."""
        self._over.set()
        for each in self._threads:
            each.join(LONGEST)

    def _work(self, number: int) -> None:
        made = 0
        while not self._over.is_set():
            made += 1
            name = f"N{number}-{made}"
            for answer in (
                ask(self._port, "POST", "/api/v1/programmes", {"name": name}),
                ask(self._port, "GET", "/api/v1/programmes"),
            ):
                self.answers[answer.status] += 1
                if answer.status == 201:
                    self.acknowledged.append(name)
                elif answer.status != 200:
                    self.refusals.add(f"{answer.again} {answer.text}")


def test_all_recovers_by_itself(cluster, serve, begun, tmp_path):
    """One line while it is away; then pages, saving and workers go on, and all that was acknowledged is there."""
    url = postgres.new_database(cluster.url, "faults")
    Database.open(url).close()
    _, port = serve(url)
    worker = begun("worker", database=url)
    worker.wait_until_said("Working")
    load = Load(port)
    load.wait_for({200, 201})
    cluster.stop()
    load.wait_for({503})
    cluster.start()
    load.wait_for({200, 201})
    load.end()
    assert set(load.answers) == {200, 201, 503}
    assert all(line.startswith(("10 ", "2 ")) and "\n" not in line for line in load.refusals)
    work = Workspace.open(Settings(data_dir=tmp_path, database_url=url))
    assert {each.name for each in work.programmes.every()} >= set(load.acknowledged)
    work.files.add("n0-1", EVERYTHING[:1])
    until = time.monotonic() + LONGEST
    while {job.state for job in work.jobs.every("n0-1")} != {"done"} and time.monotonic() < until:
        time.sleep(0.1)
    assert {job.state for job in work.jobs.every("n0-1")} == {"done"}
    assert not worker.is_over
    work.close()
