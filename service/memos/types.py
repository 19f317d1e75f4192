"""What a memo is about, and what is said in it."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

LONGEST_MEMO = 2_000
LONGEST_NAME = 200


class Subject(StrEnum):
    """What can be talked about."""

    READING = "reading"
    NOTE = "note"
    DESCRIPTOR = "descriptor"
    SESSION = "session"
    ACTION = "action"


OF_NO_ELEMENT = frozenset({Subject.SESSION, Subject.ACTION})
"""What is talked about without naming an element."""


@dataclass(frozen=True, slots=True)
class About:
    """What a memo is about. Its words are not kept: they are shown as they may be shown when somebody looks.

    Attributes:
        kind: what it is.
        id: of a reading, when the memo was begun; `text_key` of a note or a descriptor; the slug of a session; the code
            of an action.
        element: the name of its element, "" for none.
        notes: keys of the notes of a reading then, by which it is found again.
    """

    kind: Subject
    id: str
    element: str = ""
    notes: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class AsItIs:
    """What a memo is about as it is now.

    Attributes:
        id: by which it is talked about now; of a reading another one than then, where it has moved.
        words: what it is called; of a note or a descriptor what it says.
        language: of the words, "" where it is not known.
        note: id of a note or a descriptor, by which its place is shown; "" for anything else.
    """

    id: str
    words: str
    language: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class MemoText:
    """One thing that was said: its number, by whom ("" for nobody who gave a name), when, and the words."""

    number: int
    who: str
    made: datetime
    text: str


@dataclass(frozen=True, slots=True)
class Memo:
    """A memo with its answers.

    Attributes:
        number: its name in addresses.
        about: what it is about.
        now: that as it is now, None where it is not there any more.
        said: the memo, then its answers, oldest first.
        closed: when it was closed, None while it is open.
        closed_by: who closed it.
    """

    number: int
    about: About
    said: tuple[MemoText, ...]
    now: AsItIs | None = None
    closed: datetime | None = None
    closed_by: str = ""
