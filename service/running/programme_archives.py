"""A programme as one file, for another installation: two facilitators without a server share it so."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from nlp.participation.sessions.types import OverSessions
from nlp.participation.types import Participation
from nlp.readings.drift import Drift, ElementDrift
from nlp.readings.types import ElementReadings, Interpretation
from nlp.rubrics.types import ElementComparison, RubricComparison
from service.access.acting import acting
from service.access.types import Membership, Role
from service.programmes.snapshot import Snapshot
from service.running.backups import copies_folder
from service.serialisation import loads
from service.settings import Settings
from service.store import Database, Transaction, findings, programmes
from service.store.accounts import memberships
from service.store.findings import Answer
from service.store.jobs import jobs
from service.store.upkeep.archive import Archive, Manifest
from service.store.upkeep.copies import whole_file
from service.store.upkeep.one_programme import read_programme, write_programme
from service.types import Programme

_KINDS: Mapping[str, tuple[type[object], type[object] | None]] = {
    "readings": (Interpretation, ElementReadings),
    "edited readings": (Interpretation, ElementReadings),
    "drift": (Drift, ElementDrift),
    "rubrics": (RubricComparison, ElementComparison),
    "participation": (Participation, None),
    "over time": (OverSessions, None),
}


class ProgrammeArchives:
    """Writes programmes into files and brings them in from files, whole or not at all."""

    def __init__(self, database: Database, settings: Settings, clock: Callable[[], datetime]) -> None:
        self._database = database
        self._settings = settings
        self._clock = clock

    def write(self, slug: str, path: Path) -> Manifest:
        """Write all of a programme into a file: its files, people, names, edits, sortings, forms, answers, findings.

        Raises:
            NotFound: there is no such programme.
            OSError: the file cannot be written.
        """
        with self._database.reading() as db, whole_file(path) as stream:
            return write_programme(db, slug, stream, self._clock())

    @contextmanager
    def written(self, slug: str) -> Iterator[Path]:
        """Give the file of a programme for as long as the block runs; raises as `write`."""
        with TemporaryDirectory(dir=self._folder(), prefix=".export-") as folder:
            path = Path(folder) / "programme.zip"
            self.write(slug, path)
            yield path

    def read(self, path: Path, name: str = "") -> Programme:
        """Bring in a programme as a new one, under a slug that no other one has; who is signed in facilitates it.

        Findings that this release cannot read are left out: they are made again.

        Args:
            path: of the file.
            name: of the file, as people know it.

        Raises:
            UnreadableFile: the file is damaged, of something else, or does not fit together.
            StoreError: it is of a newer release.
        """
        with Archive.opened(path, name) as archive, self._database.writing() as db:
            programme_id = read_programme(db, archive, self._folder())
            _forget_unreadable(db, programme_id)
            if (account := acting().account) is not None:
                memberships.put_in(db, programme_id, account, Membership(Role.FACILITATOR))
            row = next(row for row in programmes.every(db) if row.id == programme_id)
            jobs.ask(db, programme_id, programmes.looks_for_work(row))
            return Snapshot.of(db, row).programme

    def _folder(self) -> Path:
        folder = copies_folder(self._settings).parent
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        return folder


def _forget_unreadable(db: Transaction, programme_id: int) -> None:
    for stored in findings.every(db, programme_id):
        answer = findings.find(db, programme_id, stored.key)
        if answer is None or not _is_readable(stored.kind, answer):
            findings.forget(db, programme_id, [stored.key])


def _is_readable(kind: str, answer: Answer) -> bool:
    whole, part = _KINDS.get(kind, (None, None))
    if whole is None or (answer.parts and part is None):
        return False
    try:
        loads(whole, answer.result)
        for each in answer.parts:
            loads(part or whole, each.text)
    except ValueError:
        return False
    return True
