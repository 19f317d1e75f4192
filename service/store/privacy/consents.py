"""What may be done with the words of people, of sessions and of a whole programme, as facilitators have said it."""

from dataclasses import dataclass

from sqlalchemy import delete, insert, select

from nlp.consent import Consent
from nlp.names import name_key
from service.store.database import Transaction
from service.store.privacy.tables import consents


@dataclass(frozen=True, slots=True)
class ConsentRow:
    """What was said.

    Attributes:
        file_id: of the transcript whose session it holds for, None for all that there is.
        name: of the person, "" for everybody.
        consent: what may be done with their words.
    """

    file_id: int | None
    name: str
    consent: Consent


def every(db: Transaction, programme_id: int) -> tuple[ConsentRow, ...]:
    """Return what was said in a programme, in the order in which it was said."""
    rows = db.execute(select(consents).where(consents.c.programme_id == programme_id).order_by(consents.c.id))
    return tuple(ConsentRow(row.file_id, row.name, Consent(row.consent)) for row in rows)


def say(db: Transaction, programme_id: int, file_id: int | None, name: str, consent: Consent | None) -> None:
    """Store what may be done, in the place of what was said of the same people before; None takes it back."""
    rows = db.execute(select(consents).where(consents.c.programme_id == programme_id)).all()
    before = [row.id for row in rows if row.file_id == file_id and name_key(row.name) == name_key(name)]
    db.execute(delete(consents).where(consents.c.id.in_(before)))
    if consent is not None:
        own = {"programme_id": programme_id, "file_id": file_id, "name": name, "consent": consent.value}
        db.execute(insert(consents).values(**own))
