"""Who is behind the labels of records, as a facilitator has said it."""

from dataclasses import dataclass

from sqlalchemy import delete, insert, select

from nlp.names import name_key
from nlp.participation.people.identities import Identity
from service.store.database import Transaction
from service.store.tables import identities


@dataclass(frozen=True, slots=True)
class IdentityRow:
    """What was said of a label; `file_id` is of the transcript it holds for, None if it holds for all."""

    id: int
    file_id: int | None
    identity: Identity


def every(db: Transaction, programme_id: int) -> tuple[IdentityRow, ...]:
    """Return what was said of labels in a programme, in the order in which it was said."""
    rows = db.execute(
        select(identities).where(identities.c.programme_id == programme_id).order_by(identities.c.id)
    ).mappings()
    return tuple(
        IdentityRow(row["id"], row["file_id"], Identity(row["label"], row["kind"], row["name"])) for row in rows
    )


def say(db: Transaction, programme_id: int, file_id: int | None, identity: Identity) -> None:
    """Store what was said of a label, in place of what was said of it before in the same scope."""
    forget(db, programme_id, file_id, identity.label)
    row = {"label": identity.label, "kind": identity.kind, "name": identity.name}
    db.execute(insert(identities).values(programme_id=programme_id, file_id=file_id, **row))


def forget(db: Transaction, programme_id: int, file_id: int | None, label: str) -> None:
    """Take back what was said of a label."""
    said = [
        row.id
        for row in every(db, programme_id)
        if row.file_id == file_id and name_key(row.identity.label) == name_key(label)
    ]
    db.execute(delete(identities).where(identities.c.id.in_(said)))
