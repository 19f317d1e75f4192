"""Reviews, under `/api/v1/programmes/{slug}/reviews`."""

import datetime
from collections.abc import Sequence
from typing import Annotated

from fastapi import APIRouter, Path
from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from service.reviews.types import MOST_MINUTES, MOST_PARTS, AgendaPart, PaceRemark, PartKind, PlannedReview
from service.web.api.dependencies import Slug, Work, problems

ReviewSlug = Annotated[str, Path(description="The review: its name, or its name in addresses.", examples=["may-2026"])]
Name = Annotated[str, StringConstraints(min_length=1, max_length=200)]

routes = APIRouter(prefix="/programmes/{slug}/reviews", responses=problems(404, 422), tags=["reviews"])


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
    return work.reviews.set_agenda(slug, review, parts)


@routes.delete("/{review}", status_code=204)
def remove_review(work: Work, slug: Slug, review: ReviewSlug) -> None:
    """Forget that a review was planned; what files say of it stays."""
    work.reviews.remove(slug, review)
