"""Accounts in the database."""

from dataclasses import fields
from datetime import datetime

from sqlalchemy import ColumnElement, func, select, update

from service.accounts.types import Account
from service.errors import NotFound
from service.store.accounts.tables import accounts
from service.store.conflicts import is_new
from service.store.database import Transaction

COLUMNS = tuple(accounts.c[field.name] for field in fields(Account))


def add(db: Transaction, login: str, key: str, name: str, now: datetime, *, is_administrator: bool) -> Account | None:
    """Store a new account without a password; None if another one has that login."""
    row = {"login": login, "login_key": key, "name": name, "password": "", "language": "", "created": now}
    if is_new(db, accounts, {**row, "is_active": True, "is_administrator": is_administrator}):
        return with_key(db, key)
    return None


def every(db: Transaction) -> tuple[Account, ...]:
    """Return all accounts, oldest first."""
    return tuple(Account(**row) for row in db.execute(select(*COLUMNS).order_by(accounts.c.id)).mappings())


def find(db: Transaction, account: int) -> Account:
    """Return an account.

    Raises:
        NotFound: there is none with that id.
    """
    found = _first(db, accounts.c.id == account)
    if found is None:
        raise NotFound("account", account)
    return found


def with_key(db: Transaction, key: str) -> Account | None:
    """Return the account whose login has a key, None if there is none."""
    return _first(db, accounts.c.login_key == key)


def change(db: Transaction, account: int, **values: str | bool) -> None:
    """Store other values of columns."""
    db.execute(update(accounts).where(accounts.c.id == account).values(**values))


def password_of(db: Transaction, account: int) -> str:
    """Return the hash of a password, "" where there is none."""
    return db.scalar(select(accounts.c.password).where(accounts.c.id == account)) or ""


def count_active(db: Transaction, *, administrators: bool = False) -> int:
    """Return how many are let in, all of them or the administrators."""
    query = select(func.count()).select_from(accounts).where(accounts.c.is_active)
    return db.scalar(query.where(accounts.c.is_administrator) if administrators else query) or 0


def hold(db: Transaction) -> None:
    """Let nobody else change accounts until the transaction ends."""
    db.execute(select(accounts.c.id).order_by(accounts.c.id).with_for_update())


def _first(db: Transaction, which: ColumnElement[bool]) -> Account | None:
    row = db.execute(select(*COLUMNS).where(which)).mappings().first()
    return None if row is None else Account(**row)
