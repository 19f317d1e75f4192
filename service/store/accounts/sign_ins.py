"""Browsers that are signed in: of the secret in their cookie only a hash is kept."""

from dataclasses import fields
from datetime import datetime

from sqlalchemy import delete, insert, select, update

from service.accounts.types import SignIn
from service.store.accounts.tables import sign_ins
from service.store.database import Transaction

_COLUMNS = tuple(sign_ins.c[field.name] for field in fields(SignIn))


def add(db: Transaction, account: int, secret: str, device: str, now: datetime, expires: datetime) -> None:
    """Store that a browser is signed in; those whose time is over are forgotten."""
    db.execute(delete(sign_ins).where(sign_ins.c.expires <= now))
    row = {"account_id": account, "secret": secret, "device": device, "created": now, "last_seen": now}
    db.execute(insert(sign_ins).values(**row, expires=expires))


def find(db: Transaction, secret: str, now: datetime) -> tuple[int, SignIn] | None:
    """Return the account and the browser that a secret stands for, None if it stands for none now."""
    query = select(sign_ins.c.account_id, *_COLUMNS).where(sign_ins.c.secret == secret, sign_ins.c.expires > now)
    row = db.execute(query).mappings().first()
    if row is None:
        return None
    return row["account_id"], SignIn(**{name: row[name] for name in row if name != "account_id"})


def of_account(db: Transaction, account: int, now: datetime) -> tuple[SignIn, ...]:
    """Return where somebody is signed in, the last seen first."""
    query = select(*_COLUMNS).where(sign_ins.c.account_id == account, sign_ins.c.expires > now)
    rows = db.execute(query.order_by(sign_ins.c.last_seen.desc(), sign_ins.c.id.desc())).mappings()
    return tuple(SignIn(**row) for row in rows)


def seen(db: Transaction, sign_in: int, now: datetime) -> None:
    """Store when a browser was seen last."""
    db.execute(update(sign_ins).where(sign_ins.c.id == sign_in).values(last_seen=now))


def remove_secret(db: Transaction, secret: str) -> None:
    """Sign out the browser that has a secret."""
    db.execute(delete(sign_ins).where(sign_ins.c.secret == secret))


def remove(db: Transaction, account: int, sign_in: int) -> None:
    """Sign out one browser of an account."""
    db.execute(delete(sign_ins).where(sign_ins.c.account_id == account, sign_ins.c.id == sign_in))


def remove_all(db: Transaction, account: int, *, but: str = "") -> None:
    """Sign out every browser of an account, but for the one that has the secret `but`."""
    db.execute(delete(sign_ins).where(sign_ins.c.account_id == account, sign_ins.c.secret != but))
