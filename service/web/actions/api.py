"""Actions under `/api/v1/programmes/{slug}/actions`, what nobody has answered, and the address for calendars."""

from datetime import date
from typing import Annotated

from fastapi import APIRouter, Path, Query
from fastapi.responses import JSONResponse
from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from service.actions.types import (
    LONGEST_LINE,
    LONGEST_WHAT,
    LONGEST_WHO,
    ActionPoint,
    Became,
    Calendar,
    Left,
    Origin,
    Source,
    Status,
    ThenAndNow,
)
from service.actions.unanswered import Unanswered
from service.errors import NotFound
from service.looking_back.looking_back import look_back
from service.looking_back.types import LookingBack
from service.names.slugs import slugify
from service.web.api.dependencies import WORKED_OUT, Slug, Work, answer, problems

Code = Annotated[str, Path(description="Its name in addresses.", examples=["k7mq2xh3tz"])]
Element = Annotated[str, Path(description="Its name in addresses, or as answers call it.", examples=["communications"])]
What = Annotated[str, StringConstraints(max_length=LONGEST_WHAT)]
Who = Annotated[str, StringConstraints(max_length=LONGEST_WHO)]
Line = Annotated[str, StringConstraints(max_length=LONGEST_LINE)]
Text = Annotated[str, StringConstraints(max_length=2_000)]
Name = Annotated[str, StringConstraints(max_length=200)]

routes = APIRouter(prefix="/programmes/{slug}/actions", responses=problems(404, 422), tags=["actions"])
left = APIRouter(prefix="/programmes/{slug}", responses=problems(404, 422), tags=["actions"])
calendar = APIRouter(prefix="/programmes/{slug}/calendar", responses=problems(404, 422), tags=["actions"])


class MadeOf(BaseModel, extra="forbid"):
    """What an action is made of: what it says now is kept with the action."""

    origin: Origin = Origin.HAND
    id: Text = Field(
        default="",
        description="Of a reading or a note, a session's slug, a form's code, a question's key, a descriptor.",
    )
    element: Name = Field(default="", description="The slug of its element.")
    text: Text = Field(default="", description="The question as it was asked, the other descriptor of a match.")

    @property
    def source(self) -> Source:
        """It as the service takes it."""
        return Source(self.origin, self.id, self.element, self.text)


class NewAction(BaseModel):
    """Something that is to be done."""

    model_config = ConfigDict(
        extra="forbid", json_schema_extra={"example": {"what": "Call every Monday", "who": "Nepal", "until": None}}
    )
    what: What
    who: Who = ""
    until: Annotated[date | None, Field(description="The day by which it is to be done.")] = None
    made_of: MadeOf = MadeOf()


class ActionChange(BaseModel):
    """What is otherwise; a field left out stays as it is, and `until: null` takes the day away."""

    model_config = ConfigDict(extra="forbid", json_schema_extra={"example": {"status": "done"}})
    what: What | None = None
    who: Who | None = None
    until: date | None = None
    status: Status | None = None


class NewVerdict(BaseModel):
    """What people say at a review became of what an action was about; null takes it back."""

    model_config = ConfigDict(extra="forbid", json_schema_extra={"example": {"became": "changed", "line": "We call."}})
    became: Became | None
    line: Line = ""
    review: Annotated[Name | None, Field(description="Its name; the last one if it is left out.")] = None


class NewReason(BaseModel):
    """Why something that people raised is left as it is."""

    model_config = ConfigDict(extra="forbid", json_schema_extra={"example": {"reason": "It is not ours to change."}})
    reason: Line
    made_of: MadeOf = MadeOf()


class NewCalendar(BaseModel, extra="forbid"):
    """Whether people are named in the calendar; teams always are."""

    names: bool = False


@routes.get("", response_model=list[ThenAndNow], responses=WORKED_OUT)
def list_actions(work: Work, slug: Slug) -> JSONResponse:
    """All actions beside what led to them, then and now: first those of which the last review was not told."""
    found = work.findings(slug)
    return answer(list(work.actions.beside(found)), found)


@routes.post("", response_model=ActionPoint, status_code=201, responses=problems(400, 409, 413))
def make_action(work: Work, slug: Slug, new: NewAction) -> ActionPoint:
    """Write down an action; what it is made of is kept as it is now."""
    return work.actions.make(slug, new.what, new.who, _day(new.until), new.made_of.source)


@routes.get("/{code}", response_model=ThenAndNow, responses=WORKED_OUT)
def get_action(work: Work, slug: Slug, code: Code) -> JSONResponse:
    """One action beside what led to it, then and now."""
    found = work.findings(slug)
    return answer(work.actions.then_and_now(found, work.actions.get(slug, code)), found)


@routes.patch("/{code}", response_model=ActionPoint, responses=problems(400, 409, 413))
def change_action(work: Work, slug: Slug, code: Code, change: ActionChange) -> ActionPoint:
    """Say what is otherwise."""
    until = _day(change.until) if "until" in change.model_fields_set else None
    return work.actions.change(slug, code, what=change.what, who=change.who, until=until, status=change.status)


@routes.delete("/{code}", status_code=204)
def remove_action(work: Work, slug: Slug, code: Code) -> None:
    """Remove an action with what was said of it."""
    work.actions.remove(slug, code)


@routes.put("/{code}/verdict", response_model=ActionPoint, responses=problems(400, 409, 413))
def judge_action(work: Work, slug: Slug, code: Code, verdict: NewVerdict) -> ActionPoint:
    """Say at a review what became of it."""
    return work.actions.judge(slug, code, verdict.became, verdict.line, verdict.review)


@left.get("/unanswered", response_model=list[Unanswered], responses=WORKED_OUT)
def list_unanswered(
    work: Work,
    slug: Slug,
    review: Annotated[str, Query(max_length=200, description="Only notes of this review.")] = "",
) -> JSONResponse:
    """What people raised and neither an action nor a reason speaks of."""
    found = work.findings(slug)
    return answer(list(work.actions.unanswered(found, review)), found)


@left.get("/elements/{element}/looking-back", response_model=LookingBack, responses=WORKED_OUT)
def look_back_at(work: Work, slug: Slug, element: Element) -> JSONResponse:
    """One element through all reviews: ratings, readings, who was heard, and what was promised."""
    found = work.findings(slug)
    return answer(look_back(found, slugify(element), work.actions.every(slug)), found)


@left.get("/left-as-it-is", response_model=list[Left])
def list_left(work: Work, slug: Slug) -> JSONResponse:
    """What is left as it is, and why."""
    return answer(list(work.actions.left_shown(work.findings(slug))))


@left.post("/left-as-it-is", response_model=Left, status_code=201, responses=problems(400, 409, 413))
def leave_as_it_is(work: Work, slug: Slug, new: NewReason) -> Left:
    """Say why something is left as it is."""
    return work.actions.leave(slug, new.reason, new.made_of.source)


@left.delete("/left-as-it-is/{code}", status_code=204)
def take_up_again(work: Work, slug: Slug, code: Code) -> None:
    """Let it be unanswered again."""
    work.actions.take_up(slug, code)


@calendar.get("", response_model=Calendar)
def get_calendar(work: Work, slug: Slug) -> Calendar:
    """The secret under which calendars fetch the actions, at `/a/` and the secret."""
    found = work.actions.calendar(slug)
    if found is None:
        raise NotFound("link", "calendar")
    return found


@calendar.put("", response_model=Calendar, responses=problems(400, 413))
def open_calendar(work: Work, slug: Slug, new: NewCalendar) -> Calendar:
    """Make a secret address; that which there was leads nowhere from now on."""
    return work.actions.open_calendar(slug, names=new.names)


@calendar.delete("", status_code=204)
def close_calendar(work: Work, slug: Slug) -> None:
    """Let the address for calendars lead nowhere."""
    work.actions.close_calendar(slug)


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""
