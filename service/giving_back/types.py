"""What is given back to participants, what they answer, and what is said in a channel without names."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

Keys = frozenset[str]
LONGEST_LINE = 280
LONGEST_MESSAGE = 1_000


class Verdict(StrEnum):
    """Whether somebody was heard right."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"


@dataclass(frozen=True, slots=True)
class Said:
    """Words of notes, with the keys of the notes that say them; `team` is "" where it may not be told."""

    text: str
    language: str
    notes: tuple[str, ...]
    team: str = ""


@dataclass(frozen=True, slots=True)
class Share:
    """How many of somebody's notes are in a reading."""

    count: int
    of: int


@dataclass(frozen=True, slots=True)
class Heard:
    """A reading as it was when it was given back.

    Attributes:
        id: its name in answers, unique among all that is asked together.
        notes: keys of its notes, by which it is found again.
        given, given_in: the name that a person gave it, and language -> how it is called there.
        names: clauses of its notes that name it, one a language, the first before all others.
        example: the note that stands for it where nothing names it.
        gloss: language -> nearest words by the model.
        quotes: a few notes; of the team first, if it was asked as a team.
        holders: teams that hold it, of those that may be told.
        own, others: how much of the notes of the team, and of all others, it has; None where that may not be told.
    """

    id: str
    notes: Keys
    given: str = ""
    given_in: Mapping[str, str] = field(default_factory=dict)
    names: tuple[Said, ...] = ()
    example: Said | None = None
    gloss: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    quotes: tuple[Said, ...] = ()
    holders: tuple[str, ...] = ()
    own: Share | None = None
    others: Share | None = None


@dataclass(frozen=True, slots=True)
class HeardElement:
    """What was heard on one element.

    Attributes:
        element: its name.
        known: keys of all its notes then.
        readings: that are given back, largest first.
        left_out: how many are not, because fewer people said them than may be told.
    """

    element: str
    known: Keys
    readings: tuple[Heard, ...]
    left_out: int = 0


@dataclass(frozen=True, slots=True)
class Given:
    """What somebody answers on one reading: a verdict, None for none, and a line, "" for none."""

    verdict: Verdict | None = None
    line: str = ""


@dataclass(frozen=True, slots=True)
class Ask:
    """A page “Did we hear you right?” as its facilitator sees it.

    Attributes:
        code: its name in addresses.
        team: whose own view it shows, "" for everybody's.
        opened: the day, ISO 8601.
        until: the last day on which it takes answers.
        withdrawn: whether it was taken back before.
        is_open: whether it takes answers today.
    """

    code: str
    team: str
    opened: str
    until: str
    withdrawn: bool
    is_open: bool


@dataclass(frozen=True, slots=True)
class Line:
    """A line that somebody wrote, and what they answered beside it."""

    text: str
    verdict: Verdict | None


@dataclass(frozen=True, slots=True)
class Answers:
    """What was answered on one reading, as far as it may be seen.

    Attributes:
        people: who answered; 0 while they are too few to be shown.
        yes, partly, no: how many of them.
        lines: what they wrote, nobody named, in no order that tells who.
    """

    people: int = 0
    yes: int = 0
    partly: int = 0
    no: int = 0
    lines: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True)
class ReadingAnswers:
    """The answers on one reading, and where it is now.

    Attributes:
        id: its name in the ask.
        element: its name, as the programme calls it now.
        heard: as it was given back.
        reading: the id of the reading that it is now, None where there is none any more.
        answers: on it.
    """

    id: str
    element: str
    heard: Heard
    reading: str | None
    answers: Answers


@dataclass(frozen=True, slots=True)
class Beside:
    """Answers as they stand beside a reading: `team` is whose view was asked, "" for everybody."""

    team: str
    opened: str
    answers: Answers


@dataclass(frozen=True, slots=True)
class Channel:
    """A channel without names as its facilitator sees it.

    Attributes:
        code: its name in addresses.
        title: what it is about.
        is_open: whether it takes messages.
        rounds: how many rounds can be read.
    """

    code: str
    title: str
    is_open: bool
    rounds: int


@dataclass(frozen=True, slots=True)
class Reply:
    """What a facilitator replied: `number` of it, the day."""

    number: int
    text: str
    day: str


@dataclass(frozen=True, slots=True)
class ChannelMessage:
    """What somebody wrote: its random id, nobody named; `taken` says that it is among the notes."""

    id: str
    text: str
    taken: bool
    replies: tuple[Reply, ...] = ()


@dataclass(frozen=True, slots=True)
class Round:
    """Messages of at least three people that are shown together, in no order that tells who.

    Attributes:
        number: from 1.
        day: on which it was shown, ISO 8601.
        messages: in it.
        replies: to all of it.
    """

    number: int
    day: str
    messages: tuple[ChannelMessage, ...]
    replies: tuple[Reply, ...] = ()
