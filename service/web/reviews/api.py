"""Reviews, under `/api/v1/programmes/{slug}/reviews`."""

import datetime
from collections.abc import Sequence
from typing import Annotated, Literal

from fastapi import APIRouter, Path, Query
from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from nlp.documents.types import Rating
from service.presentation.i18n import language
from service.presentation.reviews.agenda import agenda_view
from service.reviews.hanging import Hanging, ItsActions
from service.reviews.types import (
    LONGEST_REASON,
    MOST_MINUTES,
    MOST_PARTS,
    AgendaPart,
    EnteredRating,
    GivenLevel,
    PaceRemark,
    PartKind,
    PlannedReview,
    RatingLink,
    Way,
)
from service.web.api.dependencies import Slug, Work, problems

ReviewSlug = Annotated[str, Path(description="The review: its name, or its name in addresses.", examples=["may-2026"])]
Name = Annotated[str, StringConstraints(min_length=1, max_length=200)]

routes = APIRouter(prefix="/programmes/{slug}/reviews", responses=problems(404, 422), tags=["reviews"])
ratings = APIRouter(
    prefix="/programmes/{slug}/reviews/{review}/ratings", responses=problems(404, 422), tags=["reviews"]
)


class NewReview(BaseModel):
    """A review to be planned; six months after the last where no day is given."""

    model_config = ConfigDict(extra="forbid", json_schema_extra={"example": {"name": "May 2027", "date": "2027-05-04"}})
    name: Name
    date: Annotated[datetime.date | None, Field(description="Its day.")] = None


class ReviewChange(BaseModel):
    """What is to change of a review; null stays as it is."""

    model_config = ConfigDict(extra="forbid", json_schema_extra={"example": {"date": "2027-05-11"}})
    name: Name | None = None
    date: Annotated[datetime.date | None, Field(description="Its day.")] = None


class Part(BaseModel, extra="forbid"):
    """A timed part of the day; without a title it has the usual name of its kind."""

    kind: PartKind = PartKind.OTHER
    minutes: Annotated[int, Field(ge=1, le=MOST_MINUTES)]
    title: Annotated[str, StringConstraints(max_length=200)] = ""


class Agenda(BaseModel):
    """The parts of the day, in their order."""

    model_config = ConfigDict(
        extra="forbid", json_schema_extra={"example": {"parts": [{"kind": "ratings", "minutes": 45}]}}
    )
    parts: list[Part] = Field(min_length=1, max_length=MOST_PARTS)
    starts: Annotated[datetime.time | None, Field(description="When it begins; as it was if left out.")] = None


class Took(BaseModel):
    """How long the parts really took."""

    model_config = ConfigDict(extra="forbid", json_schema_extra={"example": {"seconds": [1_020, 2_400]}})
    seconds: list[Annotated[int, Field(ge=0, le=MOST_MINUTES * 60)]] = Field(max_length=MOST_PARTS)


class ReviewSession(BaseModel):
    """The session over which an agenda is laid; null for none."""

    model_config = ConfigDict(
        extra="forbid", json_schema_extra={"example": {"session": "session-2026-03-review", "begins": 90}}
    )
    session: Name | None
    begins: Annotated[
        float, Field(ge=0, le=MOST_MINUTES * 60, description="Second of the record at which the first part begins.")
    ] = 0.0


class Given(BaseModel, extra="forbid"):
    """A level of one element, and why."""

    element: Name
    level: Name
    reason: Annotated[str, StringConstraints(max_length=LONGEST_REASON)] = ""


class TeamRatings(BaseModel):
    """What a team, or one person of it, says; it takes the place of what they said before in that way."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "example": {
                "way": "collective",
                "team": "North",
                "ratings": [{"element": "Communications", "level": "Emerging", "reason": "We call each other now."}],
            }
        },
    )
    way: Literal["collective", "individual", "under every level"]
    team: Name
    participant: Annotated[str, StringConstraints(max_length=200)] = Field(
        default="", description="Who rates, of individuals."
    )
    ratings: list[Given] = Field(max_length=500)


class RatingLinkChange(BaseModel):
    """Whether phones can rate."""

    model_config = ConfigDict(extra="forbid", json_schema_extra={"example": {"is_open": True}})
    is_open: bool


@routes.get("", response_model=list[PlannedReview])
def list_reviews(work: Work, slug: Slug) -> Sequence[PlannedReview]:
    """All reviews, held and planned, oldest first."""
    return work.reviews.every(slug)


@routes.post("", response_model=PlannedReview, status_code=201, responses=problems(400, 413))
def plan_review(work: Work, slug: Slug, new: NewReview) -> PlannedReview:
    """Plan a review, with the agenda of an After Action Review."""
    return work.reviews.plan(slug, new.name, new.date)


@routes.get("/pace", response_model=list[PaceRemark])
def read_pace(work: Work, slug: Slug) -> Sequence[PaceRemark]:
    """What is to be said of how often reviews come: too soon, long ago, overdue."""
    return work.reviews.remarks(slug)


@routes.get("/{review}", response_model=PlannedReview)
def get_review(work: Work, slug: Slug, review: ReviewSlug) -> PlannedReview:
    """One review."""
    return work.reviews.get(slug, review)


@routes.patch("/{review}", response_model=PlannedReview, responses=problems(400, 413))
def change_review(work: Work, slug: Slug, review: ReviewSlug, change: ReviewChange) -> PlannedReview:
    """Give a review another day, or another name while nothing of it is there."""
    return work.reviews.change(slug, review, change.name, change.date)


@routes.put("/{review}/agenda", response_model=PlannedReview, responses=problems(400, 413))
def set_agenda(work: Work, slug: Slug, review: ReviewSlug, agenda: Agenda) -> PlannedReview:
    """Say what the parts of the day are, and how long each is meant to take."""
    parts = tuple(AgendaPart(each.kind, each.minutes, each.title) for each in agenda.parts)
    return work.reviews.set_agenda(slug, review, parts, agenda.starts)


@routes.put("/{review}/took", response_model=PlannedReview, responses=problems(400, 413))
def say_how_long_parts_took(work: Work, slug: Slug, review: ReviewSlug, took: Took) -> PlannedReview:
    """Keep how many seconds each part of the day really took."""
    return work.reviews.say_took(slug, review, tuple(took.seconds))


@routes.put("/{review}/session", response_model=PlannedReview, responses=problems(400, 413))
def lay_agenda_over(work: Work, slug: Slug, review: ReviewSlug, choice: ReviewSession) -> PlannedReview:
    """Lay the agenda over a session, so that it is measured who was heard in each part; null takes it off."""
    titles = [part.title for part in agenda_view(work.reviews.get(slug, review).agenda, language("en"))]
    return work.reviews.lay_over(slug, review, choice.session, titles, choice.begins)


@routes.get("/{review}/hanging", response_model=Hanging)
def list_what_hangs_on_a_review(work: Work, slug: Slug, review: ReviewSlug) -> Hanging:
    """What goes with a review when it is removed, what stays, and the actions that came of it."""
    return work.reviews.hanging(slug, review)


@routes.delete("/{review}", status_code=204, responses=problems(409))
def remove_review(
    work: Work,
    slug: Slug,
    review: ReviewSlug,
    actions: Annotated[
        ItsActions | None,
        Query(description="What becomes of the actions that came of it; without it, a review with actions stays."),
    ] = None,
) -> None:
    """Forget that a review was planned; what files say of it stays."""
    work.reviews.remove(slug, review, actions)


@ratings.get("", response_model=list[Rating])
def list_ratings_of_review(work: Work, slug: Slug, review: ReviewSlug) -> Sequence[Rating]:
    """The levels that were given in a review, from files and entered, each with its reason."""
    own = work.reviews.get(slug, review)
    return tuple(each for each in work.findings(slug).ratings() if each.review == own.name)


@ratings.get("/entered", response_model=list[EnteredRating])
def list_entered_ratings(work: Work, slug: Slug, review: ReviewSlug) -> Sequence[EnteredRating]:
    """What was entered here or came from phones, with the way in which the team came to it."""
    return work.ratings.entered(slug, review)


@ratings.put("", response_model=list[EnteredRating], responses=problems(400, 409, 413))
def enter_ratings(work: Work, slug: Slug, review: ReviewSlug, new: TeamRatings) -> Sequence[EnteredRating]:
    """Keep what a team, or one person of it, says of elements; no ratings take back what was said."""
    given = [GivenLevel(each.element, each.level, each.reason) for each in new.ratings]
    return work.ratings.enter(slug, review, Way(new.way), new.team, given, new.participant)


@ratings.get("/phones", response_model=RatingLink | None)
def get_rating_link(work: Work, slug: Slug, review: ReviewSlug) -> RatingLink | None:
    """The link by which phones rate, at `/v/` and the code; null if there never was one."""
    return work.ratings.link(slug, review)


@ratings.put("/phones", response_model=RatingLink, responses=problems(400, 413))
def open_rating_link(work: Work, slug: Slug, review: ReviewSlug, change: RatingLinkChange) -> RatingLink:
    """Let phones rate, or no more."""
    return work.ratings.set_open(slug, review, is_open=change.is_open)


@ratings.post("/take-in", response_model=list[EnteredRating], responses=problems(409))
def take_in_ratings(work: Work, slug: Slug, review: ReviewSlug) -> Sequence[EnteredRating]:
    """Put what phones sent among the ratings: of every team from whose phones three or more came."""
    return work.ratings.take_in(slug, review)
