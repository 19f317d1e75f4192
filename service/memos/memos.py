"""The memos of all programmes: begun, answered, closed."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from nlp.errors import InputError
from nlp.messages import Message
from service.analyses.findings import Findings, FindingsOf
from service.errors import NotFound
from service.journal import journal, things
from service.journal.types import Action
from service.memos import subjects
from service.memos.types import LONGEST_MEMO, LONGEST_NAME, Memo, Subject
from service.names.said import signed
from service.programmes.snapshot import Snapshot
from service.store import Database, Transaction
from service.store.memos import memos


class Memos:
    """What facilitators say to each other about what is found. Methods raise `NotFound` for what is not there.

    Whoever is signed in is named by their account; elsewhere people give a name, or none.
    """

    def __init__(self, database: Database, findings: FindingsOf, clock: Callable[[], datetime]) -> None:
        self._database = database
        self._findings = findings
        self._clock = clock

    def get(self, found: Findings, number: int, spoken: str = "en") -> Memo:
        """Return one memo.

        Args:
            found: the programme.
            number: of the memo.
            spoken: language in which readings are called.

        Raises:
            NotMadeYet: readings are still being worked out.
        """
        memo = _own(found.at, number)
        return replace(memo, now=subjects.find(found, memo.about, spoken))

    def begin(self, slug: str, kind: Subject, id_: str, element: str, text: str, who: str = "") -> int:
        """Write a memo about something, and return its number.

        Args:
            slug: of the programme.
            kind: what it is about.
            id_: of a reading; `text_key` of a note or a descriptor; the slug of a session; the code of an action.
            element: slug of its element, unless it is of none.
            text: of the memo.
            who: writes it, where nobody signs in.

        Raises:
            InputError: there is no text, or it or the name is too long.
            NotMadeYet: readings are still being worked out.
        """
        said, by = _text(text), signed(who, LONGEST_NAME)
        about = subjects.about(self._findings.of(slug), kind, id_, element)
        with self._database.writing() as db:
            at = Snapshot.to_change(db, slug)
            number = memos.add(db, at.id, about)
            memos.say(db, number, by, self._clock(), said)
            _write(db, at, Action.MEMO_WRITTEN, number, by)
            return number

    def answer(self, slug: str, number: int, text: str, who: str = "") -> None:
        """Answer a memo; one that was closed is open again.

        Raises:
            InputError: there is no text, or it or the name is too long.
        """
        said, by = _text(text), signed(who, LONGEST_NAME)
        with self._database.writing() as db:
            at = Snapshot.to_change(db, slug)
            memo = _own(at, number)
            memos.say(db, memo.number, by, self._clock(), said)
            memos.close(db, memo.number, None, "")
            _write(db, at, Action.MEMO_ANSWERED, number, by)

    def set_closed(self, slug: str, number: int, *, closed: bool, who: str = "") -> None:
        """Close a memo, or open it again."""
        by = signed(who, LONGEST_NAME)
        with self._database.writing() as db:
            at = Snapshot.to_change(db, slug)
            memo = _own(at, number)
            memos.close(db, memo.number, self._clock() if closed else None, by if closed else "")
            _write(db, at, Action.MEMO_CLOSED if closed else Action.MEMO_OPENED, number, by)

    def remove(self, slug: str, number: int, said: int | None = None) -> None:
        """Forget an answer by its number; without one, or if nothing else was said, the whole memo."""
        with self._database.writing() as db:
            at = Snapshot.to_change(db, slug)
            memo = _own(at, number)
            if said is None or [each.number for each in memo.said] == [said]:
                memos.remove(db, memo.number)
            else:
                memos.remove_said(db, memo.number, said)
            _write(db, at, Action.MEMO_REMOVED, number, "")


def _own(at: Snapshot, number: int) -> Memo:
    found = next((memo for memo in at.memos if memo.number == number), None)
    if found is None:
        raise NotFound("memo", number)
    return found


def _text(given: str) -> str:
    text = given.strip()
    if not text or len(text) > LONGEST_MEMO:
        problem = Message("a memo has 1 to {most} letters", {"most": LONGEST_MEMO})
        raise InputError("", problem, Message("Write another one"))
    return text


def _write(db: Transaction, at: Snapshot, action: Action, number: int, by: str) -> None:
    journal.write(db, at.id, action, things.memo(number), by=by)
