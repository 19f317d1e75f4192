"""Removing actions: what was said of them, and the memos about them, go along."""

from service.journal import journal, things
from service.journal.types import Action
from service.programmes.snapshot import Snapshot
from service.store import Transaction
from service.store.actions import actions
from service.store.memos import memos


def forget(db: Transaction, at: Snapshot, code: str) -> None:
    """Remove an action with what was said of it and the memos about it.

    Raises:
        NotFound: the programme has no such action.
    """
    journal.write(db, at.id, Action.ACTION_REMOVED, things.action(code))
    actions.remove(db, at.id, code)
    memos.remove_about(db, at.id, code)
