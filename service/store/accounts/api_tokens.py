"""Tokens for programs: only their hashes are kept."""

from dataclasses import fields
from datetime import datetime

from sqlalchemy import delete, insert, select, update

from service.accounts.types import ApiToken
from service.errors import NotFound
from service.store.accounts.tables import api_tokens
from service.store.database import Transaction

_COLUMNS = tuple(api_tokens.c[field.name] for field in fields(ApiToken))


def add(db: Transaction, account: int, secret: str, name: str, now: datetime, expires: datetime | None) -> ApiToken:
    """Store a new token."""
    row = {"account_id": account, "secret": secret, "name": name, "created": now, "expires": expires}
    found = db.execute(insert(api_tokens).values(**row).returning(*_COLUMNS)).mappings().one()
    return ApiToken(**found)


def find(db: Transaction, secret: str) -> tuple[int, ApiToken] | None:
    """Return the account and the token that a secret stands for, whether it has expired or not; None for none."""
    row = db.execute(select(api_tokens.c.account_id, *_COLUMNS).where(api_tokens.c.secret == secret)).mappings().first()
    if row is None:
        return None
    return row["account_id"], ApiToken(**{name: row[name] for name in row if name != "account_id"})


def of_account(db: Transaction, account: int) -> tuple[ApiToken, ...]:
    """Return the tokens of an account, oldest first."""
    query = select(*_COLUMNS).where(api_tokens.c.account_id == account).order_by(api_tokens.c.id)
    return tuple(ApiToken(**row) for row in db.execute(query).mappings())


def used(db: Transaction, token: int, now: datetime) -> None:
    """Store when a token was used last."""
    db.execute(update(api_tokens).where(api_tokens.c.id == token).values(last_used=now))


def remove(db: Transaction, account: int, token: int) -> None:
    """Revoke a token.

    Raises:
        NotFound: the account has none with that id.
    """
    gone = delete(api_tokens).where(api_tokens.c.account_id == account, api_tokens.c.id == token)
    if not db.execute(gone.returning(api_tokens.c.id)).first():
        raise NotFound("token", token)


def remove_all(db: Transaction, account: int) -> None:
    """Revoke every token of an account."""
    db.execute(delete(api_tokens).where(api_tokens.c.account_id == account))
