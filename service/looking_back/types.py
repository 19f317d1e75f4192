"""One element through all reviews."""

from dataclasses import dataclass

from nlp.readings.drift import ElementDrift
from service.actions.types import ActionPoint


@dataclass(frozen=True, slots=True)
class RatedDots:
    """How often a team gave an element a level in one review."""

    review: str
    team: str
    level: str
    count: int


@dataclass(frozen=True, slots=True)
class TeamHeard:
    """A team in one session: its part of what was said, and of those present; both 0 to 1."""

    team: str
    share: float
    head_share: float


@dataclass(frozen=True, slots=True)
class SessionOfReview:
    """A session near the day of a review, and which teams were heard in it, as far as they may be shown."""

    review: str
    slug: str
    title: str
    date: str
    teams: tuple[TeamHeard, ...]


@dataclass(frozen=True, slots=True)
class LookingBack:
    """One element through all reviews.

    Attributes:
        element: its name.
        reviews: oldest first.
        levels: of the ratings, in the order of the programme.
        rated: what the teams gave it.
        drift: its readings through the reviews, None where nothing can be followed.
        sessions: that belong to a review, whatever was spoken of in them.
        actions: that were made of something of this element, oldest first.
    """

    element: str
    reviews: tuple[str, ...]
    levels: tuple[str, ...]
    rated: tuple[RatedDots, ...]
    drift: ElementDrift | None
    sessions: tuple[SessionOfReview, ...]
    actions: tuple[ActionPoint, ...]
