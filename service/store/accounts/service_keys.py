"""Keys of the service itself, made once."""

from sqlalchemy import select

from service.store.accounts.tables import service_keys
from service.store.conflicts import insert_new
from service.store.database import Transaction


def keep(db: Transaction, name: str, value: str) -> None:
    """Store a key unless there is one of that name."""
    insert_new(db, service_keys, [{"name": name, "value": value}])


def find(db: Transaction, name: str) -> str | None:
    """Return a key, None if none was made yet."""
    return db.scalar(select(service_keys.c.value).where(service_keys.c.name == name))
