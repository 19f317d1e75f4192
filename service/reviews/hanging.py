"""What hangs on a review: what goes with it when it is removed, what stays, and the actions that came of it."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from enum import StrEnum

from nlp.messages import Message
from nlp.names import name_key
from service.actions.removal import forget
from service.actions.types import ActionPoint
from service.errors import Undecided
from service.programmes.snapshot import Snapshot
from service.store import Transaction
from service.store.actions import actions
from service.store.reviews import ratings
from service.store.reviews.ratings import State
from service.store.reviews.reviews import ReviewRow


class ItsActions(StrEnum):
    """What becomes of the actions that came of a review when it is removed."""

    KEEP = "keep"
    DELETE = "delete"


@dataclass(frozen=True, slots=True)
class HangingAction:
    """An action that came of a review: its name in addresses, and what is to be done."""

    code: str
    what: str


@dataclass(frozen=True, slots=True)
class Hanging:
    """What hangs on a review.

    Attributes:
        actions: that came of it, oldest first: it was the last review when they were agreed.
        told: of how many other actions it was said at it what became of them.
        ratings: how many were entered here or taken in; they stay, in files.
        waiting: how many ratings phones sent that nobody has taken in; they go.
        files: names of the files that speak of it; they stay.
    """

    actions: tuple[HangingAction, ...] = ()
    told: int = 0
    ratings: int = 0
    waiting: int = 0
    files: tuple[str, ...] = ()


def hanging_on(db: Transaction, at: Snapshot, name: str, row: ReviewRow | None) -> Hanging:
    """Return what hangs on a review, by its name and, where somebody planned it here, its row."""
    every = actions.every(db, at.id)
    came = came_of(every, name)
    spoken = (each.filename for each in at.files if _is_among(name, (one.name for one in each.outline.reviews)))
    return Hanging(
        tuple(HangingAction(each.code, each.what) for each in came),
        sum(any(_same(name, said.review) for said in each.verdicts) for each in every if each not in came),
        len(ratings.every(db, row.id, [State.KEPT])) if row else 0,
        len(ratings.every(db, row.id, [State.WAITS, State.SHOWN])) if row else 0,
        tuple(spoken),
    )


def came_of(every: Collection[ActionPoint], name: str) -> tuple[ActionPoint, ...]:
    """Return the actions that came of a review: it was the last one when they were agreed."""
    return tuple(each for each in every if _same(name, each.evidence.review))


def settle(db: Transaction, at: Snapshot, name: str, wanted: ItsActions | None) -> None:
    """Delete the actions that came of a review, or keep them, before it is removed.

    Raises:
        Undecided: there are some, and nobody said what becomes of them.
    """
    came = came_of(actions.every(db, at.id), name)
    if came and wanted is None:
        problem = Message("actions came of the review “{name}”: {count}", {"name": name, "count": len(came)})
        raise Undecided(problem, Message("Say whether they are kept or deleted with it (actions=keep, actions=delete)"))
    if wanted is ItsActions.DELETE:
        for each in came:
            forget(db, at, each.code)


def _is_among(name: str, names: Iterable[str]) -> bool:
    return any(_same(name, each) for each in names)


def _same(one: str, other: str) -> bool:
    return bool(other) and name_key(one) == name_key(other)
