"""Links that are used once: only hashes of their secrets are kept, and used ones are gone."""

from dataclasses import fields
from datetime import datetime
from typing import Any

from sqlalchemy import RowMapping, delete, insert, select

from service.access.types import Role
from service.accounts.types import Link, Purpose
from service.store.accounts.tables import account_links
from service.store.database import Transaction

_NAMES = {"account": "account_id", "programme": "programme_id"}
_COLUMNS = tuple(account_links.c[_NAMES.get(each.name, each.name)].label(each.name) for each in fields(Link))


def add(db: Transaction, secret: str, made_by: int | None, **values: Any) -> Link:  # noqa: ANN401 - fields of `Link`
    """Store a new link; those whose time is over are forgotten."""
    db.execute(delete(account_links).where(account_links.c.expires <= values["created"]))
    row = {_NAMES.get(name, name): value for name, value in values.items()}
    found = db.execute(insert(account_links).values(**row, secret=secret, made_by=made_by).returning(*_COLUMNS))
    return _link(found.mappings().one())


def find(db: Transaction, secret: str, now: datetime) -> Link | None:
    """Return the link that a secret stands for, None if it stands for none now."""
    query = select(*_COLUMNS).where(account_links.c.secret == secret, account_links.c.expires > now)
    row = db.execute(query).mappings().first()
    return None if row is None else _link(row)


def invitations(db: Transaction, programme: int | None, now: datetime) -> tuple[Link, ...]:
    """Return the invitations into a programme, or into none, that can still be used; oldest first."""
    place = account_links.c.programme_id
    query = (
        select(*_COLUMNS)
        .where(account_links.c.purpose == Purpose.INVITATION.value, account_links.c.expires > now)
        .where(place.is_(None) if programme is None else place == programme)
        .order_by(account_links.c.id)
    )
    return tuple(_link(row) for row in db.execute(query).mappings())


def take(db: Transaction, link: int) -> bool:
    """Use a link up; False if somebody else has done so meanwhile."""
    gone = delete(account_links).where(account_links.c.id == link).returning(account_links.c.id)
    return db.execute(gone).first() is not None


def remove_of_account(db: Transaction, account: int) -> None:
    """Forget the links by which an account's password can be chosen."""
    db.execute(delete(account_links).where(account_links.c.account_id == account))


def _link(row: RowMapping) -> Link:
    return Link(**{**row, "purpose": Purpose(row["purpose"]), "role": Role(row["role"])})
