"""What a facilitator wants in the report for a reader: kept, so that the next report begins with it."""

from dataclasses import replace

from nlp.errors import InputError
from nlp.messages import Message
from service.publications.choice import EVERYTHING, Choice
from service.publications.types import Reader
from service.store import Database, programmes
from service.store.publications import choices

LONGEST_NEXT_STEPS = 4_000
MOST_CHOSEN = 2_000


class ReportChoices:
    """What goes into reports. Methods raise `NotFound` if there is no such programme."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def get(self, slug: str, reader: Reader) -> Choice:
        """Return what was chosen for a reader last, everything where nobody has chosen yet."""
        with self._database.reading() as db:
            return choices.find(db, programmes.find(db, slug).id, reader) or EVERYTHING

    def keep(self, slug: str, reader: Reader, choice: Choice) -> None:
        """Keep what is chosen for a reader.

        Raises:
            InputError: what happens next is told at too great a length, or too much is listed.
        """
        if len(choice.next_steps) > LONGEST_NEXT_STEPS:
            problem = Message("what happens next has at most {most} letters", {"most": LONGEST_NEXT_STEPS})
            raise InputError("", problem, Message("Write it shorter"))
        kept = replace(
            choice,
            elements=choice.elements and choice.elements[:MOST_CHOSEN],
            sessions=choice.sessions and choice.sessions[:MOST_CHOSEN],
            next_steps=choice.next_steps.strip(),
        )
        with self._database.writing() as db:
            choices.keep(db, programmes.find(db, slug, hold=True).id, reader, kept)
