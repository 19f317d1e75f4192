"""Proposals of a programme, and what is said of the assistant there."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import delete, insert, select, update

from service.assistant.types import AssistantProposal, AssistantState, Proposed
from service.store.assistant.tables import assistants, proposals
from service.store.conflicts import insert_new
from service.store.database import Transaction


def every(db: Transaction, programme_id: int) -> tuple[AssistantProposal, ...]:
    """Return the proposals of a programme, oldest first."""
    here = select(proposals).where(proposals.c.programme_id == programme_id).order_by(proposals.c.id)
    return tuple(
        AssistantProposal(row["id"], row["content"], row["made"], row["accepted"], row["accepted_by"])
        for row in db.execute(here).mappings()
    )


def add(db: Transaction, programme_id: int, content: Proposed, made: datetime) -> int:
    """Keep a proposal, and return its number."""
    row = {"programme_id": programme_id, "content": content, "made": made, "accepted": None, "accepted_by": ""}
    number: int = db.scalars(insert(proposals).values(**row).returning(proposals.c.id)).one()
    return number


def accept(db: Transaction, number: int, content: Proposed, accepted: datetime, by: str) -> None:
    """Say that somebody took a proposal, with the words that it has since."""
    values = {"content": content, "accepted": accepted, "accepted_by": by}
    db.execute(update(proposals).where(proposals.c.id == number).values(**values))


def remove(db: Transaction, number: int) -> None:
    """Forget a proposal."""
    db.execute(delete(proposals).where(proposals.c.id == number))


def remove_made_of(db: Transaction, programme_id: int, keys: Collection[str]) -> None:
    """Forget the proposals for which a model was shown one of some notes, by their keys."""
    gone = [each.number for each in every(db, programme_id) if each.content.sent.intersection(keys)]
    db.execute(delete(proposals).where(proposals.c.id.in_(gone)))


def state(db: Transaction, programme_id: int) -> AssistantState:
    """Return what is said of the assistant in a programme."""
    found = db.scalar(select(assistants.c.content).where(assistants.c.programme_id == programme_id))
    return found if isinstance(found, AssistantState) else AssistantState()


def keep_state(db: Transaction, programme_id: int, content: AssistantState) -> None:
    """Say something else of it."""
    insert_new(db, assistants, [{"programme_id": programme_id, "content": content}])
    db.execute(update(assistants).where(assistants.c.programme_id == programme_id).values(content=content))
