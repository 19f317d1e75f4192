"""What is made of other tables and is therefore in no archive: by which words rows are found."""

from collections.abc import Iterable

from sqlalchemy import delete, select

from service.store.database import Transaction
from service.store.search import entries
from service.store.search.tables import search_entries
from service.store.tables import descriptors, files, ratings, turns, units

SEARCHED = {units: units.c.text, descriptors: descriptors.c.text, turns: turns.c.text, ratings: ratings.c.note}


def make_derived(db: Transaction, file_ids: Iterable[int] | None = None) -> None:
    """Make again what is made of the rows of files, of all files where none are named."""
    for file_id in db.scalars(select(files.c.id)).all() if file_ids is None else file_ids:
        db.execute(delete(search_entries).where(search_entries.c.file_id == file_id))
        for table, text in SEARCHED.items():
            query = select(table.c.position, text).where(table.c.file_id == file_id).order_by(table.c.position)
            entries.add(db, file_id, [(position, written) for position, written in db.execute(query)])
