"""Inserting rows of which another request may have stored some already."""

import secrets
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Table
from sqlalchemy.dialects import postgresql, sqlite

from service.store.database import Transaction

SIGNS = "abcdefghjkmnpqrstuvwxyz23456789"
SIGNS_OF_A_CODE = 6


def insert_new(db: Transaction, table: Table, rows: Sequence[dict[str, Any]]) -> None:
    """Insert rows, skipping those whose key is there."""
    if rows:
        db.execute(_statement(db, table), list(rows))


def is_new(db: Transaction, table: Table, row: dict[str, Any]) -> bool:
    """Insert one row and return True, or False if its key is there."""
    return db.execute(_statement(db, table).returning(*table.primary_key), row).first() is not None


def add_under_code(db: Transaction, table: Table, row: dict[str, Any], signs: int = SIGNS_OF_A_CODE) -> str:
    """Insert one row under a `code` that no other one has, short enough to type, and return it."""
    while True:
        code = new_code(signs)
        if is_new(db, table, {**row, "code": code}):
            return code


def new_code(signs: int = SIGNS_OF_A_CODE) -> str:
    """Return a random code of so many signs."""
    return "".join(secrets.choice(SIGNS) for _ in range(signs))


def put(db: Transaction, table: Table, row: dict[str, Any]) -> None:
    """Insert one row, in the place of that with the same key if there is one."""
    key = [column.name for column in table.primary_key]
    others = {name: value for name, value in row.items() if name not in key}
    db.execute(_insert(db, table).on_conflict_do_update(index_elements=key, set_=others), row)


def _statement(db: Transaction, table: Table) -> postgresql.Insert | sqlite.Insert:
    return _insert(db, table).on_conflict_do_nothing()


def _insert(db: Transaction, table: Table) -> postgresql.Insert | sqlite.Insert:
    return postgresql.insert(table) if db.dialect.name == "postgresql" else sqlite.insert(table)
