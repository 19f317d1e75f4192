"""What people agreed to do: what, who and by when, what led to it, and what they say became of it."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from service.giving_back.types import Said

Keys = frozenset[str]
LONGEST_WHAT = 500
LONGEST_WHO = 200
LONGEST_LINE = 500


class Origin(StrEnum):
    """What an action was made of."""

    HAND = "hand"
    READING = "reading"
    NOTE = "note"
    MATCH = "match"
    QUESTION = "question"
    SESSION = "session"
    REFLECTION = "reflection"


class Status(StrEnum):
    """How far an action is."""

    OPEN = "open"
    DOING = "doing"
    DONE = "done"
    LET_GO = "let go"


class Became(StrEnum):
    """What people say became of what an action was about."""

    CHANGED = "changed"
    NOT_CHANGED = "not changed"
    TOO_EARLY = "too early"


UNDER_WAY = frozenset({Status.OPEN, Status.DOING})


@dataclass(frozen=True, slots=True)
class Source:
    """What an action is to be made of.

    Attributes:
        origin: what kind of thing.
        id: a reading's id, a note's id or key, a session's slug, the code of the form of a
            session that people talked about, a question's key, one descriptor of a match.
        element: the slug of its element, or its name; "" where there is none.
        text: the question as it was asked, the other descriptor of a match.
    """

    origin: Origin = Origin.HAND
    id: str = ""
    element: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class TeamRating:
    """The levels that a team gave an element in one review; several where it was divided."""

    team: str
    levels: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Evidence:
    """What led to something, as it was at that moment.

    Attributes:
        origin: what kind of thing it was.
        id: its name in addresses then.
        element: the name of its element, "" where there is none.
        called: what it was called; no notes stand beside what a person called it.
        said: words of it: quotes, the note, both descriptors, who was heard.
        notes: keys by which it is found again.
        known: keys of all notes on the element then.
        count, of: how many notes said it, of how many on the element.
        review: the last one then.
        in_review, of_review: how many notes of that review said it, of how many.
        rated_in: the last review with ratings then.
        rated: what the teams gave the element in it.
    """

    origin: Origin = Origin.HAND
    id: str = ""
    element: str = ""
    called: Said | None = None
    said: tuple[Said, ...] = ()
    notes: Keys = frozenset()
    known: Keys = frozenset()
    count: int = 0
    of: int = 0
    review: str = ""
    in_review: int = 0
    of_review: int = 0
    rated_in: str = ""
    rated: tuple[TeamRating, ...] = ()


@dataclass(frozen=True, slots=True)
class ActionVerdict:
    """What people say at a review became of what an action was about; `day` in ISO 8601."""

    review: str
    became: Became
    line: str
    day: str


@dataclass(frozen=True, slots=True)
class ActionPoint:
    """Something that people agreed to do.

    Attributes:
        code: its name in addresses.
        what: is to be done.
        who: does it: a team, a person, or any words.
        until: the day by which it is to be done, ISO 8601, "" for none.
        status: how far it is.
        day: on which it was agreed, ISO 8601.
        changed: when it was last changed.
        evidence: what led to it.
        verdicts: of reviews, oldest first; one a review.
    """

    code: str
    what: str
    who: str
    until: str
    status: Status
    day: str
    changed: datetime
    evidence: Evidence
    verdicts: tuple[ActionVerdict, ...] = ()

    @property
    def is_under_way(self) -> bool:
        """Whether it is still to be done."""
        return self.status in UNDER_WAY

    def is_late(self, today: str) -> bool:
        """Whether its day is over and it is still to be done."""
        return self.is_under_way and bool(self.until) and self.until < today

    def verdict_in(self, review: str) -> ActionVerdict | None:
        """Return what was said of it at a review."""
        return next((each for each in self.verdicts if each.review == review), None)

    def waits_for(self, review: str) -> bool:
        """Whether a review that came after it was agreed has not yet been told what became of it."""
        return self.evidence.review != review and self.verdict_in(review) is None


@dataclass(frozen=True, slots=True)
class Left:
    """What people raised and the team leaves as it is, with the reason.

    Attributes:
        code: its name in addresses.
        reason: why.
        day: on which that was said, ISO 8601.
        evidence: what was raised.
    """

    code: str
    reason: str
    day: str
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Calendar:
    """The address under which calendars fetch the actions; `names` says whether people are named in it."""

    secret: str
    names: bool


@dataclass(frozen=True, slots=True)
class Now:
    """What became of what led to an action, as far as notes and ratings tell.

    Attributes:
        reading: id of the reading that it is in now, None where there is none.
        count, of: how many notes say it now, of how many on the element.
        review: the last one now.
        in_review, of_review: how many notes of that review say it, of how many.
        rated_in: the last review with ratings.
        rated: what the teams gave the element in it.
    """

    reading: str | None
    count: int
    of: int
    review: str
    in_review: int
    of_review: int
    rated_in: str
    rated: tuple[TeamRating, ...]


@dataclass(frozen=True, slots=True)
class ThenAndNow:
    """An action beside what led to it: then, without words that may not be shown any more, and now.

    Attributes:
        action: it, with what led to it then.
        now: that as it is now.
        review_gone: the name of the review that it came of where that is not there any more, else "".
    """

    action: ActionPoint
    now: Now
    review_gone: str = ""
