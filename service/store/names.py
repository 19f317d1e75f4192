"""What facilitators said of the names of a programme's elements, levels and teams."""

from sqlalchemy import delete, insert, select

from service.names.types import Names
from service.store.database import Transaction
from service.store.tables import names


def find(db: Transaction, programme_id: int) -> Names:
    """Return what was said of the names of a programme."""
    said: Names | None = db.scalar(select(names.c.said).where(names.c.programme_id == programme_id))
    return said or Names()


def keep(db: Transaction, programme_id: int, said: Names) -> None:
    """Store what was said of names in place of what was said before; nobody else changes the programme meanwhile."""
    db.execute(delete(names).where(names.c.programme_id == programme_id))
    db.execute(insert(names).values(programme_id=programme_id, said=said))
