"""Removing a file so that it can be taken back."""

from datetime import datetime

from service.access.acting import acting
from service.journal import journal, things
from service.journal.types import Action, RemovedFile
from service.programmes.snapshot import Snapshot
from service.store import Transaction
from service.store.journal import removed


def put_away(db: Transaction, at: Snapshot, file_id: int, now: datetime) -> None:
    """Remove a file of a programme that is being changed; `NotFound` if it has none of that id."""
    names = {file.id: file.filename for file in at.files}
    removed.put_away(db, at.id, file_id, acting().name, now)
    of = things.file(file_id, names[file_id])
    journal.write(db, at.id, Action.FILE_REMOVED, of, undo=RemovedFile(file_id))
