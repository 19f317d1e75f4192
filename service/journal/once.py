"""What comes twice is done once: a request under a key takes it in the transaction of what it does."""

from contextvars import ContextVar
from dataclasses import dataclass
from datetime import UTC, datetime

from service.store import Database, Transaction
from service.store.journal import requests
from service.store.journal.requests import Answered


@dataclass(slots=True)
class Once:
    """A request that is done once: whose and what (`scope`), its key, the hash of its body, and whether it is taken."""

    scope: str
    key: str
    body: str = ""
    taken: bool = False


class DoneBefore(Exception):
    """Another request has taken the key: what it was answered is the answer."""

    def __init__(self, once: Once) -> None:
        super().__init__(once.key)
        self.once = once


_ONCE: ContextVar[Once | None] = ContextVar("once", default=None)


def do_once(once: Once | None) -> None:
    """Let what this request does be done once."""
    _ONCE.set(once)


def take(db: Transaction) -> None:
    """Take the key of this request, if it has one and has not taken it before.

    Raises:
        DoneBefore: another request has taken it.
    """
    once = _ONCE.get()
    if once is None or once.taken:
        return
    if not requests.begin(db, once.scope, once.key, once.body, datetime.now(UTC)):
        raise DoneBefore(once)
    once.taken = True


class AnsweredRequests:
    """What was answered to requests with a key, for a day."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def find(self, once: Once) -> Answered | None:
        """Return what was answered under a key, None if it is free."""
        with self._database.reading() as db:
            return requests.find(db, once.scope, once.key, datetime.now(UTC))

    def keep(self, once: Once, answered: Answered) -> None:
        """Store what is answered."""
        with self._database.writing() as db:
            requests.keep_answer(db, once.scope, once.key, answered)
