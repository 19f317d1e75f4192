"""What facilitators do with questions for the room: choose them for the report, in other words, or discard them."""

import re
from collections.abc import Callable
from datetime import datetime

from nlp.errors import InputError
from nlp.messages import Message
from service.programmes.snapshot import Snapshot
from service.store import Database
from service.store.questions import choices
from service.store.questions.choices import QuestionChoice, State

LONGEST = 500
_KEY = re.compile(r"[0-9a-f]{16}")


class QuestionChoices:
    """What was done with questions. Methods raise `NotFound` if there is no such programme."""

    def __init__(self, database: Database, clock: Callable[[], datetime]) -> None:
        self._database = database
        self._clock = clock

    def choose(self, slug: str, key: str, state: State, text: str, place: str = "", *, reworded: bool = False) -> None:
        """Choose a question for the report in these words, or discard it while its finding is the same.

        Raises:
            InputError: no words, too many, or a key that no question has.
        """
        words = " ".join(text.split())
        if not _KEY.fullmatch(key):
            raise InputError(
                "", Message("there is no such question"), Message("Take the key of one that is asked"), "key"
            )
        if not words:
            raise InputError("", Message("the question has no words"), Message("Write it"), "text")
        if len(words) > LONGEST:
            problem = Message("the text is longer than {most} letters", {"most": LONGEST})
            raise InputError("", problem, Message("Shorten it"), "text")
        made = self._clock().isoformat(timespec="seconds")
        with self._database.writing() as db:
            at = Snapshot.to_change(db, slug)
            choices.add(db, at.id, QuestionChoice(0, key, place, state, words, reworded, made))

    def undo(self, slug: str, choice: int) -> None:
        """Take back one thing that was done with a question.

        Raises:
            NotFound: there is no such choice.
        """
        with self._database.writing() as db:
            choices.remove(db, Snapshot.to_change(db, slug).id, choice)


def in_force(said: tuple[QuestionChoice, ...]) -> dict[str, QuestionChoice]:
    """Return key of a question -> what was done with it last, in the order in which that was done."""
    last: dict[str, QuestionChoice] = {}
    for choice in said:
        last.pop(choice.key, None)
        last[choice.key] = choice
    return last
