"""First names only, as a setting of a session."""

from service.journal import journal, things
from service.journal.types import Action
from service.programmes.snapshot import Snapshot
from service.store import Database, sessions


class FirstNames:
    """In which sessions people have first names only, so that nobody reads ranks and families out of their names."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def say(self, slug: str, session: str, *, only: bool) -> None:
        """Call people in a session by their first names only, or by all their names again; the record stays as it is.

        Raises:
            NotFound: there is no such programme or session.
        """
        with self._database.writing() as db:
            at = Snapshot.to_change(db, slug)
            row = at.session_row(session)
            if row.first_names != only:
                sessions.say_first_names(db, row.file_id, only=only)
                journal.write(db, at.id, Action.FIRST_NAMES_SAID, things.session(row.slug, row.title))
