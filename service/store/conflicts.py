"""Inserting rows of which another request may have stored some already."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Table
from sqlalchemy.dialects import postgresql, sqlite

from service.store.database import Transaction


def insert_new(db: Transaction, table: Table, rows: Sequence[dict[str, Any]]) -> None:
    """Insert rows, skipping those whose key is there."""
    if rows:
        db.execute(_statement(db, table), list(rows))


def is_new(db: Transaction, table: Table, row: dict[str, Any]) -> bool:
    """Insert one row and return True, or False if its key is there."""
    return db.execute(_statement(db, table).returning(*table.primary_key), row).first() is not None


def _statement(db: Transaction, table: Table) -> postgresql.Insert | sqlite.Insert:
    insert = postgresql.insert if db.dialect.name == "postgresql" else sqlite.insert
    return insert(table).on_conflict_do_nothing()
