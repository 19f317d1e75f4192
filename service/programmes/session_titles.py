"""What sessions are called, and of which day they are."""

from dataclasses import replace

from nlp.documents.plan import FilePlan
from nlp.errors import InputError
from nlp.messages import Message
from nlp.text.dates.read import read_date
from service.annotations.edits_file import short_name
from service.journal import journal, things
from service.journal.types import NOTHING_MORE, Action, ChangedSession, Details
from service.programmes.roster_choice import title_and_date
from service.programmes.snapshot import Snapshot
from service.store import Database, Transaction, files, sessions
from service.store.sessions import SessionRow
from service.types import Session


class SessionTitles:
    """Titles and dates of the sessions of all programmes."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def change(self, slug: str, session: str, title: str | None = None, date: str | None = None) -> Session:
        """Give a session another title or another date; its slug stays, and nothing is measured anew for a title.

        Args:
            slug: of the programme.
            session: its slug.
            title: "" is the one that the file's name says, None the one that it has.
            date: as ISO 8601 or as people write it; "" and None as for the title.

        Raises:
            NotFound: there is no such programme or session.
            InputError: the title is too long, or the date cannot be read.
        """
        day = _day(date) if date else date
        with self._database.writing() as db:
            at = Snapshot.to_change(db, slug)
            row = at.session_row(session)
            was = said_of(at, row)
            now = (
                was[0] if title in (None, row.title) else short_name(title or ""),
                was[1] if day in (None, row.date) else day or "",
            )
            if now != was:
                called = say(db, at, row, now)
                details = Details(row.title, called) if called != row.title else NOTHING_MORE
                of, undo = things.session(row.slug, row.title), ChangedSession(row.file_id, was, now)
                journal.write(db, at.id, Action.SESSION_CHANGED, of, details, undo=undo)
            return Snapshot.load(db, slug).session(session)


def said_of(at: Snapshot, row: SessionRow) -> tuple[str, str]:
    """Return the title and the date that were given to a session, "" where the name of its file says them."""
    plan = at.file(row.file_id).plan
    return plan.session, plan.date


def say(db: Transaction, at: Snapshot, row: SessionRow, said: tuple[str, str]) -> str:
    """Store the title and the date that are given to a session, with how its file is read; return its title."""
    file = at.file(row.file_id)
    plan = replace(file.plan, session=said[0], date=said[1])
    files.say_plan(db, file.id, plan)
    title, date = titled(file.filename, plan)
    sessions.describe(db, file.id, title, date)
    return title


def titled(filename: str, plan: FilePlan) -> tuple[str, str]:
    """Return title and date of the session in a file: as its plan says, else as its name does."""
    title, date = title_and_date(filename)
    return plan.session or title, plan.date or date


def _day(date: str) -> str:
    found = read_date(date).iso
    if not found:
        problem = Message("“{date}” is no date that can be read", {"date": date})
        raise InputError("", problem, Message("Write it as 2026-03-18"))
    return found
