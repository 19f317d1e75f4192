"""Reviews, and the parts of their days."""

from dataclasses import dataclass
from enum import StrEnum

MOST_PARTS = 30
MOST_MINUTES = 24 * 60


class PartKind(StrEnum):
    """What a part of the day is for, in the order in which an After Action Review has them."""

    WELCOME = "welcome"
    HAPPENED = "what happened"
    RATINGS = "ratings"
    BREAK = "break"
    DIFFERENCES = "differences"
    ACTIONS = "actions"
    INCLUSION = "inclusion"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class AgendaPart:
    """One timed part of a review.

    Attributes:
        kind: what it is for.
        minutes: how long it is meant to take.
        title: what the facilitator calls it; "" for the usual name of its kind.
    """

    kind: PartKind
    minutes: int
    title: str = ""


USUAL_AGENDA = (
    AgendaPart(PartKind.WELCOME, 15),
    AgendaPart(PartKind.HAPPENED, 30),
    AgendaPart(PartKind.RATINGS, 45),
    AgendaPart(PartKind.BREAK, 15),
    AgendaPart(PartKind.DIFFERENCES, 45),
    AgendaPart(PartKind.ACTIONS, 45),
    AgendaPart(PartKind.INCLUSION, 25),
)
"""An After Action Review, with the time that partners needed for each part."""


@dataclass(frozen=True, slots=True)
class PlannedReview:
    """A review: one that was held, or one that is to come.

    Attributes:
        slug: its name in addresses.
        name: as the programme spells it.
        date: ISO 8601, a day, a month or a year, "" where it is not known.
        is_held: whether something of it is there and its day has come.
        is_planned: whether somebody planned it here; others are known from files alone.
        agenda: of its day.
        starts: time of the day at which it begins, such as 09:00.
        took: seconds that each part really took, nothing where nobody measured.
        session: slug of the session over which its agenda is laid, "" if over none.
    """

    slug: str
    name: str
    date: str
    is_held: bool
    is_planned: bool
    agenda: tuple[AgendaPart, ...]
    starts: str = "09:00"
    took: tuple[int, ...] = ()
    session: str = ""


class Pace(StrEnum):
    """What is to be said of how often reviews come."""

    TOO_SOON = "too soon"
    LONG_AGO = "long ago"
    OVERDUE = "overdue"


@dataclass(frozen=True, slots=True)
class PaceRemark:
    """A quiet word on how often reviews come.

    Attributes:
        pace: which.
        review: which it is about.
        before: the one before it, "" where none matters.
        days: between the two, or since its day.
    """

    pace: Pace
    review: str
    before: str
    days: int


USUAL_LEVELS = ("well-functioning", "emerging", "needs help")
"""Of a programme that has named none, best first."""

LONGEST_REASON = 1_000


class Way(StrEnum):
    """How a team comes to its levels."""

    COLLECTIVE = "collective"
    """One level of an element, which the team agreed on."""

    INDIVIDUAL = "individual"
    """Each person's own, all of which are kept."""

    LEVELS = "under every level"
    """Texts under the levels: what is well, what emerges, what needs help."""

    PHONE = "phone"
    """Each person's own, from a phone and without a name."""


@dataclass(frozen=True, slots=True)
class GivenLevel:
    """What is said of one element: a level, and why."""

    element: str
    level: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class EnteredRating:
    """A rating that was entered here.

    Attributes:
        way: how the team came to it.
        team, element, level: as the programme spells them.
        participant: who rated, "" where that is nobody by name.
        reason: why.
    """

    way: Way
    team: str
    element: str
    level: str
    participant: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class RatingLink:
    """The link by which phones rate.

    Attributes:
        code: behind `/v/`.
        is_open: whether it takes ratings.
        waiting: phones whose ratings cannot be shown yet.
        to_take_in: ratings that can be shown and are not among the ratings yet.
    """

    code: str
    is_open: bool
    waiting: int
    to_take_in: int


@dataclass(frozen=True, slots=True)
class RatingForm:
    """What a phone is asked: for which review, which teams there are, which elements and levels."""

    review: str
    teams: tuple[str, ...]
    elements: tuple[str, ...]
    levels: tuple[str, ...]
    is_open: bool
