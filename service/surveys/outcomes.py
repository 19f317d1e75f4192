"""What came of what people were asked: a line that those who answered find at the same link."""

from nlp.errors import InputError
from nlp.messages import Message
from service.errors import NotFound
from service.journal import journal
from service.journal.types import Action, Thing, ThingKind
from service.programmes.snapshot import Snapshot
from service.store import Database
from service.store.surveys import outcomes
from service.store.surveys.outcomes import Asked

LONGEST_OUTCOME = 1_000


class Outcomes:
    """What came of all that was asked in the programmes. Methods raise `NotFound` for what is not there."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def of(self, kind: Asked, code: str) -> str:
        """Return what came of something, "" while nobody has said."""
        with self._database.reading() as db:
            return outcomes.of(db, kind, code)

    def get(self, slug: str, kind: Asked, code: str) -> str:
        """Return what came of something of a programme."""
        with self._database.reading() as db:
            if outcomes.find(db, kind, code).programme_id != Snapshot.load(db, slug).id:
                raise NotFound("link", code)
            return outcomes.of(db, kind, code)

    def say(self, slug: str, kind: Asked, code: str, text: str) -> str:
        """Say what came of something, for everybody with its link; "" takes it back. Return it as it is kept.

        Raises:
            InputError: it is too long.
        """
        said = "\n".join(" ".join(line.split()) for line in text.strip().splitlines())
        if len(said) > LONGEST_OUTCOME:
            problem = Message("the text is longer than {most} letters", {"most": LONGEST_OUTCOME})
            raise InputError("", problem, Message("Shorten it"))
        with self._database.writing() as db:
            at = Snapshot.to_change(db, slug)
            row = outcomes.find(db, kind, code)
            if row.programme_id != at.id:
                raise NotFound("link", code)
            outcomes.say(db, kind, row, said)
            journal.write(db, at.id, Action.OUTCOME_SAID, Thing(ThingKind[kind.name], code))
        return said
