"""The service, a worker and the commands that look after the database, killed one after another and begun again."""

import random
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from sqlalchemy import text

from benchmarks.faults.asking import ask
from benchmarks.faults.processes import Command, begin, free_port
from nlp.errors import ManyvoicesError
from service.running.backups import holds
from service.store import Database

CHANCES = {"worker": 9, "server": 5, "backup": 3, "migrate": 3}
LONGEST_LIFE = 1.0
"""Seconds that a command lives at most before it is killed; each moment of them is as likely."""


@dataclass
class Seen:
    """What was seen while all was killed.

    Attributes:
        kills: how often each program was killed.
        ended: commands that were done before they could be killed.
        back: seconds from the beginning of the service anew to its first answer.
        odd: what should not be.
    """

    kills: Counter[str] = field(default_factory=Counter)
    ended: Counter[str] = field(default_factory=Counter)
    back: list[float] = field(default_factory=list)
    odd: list[str] = field(default_factory=list)


class Siege:
    """Runs the service and a worker on a database, and kills.

    Args:
        folder: for all files.
        database: its address.
        old: makes a database with tables of an earlier release, of a name, and gives its address.
        seed: of what is killed when.
    """

    def __init__(self, folder: Path, database: str, old: Callable[[str], str], seed: int) -> None:
        self.port = free_port()
        self.seen = Seen()
        self._folder = folder
        self._database = database
        self._old = old
        self._random = random.Random(seed)
        self._begun = 0
        self.server, self.worker = self._serve(), self._work()

    @property
    def everything_said(self) -> str:
        """What all commands have said."""
        return "".join(each.read_text(encoding="utf-8") for each in self._folder.glob("said-*"))

    def kill_one(self) -> None:
        """Kill something at some moment, and let it be there again where it is to run on."""
        (victim,) = self._random.choices(list(CHANCES), list(CHANCES.values()))
        getattr(self, f"_kill_{victim}")()

    def end(self) -> None:
        """Kill what runs."""
        for each in (self.server, self.worker):
            each.kill()

    def _kill_server(self) -> None:
        self._live()
        self.server.kill()
        self.seen.kills["server"] += 1
        began = time.monotonic()
        self.server = self._serve()
        self.seen.back.append(time.monotonic() - began)

    def _kill_worker(self) -> None:
        self._live()
        self.worker.kill()
        self.seen.kills["worker"] += 1
        self.worker = self._work()

    def _kill_backup(self) -> None:
        path = self._folder / f"backup-{self._begun}.zip"
        self._kill_in_the_midst("backup", self._begin("backup", str(path)))
        if not path.exists():
            return
        try:
            holds(path)
        except ManyvoicesError as error:
            self.seen.odd.append(f"half a backup: {error}")
        path.unlink()

    def _kill_migrate(self) -> None:
        address = self._old(f"old{self._begun}")
        self._kill_in_the_midst("migrate", self._begin("migrate", database=address))
        again = self._begin("migrate", database=address)
        if again.wait():
            self.seen.odd.append(f"tables that cannot be brought on: {again.said}")
            return
        database = Database.open(address)
        with database.reading() as db:
            kept = [db.scalar(text(f"SELECT count(*) FROM {table}")) for table in ("programmes", "files", "sessions")]
        database.close()
        if kept != [1, 1, 1]:
            self.seen.odd.append(f"rows lost on the way to new tables: {kept}")

    def _kill_in_the_midst(self, name: str, command: Command) -> None:
        self._live()
        if command.is_over:
            self.seen.ended[name] += 1
            if command.wait():
                self.seen.odd.append(f"{name} failed: {command.said}")
        else:
            self.seen.kills[name] += 1
        command.kill()

    def _live(self) -> None:
        time.sleep(self._random.uniform(0, LONGEST_LIFE))

    def _serve(self) -> Command:
        served = self._begin("serve", "--port", str(self.port))
        while not ask(self.port, "GET", "/health").status:
            if served.is_over:
                raise RuntimeError(f"the service does not start: {served.said}")
            time.sleep(0.02)
        return served

    def _work(self) -> Command:
        return self._begin("worker")

    def _begin(self, *words: str, database: str = "") -> Command:
        self._begun += 1
        environment = {
            "MANYVOICES_DATA_DIR": str(self._folder),
            "MANYVOICES_DATABASE_URL": database or self._database,
            "MANYVOICES_WORKERS": "0",
        }
        return begin(list(words), self._folder / f"said-{self._begun}", environment)
