"""What stands in the library, who put it there, and what is told of it."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

LONGEST_WORDS = 600
LONGEST_ELEMENT = 200
LONGEST_LEVEL = 100
LONGEST_CAME_OF = 300
LONGEST_CREDIT = 200
MOST_SHARED = 500
"""Entries of one programme."""


class LibraryKind(StrEnum):
    """What can be shared."""

    READING = "reading"
    DESCRIPTOR = "descriptor"
    ACTION = "action"


@dataclass(frozen=True, slots=True)
class SharedWords:
    """All that is shared of something: what others read, and nothing else.

    Attributes:
        kind: what it is.
        language: of the words, BCP 47, "und" where nobody knows.
        element: what it is about, "" for none.
        words: of the reading, the descriptor or the action, as whoever shares it wants them read.
        level: of a descriptor, "" of others.
        came_of: what became of an action, "" where nothing is told.
        credit: whom it is from, in whatever words; "" for nobody.
    """

    kind: LibraryKind
    language: str
    element: str
    words: str
    level: str = ""
    came_of: str = ""
    credit: str = ""


@dataclass(frozen=True, slots=True)
class LibraryEntry:
    """One thing in the library.

    Attributes:
        id: its name in every installation that has it, 32 hexadecimal digits.
        version: from 1; the larger one is the newer.
        changed: when this version was made.
        said: what is shared.
    """

    id: str
    version: int
    changed: datetime
    said: SharedWords


@dataclass(frozen=True, slots=True)
class SharedThing:
    """What an entry was made of, in the programme that shares it; never leaves it.

    Attributes:
        kind: what it is.
        id: of a reading, when it was shared; `text_key` of a descriptor; the code of an action.
        element: the name of its element, "" for none.
        notes: keys of the notes of a reading then, by which it is found again.
    """

    kind: LibraryKind
    id: str
    element: str = ""
    notes: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Share:
    """An entry that a programme put into the library, and what it was made of."""

    entry: LibraryEntry
    of: SharedThing


@dataclass(frozen=True, slots=True)
class OnShelf:
    """An entry as it stands in the library of an installation.

    Attributes:
        entry: the entry.
        programmes: ids of those here that share it; none of what was brought in.
        file: number of the file that brought it, None where a programme here shares it.
        filename: of that file.
    """

    entry: LibraryEntry
    programmes: frozenset[int] = frozenset()
    file: int | None = None
    filename: str = ""


@dataclass(frozen=True, slots=True)
class LibraryFile:
    """A file of entries that was brought in, or waits to be.

    Attributes:
        number: its number here.
        token: under which it waits, "" once it was brought in.
        filename: as it was called.
        arrived: when.
        count: how many entries in the library it brought, or has while it waits.
    """

    number: int
    token: str
    filename: str
    arrived: datetime
    count: int


@dataclass(frozen=True, slots=True)
class Arrival:
    """What a file would bring.

    Attributes:
        token: under which it waits, "" where it does not.
        filename: as it was called.
        new: entries that are not here.
        newer: those of which an older version is here, which they replace.
        here: those that are here already, as new or newer.
        gone: those that a programme here has taken back: they do not come again.
    """

    token: str
    filename: str
    new: tuple[LibraryEntry, ...] = ()
    newer: tuple[LibraryEntry, ...] = ()
    here: tuple[LibraryEntry, ...] = ()
    gone: tuple[LibraryEntry, ...] = ()

    @property
    def coming(self) -> tuple[LibraryEntry, ...]:
        """Return what would be brought in."""
        return self.new + self.newer


@dataclass(frozen=True, slots=True)
class Alike:
    """What others share that is nearest to one thing of a programme.

    Attributes:
        near: entries that are read alike, the nearest first.
        nearest: the nearest where none is: they may be about something else.
    """

    near: tuple[OnShelf, ...] = ()
    nearest: tuple[OnShelf, ...] = ()
