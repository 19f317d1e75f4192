"""What facilitators do with questions for the room: choose, reword, discard and order them, and ask their own."""

import re
import secrets
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from types import MappingProxyType
from unicodedata import normalize

from nlp.errors import InputError
from nlp.messages import Message
from service.journal import journal, things
from service.journal.types import Action, DidWithQuestion
from service.moments import in_utc
from service.programmes.snapshot import Snapshot
from service.store import Database, Transaction
from service.store.questions import choices
from service.store.questions.choices import QuestionChoice, State

LONGEST = 500
NO_TEXTS: Mapping[str, str] = MappingProxyType({})
DONE: Mapping[State, Action] = {"chosen": Action.QUESTION_CHOSEN, "discarded": Action.QUESTION_DISCARDED}
_KEY = re.compile(r"[0-9a-f]{16}")


class QuestionChoices:
    """What was done with questions. Methods raise `NotFound` if there is no such programme."""

    def __init__(self, database: Database, clock: Callable[[], datetime]) -> None:
        self._database = database
        self._clock = clock

    def choose(
        self,
        slug: str,
        key: str,
        state: State,
        text: str,
        place: str = "",
        *,
        reworded: bool = False,
        texts: Mapping[str, str] = NO_TEXTS,
    ) -> None:
        """Choose a question for the report in these words, reword it, or discard it while its finding is the same.

        What changes nothing is not a step that could be undone.

        Args:
            slug: of the programme.
            key: of the question.
            state: what is done with it.
            text: its words.
            place: of the page that asks it; that of the first time stays.
            reworded: whether the words are a person's.
            texts: language of the interface -> other words for its readers, "" for none.

        Raises:
            InputError: no words, too many, those of another chosen question, or a key that no question has.
        """
        if not _KEY.fullmatch(key):
            raise _no_such_question()
        said, others = _said(text, texts)
        with self._database.writing() as db:
            at = Snapshot.to_change(db, slug)
            done = in_force(choices.every(db, at.id))
            new = QuestionChoice(0, key, place, state, said, reworded, self._now(), texts=others)
            if known := done.get(key):
                new = replace(new, place=known.place, own=known.own, reworded=new.reworded or known.own)
            if new.reworded and state == "chosen":
                _only_once(new, done)
            if not known or new != replace(known, id=0, made=new.made, past=""):
                _keep(db, at, DONE[state], new)

    def ask(self, slug: str, text: str, place: str = "", texts: Mapping[str, str] = NO_TEXTS) -> str:
        """Ask a question of one's own: it is chosen for the report; return its key.

        Args:
            slug: of the programme.
            text: its words, in any language.
            place: of the page that it belongs to, below the programme's address; "" is the programme's own.
            texts: language of the interface -> other words for its readers, "" for none.

        Raises:
            InputError: no words, too many, or those of another chosen question.
        """
        said, others = _said(text, texts)
        new = QuestionChoice(
            0, secrets.token_hex(8), place, "chosen", said, reworded=True, made=self._now(), own=True, texts=others
        )
        with self._database.writing() as db:
            at = Snapshot.to_change(db, slug)
            _only_once(new, in_force(choices.every(db, at.id)))
            _keep(db, at, Action.QUESTION_ASKED, new)
        return new.key

    def move(self, slug: str, key: str, past: str) -> None:
        """Move a chosen question past another one: from after it to before it, or the other way.

        Raises:
            InputError: one of the two is not chosen, or they are one.
        """
        with self._database.writing() as db:
            at = Snapshot.to_change(db, slug)
            done = in_force(choices.every(db, at.id))
            both = [done.get(each) for each in {key, past}]
            if len(both) < 2 or any(each is None or each.state != "chosen" for each in both):
                raise _no_such_question()
            _keep(db, at, Action.QUESTION_MOVED, replace(done[key], id=0, made=self._now(), past=past))

    def undo(self, slug: str, choice: int) -> None:
        """Take back one thing that was done with a question.

        Raises:
            NotFound: there is no such choice.
        """
        with self._database.writing() as db:
            at = Snapshot.to_change(db, slug)
            key = next((each.key for each in at.questions if each.id == choice), "")
            choices.remove(db, at.id, choice)
            journal.write(db, at.id, Action.QUESTION_UNDONE, things.question(key))

    def _now(self) -> str:
        return in_utc(self._clock())


def _keep(db: Transaction, at: Snapshot, action: Action, new: QuestionChoice) -> None:
    undo = DidWithQuestion(choices.add(db, at.id, new))
    journal.write(db, at.id, action, things.question(new.key), undo=undo)


def in_force(said: tuple[QuestionChoice, ...]) -> dict[str, QuestionChoice]:
    """Return key of a question -> what was done with it last.

    They stand in the order in which they came to be chosen or discarded, but those that were moved.
    """
    last: dict[str, QuestionChoice] = {}
    order: list[str] = []
    for choice in said:
        known = last.get(choice.key)
        if known and choice.past in order and choice.past != choice.key:
            to = order.index(choice.past)
            order.remove(choice.key)
            order.insert(to, choice.key)
        elif not known or known.state != choice.state:
            order = [*(key for key in order if key != choice.key), choice.key]
        last[choice.key] = choice
    return {key: last[key] for key in order}


def _said(text: str, texts: Mapping[str, str]) -> tuple[str, dict[str, str]]:
    """Return the words of a question, and those of its versions in other languages that say them otherwise."""
    said = _words(text)
    others = {code: _words(each) for code, each in texts.items() if each.strip()}
    return said, {code: each for code, each in others.items() if each != said}


def _words(text: str) -> str:
    words = " ".join(normalize("NFC", text).split())
    if not any(sign.isalnum() for sign in words):
        raise InputError("", Message("the question has no words"), Message("Write it"), "text")
    if len(words) > LONGEST:
        problem = Message("the text is longer than {most} letters", {"most": LONGEST})
        raise InputError("", problem, Message("Shorten it"), "text")
    return words


def _only_once(new: QuestionChoice, done: Mapping[str, QuestionChoice]) -> None:
    chosen = {each.text.casefold() for key, each in done.items() if each.state == "chosen" and key != new.key}
    if new.text.casefold() in chosen:
        raise InputError(
            "", Message("this question is chosen already"), Message("Reword the one that is there"), "text"
        )


def _no_such_question() -> InputError:
    return InputError("", Message("there is no such question"), Message("Take the key of one that is asked"), "key")
