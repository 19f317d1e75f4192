"""What facilitators said of pairs of descriptors: that the two say the same, or that they do not."""

from dataclasses import dataclass

from sqlalchemy import delete, insert, select

from service.store.database import Transaction
from service.store.tables import matches


@dataclass(frozen=True, slots=True)
class JudgedMatch:
    """What was said of two descriptors, each known by its wording only (`nlp.readings.edits.types.text_key`).

    Attributes:
        keys: of the two; one if they have the same words.
        same: whether they say the same.
        made: ISO 8601.
    """

    keys: frozenset[str]
    same: bool
    made: str


def every(db: Transaction, programme_id: int) -> tuple[JudgedMatch, ...]:
    """Return what was said of descriptors in a programme, oldest first."""
    rows = db.execute(select(matches).where(matches.c.programme_id == programme_id).order_by(matches.c.id)).mappings()
    return tuple(JudgedMatch(frozenset((row["key"], row["other_key"])), row["same"], row["made"]) for row in rows)


def judge(db: Transaction, programme_id: int, said: JudgedMatch) -> None:
    """Store what was said of a pair in place of what was said of it before."""
    forget(db, programme_id, said.keys)
    one, other = _ends(said.keys)
    row = {"key": one, "other_key": other, "same": said.same, "made": said.made}
    db.execute(insert(matches).values(programme_id=programme_id, **row))


def forget(db: Transaction, programme_id: int, keys: frozenset[str]) -> None:
    """Take back what was said of a pair."""
    one, other = _ends(keys)
    this = (matches.c.programme_id == programme_id) & (matches.c.key == one) & (matches.c.other_key == other)
    db.execute(delete(matches).where(this))


def _ends(keys: frozenset[str]) -> tuple[str, str]:
    return min(keys), max(keys)
