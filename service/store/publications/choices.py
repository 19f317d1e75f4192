"""What facilitators want in reports, one choice a reader."""

from sqlalchemy import insert, select, update

from service.publications.choice import Choice
from service.publications.types import Reader
from service.store.database import Transaction
from service.store.publications.tables import report_choices


def find(db: Transaction, programme_id: int, reader: Reader) -> Choice | None:
    """Return what was chosen for a reader, None where nobody has chosen yet."""
    this = (report_choices.c.programme_id == programme_id) & (report_choices.c.reader == reader.value)
    found: Choice | None = db.scalar(select(report_choices.c.choice).where(this))
    return found


def keep(db: Transaction, programme_id: int, reader: Reader, choice: Choice) -> None:
    """Keep what is chosen for a reader, in place of what was."""
    this = (report_choices.c.programme_id == programme_id) & (report_choices.c.reader == reader.value)
    if db.execute(update(report_choices).where(this).values(choice=choice)).rowcount == 0:
        db.execute(insert(report_choices).values(programme_id=programme_id, reader=reader.value, choice=choice))
