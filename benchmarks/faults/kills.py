"""Random SIGKILLs while people work: nothing that was acknowledged is lost, nothing is doubled, every analysis ends.

    python -m benchmarks kills                # 200 on SQLite, 200 on PostgreSQL
    python -m benchmarks.faults.kills 50 7    # 50 on each, with another seed

Three facilitators upload, keep, rename, sort, call, remove, delete for good and look, each sending again what was not
answered, while the service, a worker, `manyvoices backup` and `manyvoices migrate` are killed at moments that the seed
chooses. Then all is begun once more, the work is waited for, and what is there is held against what was acknowledged.
"""

import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from shutil import copyfile
from statistics import median
from threading import Event

from alembic import command
from sqlalchemy import text

from benchmarks.faults.asking import ask
from benchmarks.faults.facilitator import Facilitator, Remembered, note_of
from benchmarks.faults.siege import Seen, Siege
from service.jobs.worker import DIED
from service.store import Database
from service.store.upkeep.schema import alembic_config
from tests.service import postgres
from tests.service.store.earlier import fill_as_before

KILLS = 200
SEED = 16
FACILITATORS = 3
LONGEST_WORK = 300.0
EARLIER = "0020"
"""Tables of which the databases are that are brought to the newest."""


@dataclass(frozen=True)
class Result:
    """What came of it.

    Attributes:
        seen: of the programs that were killed.
        remembered: by those who worked.
        wrong: what was lost, doubled, half done or not as it should be.
        jobs: how the work ended, by state, before what had died three times was tried again.
        seconds: that all of it took.
    """

    seen: Seen
    remembered: tuple[Remembered, ...]
    wrong: tuple[str, ...]
    jobs: Counter[str]
    seconds: float


def run(kills: int = KILLS, seed: int = SEED) -> None:
    """Print what came of it on both databases."""
    with tempfile.TemporaryDirectory() as folder:
        _tell("SQLite", on_sqlite(Path(folder), kills, seed))
    try:
        with tempfile.TemporaryDirectory() as folder, postgres.private_cluster() as cluster:
            _tell("PostgreSQL", on_postgresql(Path(folder), cluster, kills, seed))
    except postgres.Unavailable as reason:
        print(f"kills      PostgreSQL: {reason}")


def on_sqlite(folder: Path, kills: int, seed: int) -> Result:
    """Do it on SQLite files in a folder."""
    old = folder / "old.db"
    make_old(f"sqlite:///{old}")
    Database.open(f"sqlite:///{folder}/manyvoices.db").close()

    def another(name: str) -> str:
        return f"sqlite:///{copyfile(old, folder / f'{name}.db')}"

    return besiege(folder, f"sqlite:///{folder}/manyvoices.db", another, kills, seed)


def on_postgresql(folder: Path, cluster: str, kills: int, seed: int) -> Result:
    """Do it in a PostgreSQL cluster."""
    make_old(postgres.new_database(cluster, "old"))
    database = postgres.new_database(cluster, "besieged")
    Database.open(database).close()

    def another(name: str) -> str:
        return postgres.new_database(cluster, name, like="old")

    return besiege(folder, database, another, kills, seed)


def make_old(address: str) -> None:
    """Make tables of an earlier release with one programme, file and session."""
    database = Database.open(address)
    with database.engine.execution_options(writing=True).begin() as db:
        command.downgrade(alembic_config(db), "0004")
        fill_as_before(db)
        command.upgrade(alembic_config(db), EARLIER)
    if database.engine.dialect.name == "sqlite":
        with database.engine.connect().execution_options(checkpoint=True) as db:
            db.execute(text("PRAGMA wal_checkpoint(TRUNCATE)"))
    database.close()


def besiege(folder: Path, database: str, old: Callable[[str], str], kills: int, seed: int) -> Result:
    """Let people work while so many times something is killed, and return what came of it."""
    began = time.monotonic()
    with _ending(Siege(folder, database, old, seed)) as siege:
        people = [Facilitator(siege.port, number, seed) for number in range(1, FACILITATORS + 1)]
        for each in people:
            each.start()
        for each in people:
            each.at_work.wait(LONGEST_WORK)
        while siege.seen.kills.total() < kills:
            siege.kill_one()
        for each in people:
            each.over.set()
        for each in people:
            each.join(LONGEST_WORK)
        jobs = Counter[str]()
        wrong = [odd for each in people for odd in each.remembered.odd] + siege.seen.odd
        for each in people:
            wrong += _wrong(siege.port, each, jobs)
        if "Traceback" in (said := siege.everything_said):
            wrong.append(f"something broke inside: {said[said.index('Traceback') :][:2000]}")
        return Result(
            siege.seen, tuple(each.remembered for each in people), tuple(wrong), jobs, time.monotonic() - began
        )


@contextmanager
def _ending(siege: Siege) -> Iterator[Siege]:
    try:
        yield siege
    finally:
        siege.end()


def _wrong(port: int, person: Facilitator, jobs: Counter[str]) -> Iterator[str]:
    """Yield what is not as somebody was told that it is."""
    home, there = f"/api/v1/programmes/{person.slug}", person.remembered
    if person.is_alive():
        yield f"{person.slug}: an answer never came"
        return
    yield from _work(port, home, jobs)
    element = ask(port, "GET", f"{home}/elements/trust")
    piles = [each["name"] for each in ask(port, "GET", f"{home}/elements/trust/sorting").json["piles"]]
    pairs = {
        "files": (sorted(there.files), sorted(each["filename"] for each in ask(port, "GET", f"{home}/files").json)),
        "description": (there.description, ask(port, "GET", home).json["description"]),
        "piles": (sorted(there.piles), sorted(name for name in piles if name.startswith("Pile "))),
        "name": (True, there.called in ask(port, "GET", f"{home}/names").text),
        "notes analysed": (sum(there.files.values()), element.json["notes"]),
        "deleted for good": ([], [each for each in there.deleted if note_of(each) in element.text]),
    }
    for what, (acknowledged, found) in pairs.items():
        if acknowledged != found:
            yield f"{person.slug}, {what}: {acknowledged} was acknowledged, {found} is there"


def _work(port: int, home: str, jobs: Counter[str]) -> Iterator[str]:
    """Wait until all work of a programme has ended, then try again what had died three times."""
    counted, until = False, time.monotonic() + LONGEST_WORK
    while time.monotonic() < until:
        every = ask(port, "GET", f"{home}/jobs?limit=100").json
        if any(each["state"] in {"waiting", "running"} for each in every):
            Event().wait(0.3)
            continue
        if not counted:
            jobs.update(each["state"] for each in every)
            counted = True
        failed = [each for each in every if each["state"] == "failed"]
        for each in failed:
            if str(DIED.values["problem"]) not in str(each["error"]):
                yield f"{home}: work failed: {each['error']}"
            ask(port, "POST", f"{home}/jobs/{each['id']}")
        if not failed:
            return
    yield f"{home}: work never ends: {every}"


def _tell(name: str, result: Result) -> None:
    seen, people = result.seen, result.remembered
    done = sum((each.done for each in people), Counter[str]())
    statuses = sum((each.statuses for each in people), Counter[int]())
    print(f"kills      {name}: {seen.kills.total()} in {result.seconds:.0f} s: {dict(seen.kills)}")
    unanswered = sum(each.unanswered for each in people)
    print(f"           acknowledged: {dict(done)}; by its key only: {unanswered}")
    print(f"           answers by status (0: the connection broke): {dict(sorted(statuses.items()))}")
    print(f"           the service is back after: median {median(seen.back):.1f} s, longest {max(seen.back):.1f} s")
    print(f"           work: {dict(result.jobs)}; commands done before they were killed: {dict(seen.ended)}")
    print(f"           lost, doubled, half done or broken: {len(result.wrong)}")
    for each in result.wrong:
        print(f"             {each}")


if __name__ == "__main__":
    run(*map(int, sys.argv[1:]))
