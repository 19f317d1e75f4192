"""Rows as the database has them, whatever its release: its tables are asked for, not those of this release.

Values are told as JSON has them: bytes in base64, times in ISO 8601, numbers, texts and JSON as they are.
"""

from base64 import b64decode, b64encode
from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import (
    JSON,
    ColumnElement,
    Connection,
    DateTime,
    LargeBinary,
    MetaData,
    Table,
    func,
    insert,
    inspect,
    select,
    text,
)
from sqlalchemy.types import TypeEngine

DERIVED = frozenset({"alembic_version", "search_entries"})
"""Tables that are made of others, or say what the tables are."""
_AT_ONCE = 50
_ROWS, _BYTES = 500, 8_000_000


def tables_of(db: Connection) -> tuple[Table, ...]:
    """Return the tables that are there, parents before children, without what is made of them."""
    found = MetaData()
    names = set(inspect(db).get_table_names()) - _virtual(db) - DERIVED
    found.reflect(db, only=sorted(names), resolve_fks=False)
    for table in found.tables.values():
        for column in table.columns:
            if isinstance(column.type, JSON):
                column.type = JSON(none_as_null=bool(column.nullable))
    return tuple(found.sorted_tables)


def holds_anything(db: Connection) -> bool:
    """Whether any table has a row."""
    return any(db.execute(select(table).limit(1)).first() is not None for table in tables_of(db))


def _virtual(db: Connection) -> set[str]:
    """Return SQLite's virtual tables and those that lie under them."""
    if db.dialect.name != "sqlite":
        return set()
    listed = db.exec_driver_sql("PRAGMA table_list")
    return {name for _, name, kind, *_ in listed if kind in {"virtual", "shadow"}}


def rows_of(db: Connection, table: Table, where: Iterable[ColumnElement[bool]] = ()) -> Iterator[list[Any]]:
    """Yield the values of the rows of a table as JSON has them, in the order of their keys."""
    columns = list(table.columns)
    query = select(*columns).where(*where).order_by(*table.primary_key).execution_options(yield_per=_AT_ONCE)
    for row in db.execute(query):
        yield [plain(column.type, value) for column, value in zip(columns, row, strict=True)]


def plain(kind: TypeEngine[Any], value: Any) -> Any:  # noqa: ANN401 - whatever a column holds
    """Return a value as JSON has it."""
    if value is None:
        return None
    if isinstance(kind, LargeBinary):
        return b64encode(value).decode("ascii")
    return value.isoformat() if isinstance(kind, DateTime) else value


def stored(kind: TypeEngine[Any], value: Any) -> Any:  # noqa: ANN401 - whatever a column holds
    """Return the value of which `plain` was made.

    Raises:
        ValueError, TypeError: it is none.
    """
    if value is None:
        return None
    if isinstance(kind, LargeBinary):
        return b64decode(value, validate=True)
    return datetime.fromisoformat(value) if isinstance(kind, DateTime) else value


def add_rows(db: Connection, table: Table, rows: Iterable[tuple[Sequence[str], Sequence[Any]]]) -> None:
    """Insert rows, each with the names of its columns.

    Raises:
        KeyError, ValueError, TypeError: a row is not of this table.
    """
    for some in _in_parts(rows):
        values = [
            {name: stored(table.c[name].type, value) for name, value in zip(columns, row, strict=True)}
            for columns, row in some
        ]
        db.execute(insert(table), values)


def _in_parts(
    rows: Iterable[tuple[Sequence[str], Sequence[Any]]],
) -> Iterator[list[tuple[Sequence[str], Sequence[Any]]]]:
    """Yield rows together, as many as are light enough."""
    some: list[tuple[Sequence[str], Sequence[Any]]] = []
    size = 0
    for columns, row in rows:
        some.append((columns, row))
        size += sum(len(value) for value in row if isinstance(value, str))
        if len(some) >= _ROWS or size > _BYTES:
            yield some
            some, size = [], 0
    if some:
        yield some


def count_on(db: Connection, tables: Collection[Table]) -> None:
    """Let new rows get numbers above those that were inserted with theirs; SQLite does so by itself."""
    if db.dialect.name != "postgresql":
        return
    for table in tables:
        key = list(table.primary_key)
        if len(key) != 1 or key[0].type.python_type is not int:
            continue
        named = {"table": table.name, "column": key[0].name}
        sequence = db.scalar(text("SELECT pg_get_serial_sequence(:table, :column)"), named)
        highest = db.scalar(select(func.max(key[0])))
        if sequence and highest:
            db.execute(text("SELECT setval(:sequence, :highest)"), {"sequence": sequence, "highest": highest})
