"""Notes on phones: what is asked, what came in, and what a phone is shown."""

from dataclasses import dataclass
from enum import StrEnum

LONGEST_NOTE = 600
MOST_NOTES = 5_000
"""Of one gathering, also those that were taken back: ten of each phone in a room of five hundred."""


class NoteState(StrEnum):
    """What became of a note.

    One that was taken back stays as a mark without words, so that a phone that sends it once more does not bring it
    back.
    """

    THERE = "there"
    HIDDEN = "hidden"
    TAKEN_BACK = "taken back"


@dataclass(frozen=True, slots=True)
class Gathering:
    """Notes that are written on phones under one title.

    Attributes:
        code: its name in addresses.
        title: what is asked.
        review: to which the notes belong, "" if to none.
        elements: from which whoever writes may choose; without any, no element is asked for.
        teams: from which they may choose theirs; without any, no team is asked for.
        is_open: whether it takes notes.
        day: on which it was opened, ISO 8601.
        notes: how many are there.
        new: how many of these are not among the notes of the programme.
        hidden: how many are hidden.
        changes: counts up with every note and everything that is done with one.
    """

    code: str
    title: str
    review: str
    elements: tuple[str, ...]
    teams: tuple[str, ...]
    is_open: bool
    day: str
    notes: int
    new: int
    hidden: int
    changes: int


@dataclass(frozen=True, slots=True)
class PhoneNote:
    """A note as it came from a phone.

    Attributes:
        id: tells it from others, and nothing else.
        text: as it was written, without what reaches somebody (telephone numbers, addresses).
        element: which it is about, "" for none.
        team: of whoever wrote it, as they say, "" for none.
        is_hidden: whether the facilitator hid it.
        is_new: whether it is not among the notes of the programme yet.
    """

    id: str
    text: str
    element: str
    team: str
    is_hidden: bool
    is_new: bool
