"""Inserting rows of which another request may have stored some already."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Table
from sqlalchemy.dialects import postgresql, sqlite

from service.store.database import Transaction


def insert_new(db: Transaction, table: Table, rows: Sequence[dict[str, Any]]) -> int:
    """Insert rows, skipping those whose key is there; return how many were inserted."""
    if not rows:
        return 0
    insert = postgresql.insert if db.dialect.name == "postgresql" else sqlite.insert
    return db.execute(insert(table).on_conflict_do_nothing(), list(rows)).rowcount
