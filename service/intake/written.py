"""Files that the program writes itself, from what people entered on its pages: their notes, ratings and descriptors.

What is entered lives in tables of its own. As a file of the programme it goes the way of all files: the same analysis,
reports, exports and archives, and a person may read it. When more is entered the file is written anew in its place.
"""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from service.intake import keep, rows
from service.intake.forget import forget_what_followed
from service.intake.opened import Opened
from service.programmes.snapshot import Snapshot
from service.store import Transaction, files


def as_csv(columns: Sequence[str], records: Iterable[Mapping[str, str]]) -> bytes:
    """Return a table as the bytes of a CSV; a value that is not there is an empty cell."""
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, columns, restval="", extrasaction="raise")
    writer.writeheader()
    writer.writerows(records)
    return text.getvalue().encode()


def put(
    db: Transaction, at: Snapshot, filename: str, data: bytes, now: datetime, file_id: int | None = None
) -> int | None:
    """Keep a file that the program wrote, within a change; return its id.

    What facilitators said of how it is read stays, and what is removed from it is in no finding any more.

    Args:
        db: the transaction.
        at: the programme that is changed.
        filename: for a file that is not there yet; it gets a number where that name is taken.
        data: a table with English headers (`as_csv`); without a row there is nothing to keep, and the file goes.
        now: when it is kept.
        file_id: of the file as it was last written; where it was removed since, it is kept as a new one.

    Returns:
        Its id, None if there is nothing to keep. A file with the same bytes is the same file.

    Raises:
        InputError: it cannot be read.
    """
    kept = next((file for file in at.files if file.id == file_id), None)
    if data.count(b"\n") < 2:
        if kept:
            forget_what_followed(db, at.id, kept)
            files.remove(db, at.id, kept.id)
        return None
    if kept and kept.sha256 == files.hash_of(data):
        return kept.id
    if kept is None:
        read = keep.read((filename, data), at.outline)
        return keep.keep(db, at, [read], {}, now)[0].id
    content = Opened.of(kept.filename, data).content(at.outline, kept.plan)
    if files.write_anew(db, kept.id, rows.new_file(kept.filename, data, content, kept.plan, kept.shape)):
        forget_what_followed(db, at.id, kept)
    return kept.id
