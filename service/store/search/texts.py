"""The rows that entries of the search are of."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic

from sqlalchemy import select

from service.store.database import Transaction
from service.store.files import TABLES, AnyRow, columns_of, maker_of
from service.store.search.tables import search_entries


@dataclass(frozen=True, slots=True)
class Entry(Generic[AnyRow]):
    """A row with its entry: the number of the entry, the file, and the row's position in it."""

    id: int
    file_id: int
    position: int
    row: AnyRow


def of_files(db: Transaction, kind: type[AnyRow], file_ids: Sequence[int]) -> list[Entry[AnyRow]]:
    """Return the rows of files that can be found, file by file in their order."""
    return _entries(db, kind, search_entries.c.file_id.in_(file_ids))


def of_entries(db: Transaction, kind: type[AnyRow], ids: Sequence[int]) -> list[Entry[AnyRow]]:
    """Return the rows of entries, file by file in their order; of those that are of another kind, none."""
    return _entries(db, kind, search_entries.c.id.in_(ids))


def _entries(db: Transaction, kind: type[AnyRow], where: object) -> list[Entry[AnyRow]]:
    table = TABLES[kind]
    same = (table.c.file_id == search_entries.c.file_id) & (table.c.position == search_entries.c.position)
    query = (
        select(
            search_entries.c.id,
            search_entries.c.file_id,
            search_entries.c.position,
            *columns_of(kind),
        )
        .select_from(search_entries.join(table, same))
        .where(where)  # type: ignore[arg-type]
        .order_by(search_entries.c.file_id, search_entries.c.position)
    )
    make = maker_of(kind)
    return [Entry(entry, file_id, position, make(*row)) for entry, file_id, position, *row in db.execute(query)]
