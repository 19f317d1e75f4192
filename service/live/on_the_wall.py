"""From phones to the wall: the notes of a gathering as a file of the programme, in which every note keeps its row.

A note keeps its id in the programme as long as its row and its words are the same. Rows of notes that were hidden or
taken back stay empty, so that the others keep theirs; what is new comes behind what was there.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime

from nlp.consent import ATTRIBUTE, Consent
from service.intake.written import as_csv, put
from service.live.types import NoteState
from service.names.slugs import slugify
from service.programmes.snapshot import Snapshot
from service.store import Transaction
from service.store.live import gatherings
from service.store.live.gatherings import ELSEWHERE, GatheringRow, NoteRow

COLUMNS = ("text", "element", "team", "review", "date", "question", ATTRIBUTE)
LONGEST_NAME = 60


def bring(db: Transaction, at: Snapshot, row: GatheringRow, now: datetime, *, also_new: bool = True) -> int:
    """Write what there is of a gathering into its file, within a change of its programme; return how many are new.

    Args:
        db: the transaction.
        at: the programme.
        row: of the gathering.
        now: when the file is kept.
        also_new: whether notes that are in no file yet go into it; else only those that were there are looked after.
    """
    is_kept = any(file.id == row.file_id for file in at.files)
    if not is_kept:
        gatherings.leave_elsewhere(db, row)
    notes = [each for each in gatherings.notes(db, row) if each.place != ELSEWHERE]
    there = {each.place: each for each in notes if each.place}
    new = [each for each in notes if also_new and each.place is None and each.state is NoteState.THERE]
    if not there and not new and not is_kept:
        return 0
    first = max(there, default=0) + 1
    rows = there | dict(enumerate(new, first))
    file_id = put(db, at, _filename(row), _as_csv(row, rows), now, row.file_id)
    gatherings.set_places(db, row, {each.id: place for place, each in enumerate(new, first)}, file_id)
    return len(new)


def _as_csv(row: GatheringRow, rows: Mapping[int, NoteRow]) -> bytes:
    written = {place: note for place, note in rows.items() if note.state is NoteState.THERE}
    records: Sequence[Mapping[str, str]] = [
        _record(row, written[place]) if place in written else {} for place in range(1, max(written, default=0) + 1)
    ]
    return as_csv(COLUMNS, records)


def _record(row: GatheringRow, note: NoteRow) -> Mapping[str, str]:
    consent = Consent.WITHOUT_NAME if note.team else Consent.NOT_ATTRIBUTED
    return {
        "text": note.text,
        "element": note.element,
        "team": note.team,
        "review": row.review,
        "date": row.day,
        "question": row.title,
        ATTRIBUTE: consent.value,
    }


def _filename(row: GatheringRow) -> str:
    return f"phones-{slugify(row.title)[:LONGEST_NAME].strip('-')}.csv"
