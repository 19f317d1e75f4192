"""What a file becomes when it has been read: notes, a rubric, a roster, or ratings."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from nlp.messages import Message
from nlp.text.dates.read import DateDoubt


@dataclass(frozen=True, slots=True)
class Unit:
    """The smallest piece of text that says one thing: a bullet, a sentence, a table cell.

    Attributes:
        id: stable for the same source, place and text.
        text: in NFC, without the bullet sign.
        language: BCP 47 ("en", "bn", "ne", "bn-Latn"), "und" where it cannot be told.
        source: name of the file.
        line: line of a text file, paragraph of a docx, row of a table; from 1, header included.
        start, end: code points into that line, paragraph or cell as it was handed in (before NFC).
        element: the rubric element that the note speaks of, or None.
        attributes: team, participant, date (ISO 8601 where it is certain), review, role ... with lower-case keys.
    """

    id: str
    text: str
    language: str
    source: str
    line: int
    start: int
    end: int
    element: str | None = None
    attributes: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Descriptor:
    """One sentence of a rubric: what an element looks like at a level, to one team."""

    id: str
    element: str
    level: str
    text: str
    language: str
    source: str
    line: int
    team: str
    version: str = ""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody on a roster; `aliases` are other spellings under which they appear."""

    name: str
    aliases: tuple[str, ...] = ()
    attributes: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Rating:
    """A level that a team (or one participant) gave to an element in a review."""

    review: str
    team: str
    element: str
    level: str
    participant: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Unread:
    """What a reader did not understand: how many lines, and a few of them (`line 7: ...`)."""

    lines: int = 0
    examples: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DoubtfulDate:
    """What stands where a date should, as it is written, and why it is not read as one; `line` as that of the note."""

    line: int
    text: str
    doubt: DateDoubt


@dataclass(frozen=True, slots=True)
class DatesRead:
    """How the dates of a file of notes were understood.

    Attributes:
        read: notes whose date is certain: their attribute `date` is ISO 8601.
        doubtful: notes with something in its place that is not certainly a date: `date` is as it was written.
        examples: the first of these.
    """

    read: int = 0
    doubtful: int = 0
    examples: tuple[DoubtfulDate, ...] = ()


@dataclass(frozen=True, slots=True)
class Notes:
    """A file of notes, cut into units; notes without a date count in neither number of `dates`.

    `remarks` say what was done to the text before it could be read, as far as it should be checked.
    """

    name: str
    units: tuple[Unit, ...]
    unread: Unread = Unread()
    dates: DatesRead = DatesRead()
    remarks: tuple[Message, ...] = ()


@dataclass(frozen=True, slots=True)
class Rubric:
    """A file of descriptors of one or more teams, levels in order of first appearance; `remarks` as of `Notes`."""

    name: str
    descriptors: tuple[Descriptor, ...]
    unread: Unread = Unread()
    remarks: tuple[Message, ...] = ()


@dataclass(frozen=True, slots=True)
class Roster:
    """A file of people, in its own order (pages keep it)."""

    name: str
    people: tuple[Person, ...]
    unread: Unread = Unread()


@dataclass(frozen=True, slots=True)
class Ratings:
    """A file of ratings."""

    name: str
    ratings: tuple[Rating, ...]
    unread: Unread = Unread()


Document = Notes | Rubric | Roster | Ratings
