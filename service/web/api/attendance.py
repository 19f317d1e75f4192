"""Who was in a session, under `/api/v1/programmes/{slug}/sessions/{session}/attendance`."""

from collections.abc import Mapping
from typing import Annotated

from fastapi import APIRouter
from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from nlp.participation.people.attendance import Presence
from service.annotations.attendance import AttendanceSheet
from service.web.api.dependencies import SessionSlug, Slug, Work, problems

MOST_PEOPLE = 10_000

routes = APIRouter(
    prefix="/programmes/{slug}/sessions/{session}/attendance", responses=problems(404, 422), tags=["attendance"]
)


class SaidAttendance(BaseModel):
    """Who was there; what is not said of somebody stays. `others` is said first, of all who did not speak."""

    model_config = ConfigDict(
        extra="forbid", json_schema_extra={"example": {"others": "absent", "people": {"Saurabh Shrestha": "present"}}}
    )
    people: Annotated[
        Mapping[Annotated[str, StringConstraints(max_length=200)], Presence], Field(max_length=MOST_PEOPLE)
    ] = {}
    others: Presence | None = None


@routes.get("", response_model=AttendanceSheet)
def list_attendance(work: Work, slug: Slug, session: SessionSlug) -> AttendanceSheet:
    """Everybody on the roster of a session: present, absent or not known, and what says so."""
    return work.attendance.of(slug, session)


@routes.put("", response_model=AttendanceSheet, responses=problems(400, 413))
def say_attendance(work: Work, slug: Slug, session: SessionSlug, said: SaidAttendance) -> AttendanceSheet:
    """Say who was there; the session is measured again. Whoever spoke counts as present, whatever is said."""
    work.attendance.say(slug, session, said.people, others=said.others)
    return work.attendance.of(slug, session)
