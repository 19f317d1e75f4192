"""How inclusive sessions were (`/forms/{code}/reflection`), who held power in them, and first names only."""

from typing import Annotated

from fastapi import APIRouter, Path, Query
from fastapi.responses import JSONResponse
from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from nlp.participation.three_views import Points
from service.inclusion.power_types import LONGEST_WORDS, MOST_HOLDERS, Holder, Kind, PowerNote, PowerPicture
from service.inclusion.types import LONGEST_LINE, LONGEST_NAME, LONGEST_NOTE, LONGEST_TIME, Reflection
from service.web.api.dependencies import WORKED_OUT, SessionSlug, Slug, Work, answer, problems
from service.web.api.sortings import ElementSlug
from service.web.numbers import LARGEST, Number

Code = Annotated[str, Path(description="The form's name in addresses.", examples=["k7mq2x"])]
Name = Annotated[str, StringConstraints(max_length=200)]

reflections = APIRouter(
    prefix="/programmes/{slug}/forms/{code}/reflection", responses=problems(404, 422), tags=["inclusion"]
)

power = APIRouter(prefix="/programmes/{slug}", responses=problems(404, 422), tags=["inclusion"])


class NewObserverNote(BaseModel):
    """What an observer noted; which way it points is for the observer to say."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={"example": {"text": "Two people were asked nothing.", "points": "somebody was left out"}},
    )
    text: Annotated[str, StringConstraints(max_length=LONGEST_NOTE)]
    observer: Annotated[str, StringConstraints(max_length=LONGEST_NAME)] = ""
    time: Annotated[str, StringConstraints(max_length=LONGEST_TIME)] = ""
    points: Points = Points.NEITHER


class NewIntention(BaseModel):
    """A line of what the group wants to do differently."""

    model_config = ConfigDict(extra="forbid", json_schema_extra={"example": {"text": "The chair speaks last."}})
    text: Annotated[str, StringConstraints(max_length=LONGEST_LINE)]


class NotesToTake(BaseModel, extra="forbid"):
    """Notes of observers that become notes of the programme, and the slug of the element that they are about."""

    notes: list[Annotated[int, Field(ge=1, le=LARGEST)]] = Field(min_length=1, max_length=500)
    element: Name = ""


class PowerHolder(BaseModel, extra="forbid"):
    """A person, or a group of the roster; a person's attribute is empty."""

    attribute: Name = ""
    name: Annotated[str, StringConstraints(min_length=1, max_length=200)]


class NewPowerNote(BaseModel):
    """What is noted of one kind of power in a session."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={"example": {"kind": "funder", "there": True, "holders": [{"name": "Anika"}], "words": ""}},
    )
    kind: Kind
    there: bool
    holders: list[PowerHolder] = Field(default=[], max_length=MOST_HOLDERS)
    words: Annotated[str, StringConstraints(max_length=LONGEST_WORDS)] = ""


class CriticalReadings(BaseModel, extra="forbid"):
    """The ids of the readings of an element that people say are critical; the others are not."""

    readings: list[Name] = Field(max_length=500)


class OnlyFirstNames(BaseModel, extra="forbid"):
    """Whether people in a session have first names only."""

    only: bool


@reflections.get("", response_model=Reflection)
def read_reflection(work: Work, slug: Slug, code: Code) -> JSONResponse:
    """What observers noted, what those present answered, what the record shows, and whether the three agree."""
    return answer(work.reflections.of(slug, code))


@reflections.post("/notes", response_model=Reflection, status_code=201, responses=problems(400, 409, 413))
def add_observer_note(work: Work, slug: Slug, code: Code, new: NewObserverNote) -> JSONResponse:
    """Add what an observer noted."""
    return _made(work.reflections.observe(slug, code, new.text, new.observer, new.time, new.points))


@reflections.post("/notes/take", response_model=Reflection, responses=problems(400, 409, 413))
def take_observer_notes(work: Work, slug: Slug, code: Code, take: NotesToTake) -> JSONResponse:
    """Put notes of observers among the notes of the programme, so that they are in the analysis."""
    return answer(work.reflections.take_over(slug, code, take.notes, take.element))


@reflections.delete("/notes/{number}", status_code=204)
def remove_observer_note(work: Work, slug: Slug, code: Code, number: Number) -> None:
    """Remove a note of an observer, also from the notes of the programme."""
    work.reflections.forget_note(slug, code, number)


@reflections.post("/intentions", response_model=Reflection, status_code=201, responses=problems(400, 409, 413))
def add_intention(work: Work, slug: Slug, code: Code, new: NewIntention) -> JSONResponse:
    """Add a line of what the group wants to do differently."""
    return _made(work.reflections.intend(slug, code, new.text))


@reflections.delete("/intentions/{number}", status_code=204)
def remove_intention(work: Work, slug: Slug, code: Code, number: Number) -> None:
    """Remove a line."""
    work.reflections.forget_intention(slug, code, number)


def _made(result: Reflection) -> JSONResponse:
    made = answer(result)
    made.status_code = 201
    return made


@power.get("/power", response_model=PowerPicture, responses=WORKED_OUT)
def compare_power(
    work: Work, slug: Slug, kind: Annotated[Kind | None, Query(description="Of power; any, if left out.")] = None
) -> JSONResponse:
    """Sessions with and without somebody who held power, beside each other; few sessions are too few to say."""
    found = work.findings(slug)
    return answer(work.power.picture(found, kind), found)


@power.put("/elements/{element}/critical", response_model=CriticalReadings, responses=problems(400, 409, 413))
def code_critical(work: Work, slug: Slug, element: ElementSlug, critical: CriticalReadings) -> CriticalReadings:
    """Say which readings of an element are critical."""
    return CriticalReadings(readings=list(work.power.code(slug, element, critical.readings)))


@power.delete("/elements/{element}/critical", status_code=204)
def forget_critical(work: Work, slug: Slug, element: ElementSlug) -> None:
    """Say nothing any more of which readings of an element are critical."""
    work.power.code(slug, element, None)


@power.get("/sessions/{session}/power", response_model=list[PowerNote])
def read_power(work: Work, slug: Slug, session: SessionSlug) -> JSONResponse:
    """Who held power in a session, as facilitators noted it."""
    return answer(list(work.power.of(work.findings(slug).at, session)))


@power.put("/sessions/{session}/power", response_model=list[PowerNote], responses=problems(400, 413))
def note_power(
    work: Work, slug: Slug, session: SessionSlug, notes: Annotated[list[NewPowerNote], Field(max_length=len(Kind))]
) -> JSONResponse:
    """Note who held power in a session, in the place of what was noted; a kind left out is not said."""
    given = [
        PowerNote(each.kind, each.there, tuple(Holder(one.attribute, one.name) for one in each.holders), each.words)
        for each in notes
    ]
    return answer(list(work.power.say(slug, session, given)))


@power.get("/sessions/{session}/first-names", response_model=OnlyFirstNames)
def read_first_names(work: Work, slug: Slug, session: SessionSlug) -> OnlyFirstNames:
    """Whether people in a session have first names only."""
    return OnlyFirstNames(only=work.findings(slug).at.session_row(session).first_names)


@power.put("/sessions/{session}/first-names", response_model=OnlyFirstNames, responses=problems(400, 413))
def set_first_names(work: Work, slug: Slug, session: SessionSlug, given: OnlyFirstNames) -> OnlyFirstNames:
    """Call people in a session by their first names only, or by all their names again."""
    work.first_names.say(slug, session, only=given.only)
    return given
