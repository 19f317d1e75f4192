"""Files that were removed: they can be taken back for thirty days, or deleted for good at once."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from nlp.errors import InputError
from nlp.messages import Message, msgid
from service.intake import rows
from service.intake.detect_kind import unique_name
from service.journal import journal, things
from service.journal.types import Action
from service.programmes.snapshot import Snapshot
from service.store import Database, Transaction, edits, files, findings
from service.store.journal import entries, removed
from service.types import KeptFile, Kind

KEPT_FOR = timedelta(days=30)
KEPT_ALREADY = msgid("the same file is kept already, as “{name}”")


@dataclass(frozen=True, slots=True)
class RemovedFile:
    """A file that was removed.

    Attributes:
        id: of the file.
        filename, kind: as it was kept.
        removed: when.
        until: how long it can be taken back.
        by: who removed it, "" whoever sat at this machine.
    """

    id: int
    filename: str
    kind: Kind
    removed: datetime
    until: datetime
    by: str


class RemovedFiles:
    """The removed files of all programmes. Methods raise `NotFound` if there is no such programme or removed file."""

    def __init__(self, database: Database, clock: Callable[[], datetime]) -> None:
        self._database = database
        self._clock = clock

    def every(self, slug: str) -> tuple[RemovedFile, ...]:
        """Return the removed files of a programme that can be taken back, those removed last first."""
        with self._database.reading() as db:
            away = removed.every(db, Snapshot.load(db, slug).id)
        return tuple(
            RemovedFile(row.file_id, row.filename, row.kind, row.removed, row.removed + KEPT_FOR, row.who)
            for row in away
            if row.removed + KEPT_FOR > self._clock()
        )

    def take_back(self, slug: str, file_id: int) -> KeptFile:
        """Keep a removed file again, with its session, and all that was said of it; under a free name if need be.

        Raises:
            InputError: the same file has been added again meanwhile.
        """
        with self._database.reading() as db:
            at = Snapshot.load(db, slug)
            row = removed.find(db, at.id, file_id)
            content = removed.content(db, at.id, file_id)
        read = rows.read_file(row.filename, content, at.outline, row.plan)
        with self._database.writing() as db:
            at = Snapshot.to_change(db, slug)
            row = removed.find(db, at.id, file_id)
            same = next((file.filename for file in at.files if file.sha256 == row.sha256), None)
            if same is not None:
                remedy = Message("There is nothing to take back; delete the removed one if it is not needed")
                raise InputError(row.filename, Message(KEPT_ALREADY, {"name": same}), remedy)
            name = unique_name(row.filename, {file.filename for file in at.files})
            named = read if name == row.filename else rows.renamed(read, name)
            new = rows.new_file(name, content, named, row.plan, row.shape)
            removed.take_back(db, row, at.id, new)
            findings.remove(db, at.id)
            journal.write(db, at.id, Action.FILE_TAKEN_BACK, things.file(file_id, name))
            return Snapshot.load(db, slug).file(file_id).kept

    def delete(self, slug: str, file_id: int) -> None:
        """Delete a removed file for good, with all that was said of it."""
        with self._database.writing() as db:
            at = Snapshot.to_change(db, slug)
            removed.find(db, at.id, file_id)
            _delete(db, at.id, file_id)

    def delete_old(self) -> int:
        """Delete for good what was removed more than thirty days ago, in all programmes; return how many files."""
        with self._database.reading() as db:
            old = removed.older_than(db, self._clock() - KEPT_FOR)
        if old:
            with self._database.writing() as db:
                for programme_id, file_id in removed.older_than(db, self._clock() - KEPT_FOR):
                    _delete(db, programme_id, file_id)
        return len(old)


def _delete(db: Transaction, programme_id: int, file_id: int) -> None:
    files.remove(db, programme_id, file_id)
    edits.forget_labels(db, programme_id)
    of = things.file(file_id, "")
    entries.forget_thing(db, programme_id, of)
    journal.write(db, programme_id, Action.FILE_DELETED, of)
