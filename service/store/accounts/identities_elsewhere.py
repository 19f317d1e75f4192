"""Who somebody is at a provider by which they sign in."""

from sqlalchemy import select

from service.store.accounts.tables import identities_elsewhere
from service.store.conflicts import insert_new
from service.store.database import Transaction


def find(db: Transaction, issuer: str, subject: str) -> int | None:
    """Return the account of who is known to a provider by a subject, None for none."""
    table = identities_elsewhere
    return db.scalar(select(table.c.account_id).where(table.c.issuer == issuer, table.c.subject == subject))


def keep(db: Transaction, account: int, issuer: str, subject: str) -> None:
    """Store that an account is somebody's who is known to a provider by a subject."""
    insert_new(db, identities_elsewhere, [{"account_id": account, "issuer": issuer, "subject": subject}])
