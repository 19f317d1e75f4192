"""What facilitators said of where a partnership stands."""

from datetime import datetime

from sqlalchemy import delete, insert, select

from service.stages.types import SaidStage, Stage
from service.store.database import Transaction
from service.store.stages.tables import said_stages


def every(db: Transaction, programme_id: int) -> tuple[SaidStage, ...]:
    """Return what was said of a programme, by the day from which it holds, then in the order in which it was said."""
    c = said_stages.c
    query = select(said_stages).where(c.programme_id == programme_id).order_by(c.day, c.id)
    return tuple(SaidStage(row.id, Stage(row.stage), row.day, row.why, row.who, row.made) for row in db.execute(query))


def add(db: Transaction, programme_id: int, stage: Stage, day: str, why: str, who: str, made: datetime) -> SaidStage:
    """Store what somebody says."""
    row = {"programme_id": programme_id, "stage": stage.value, "day": day, "why": why, "who": who, "made": made}
    number: int = db.scalars(insert(said_stages).values(**row).returning(said_stages.c.id)).one()
    return SaidStage(number, stage, day, why, who, made)


def remove(db: Transaction, programme_id: int, number: int) -> None:
    """Forget one thing that was said."""
    c = said_stages.c
    db.execute(delete(said_stages).where(c.programme_id == programme_id, c.id == number))
