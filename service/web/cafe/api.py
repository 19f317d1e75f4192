"""World Cafés, under `/api/v1/programmes/{slug}/cafes`, and what speaks for a pause, under `/pause`."""

from typing import Annotated, Any

from fastapi import APIRouter, Path, Query
from fastapi.responses import JSONResponse, Response
from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from nlp.frames.seating import seating_tables
from nlp.participation.low_trust import Sign
from nlp.seating.seat import MOST_AT_A_TABLE, MOST_PEOPLE, MOST_ROUNDS
from service.annotations.tokens import new_token
from service.cafe.cafes import Tried
from service.cafe.offer import signs
from service.cafe.types import (
    LONGEST_NOTE,
    LONGEST_QUESTION,
    MOST_LINES,
    MOST_MINUTES,
    USUAL_MINUTES,
    Cafe,
    Coming,
    TableNote,
)
from service.cafe.types import NewCafe as Wanted
from service.exports.tables.csv_files import csv_of
from service.web.api.dependencies import Slug, Work, answer, problems
from service.web.attachment import attachment
from service.web.data.api import BINARY

Code = Annotated[str, Path(description="Its name in addresses.", examples=["k7mq2xh3tz"])]
Name = Annotated[str, StringConstraints(max_length=200)]
Question = Annotated[str, StringConstraints(max_length=LONGEST_QUESTION)]
NameAsked = Annotated[str, Query(max_length=200)]
RoundAsked = Annotated[
    int | None, Query(alias="round", ge=1, le=MOST_ROUNDS, description="All that are not over if it is left out.")
]
CSV: dict[int | str, dict[str, Any]] = {200: {"content": {"text/csv": BINARY}}}

routes = APIRouter(prefix="/programmes/{slug}/cafes", responses=problems(404, 422), tags=["cafes"])
pause = APIRouter(prefix="/programmes/{slug}/pause", responses=problems(404, 422), tags=["cafes"])


class Person(BaseModel, extra="forbid"):
    """Somebody who comes; of people on a roster the roster says the rest."""

    name: Name
    organisation: Name = ""

    @property
    def coming(self) -> Coming:
        """The same for the workspace."""
        return Coming(" ".join(self.name.split()), " ".join(self.organisation.split()))


People = Annotated[list[Person], Field(max_length=MOST_PEOPLE)]


class NewCafe(BaseModel):
    """A World Café to be planned. Fewer questions than rounds: the last one stays."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "example": {
                "review": "November 2026",
                "day": "2026-11-30",
                "people": [{"name": name} for name in ("Sita", "Rafiq", "Ann", "Hari", "Mina", "Ben", "Uma", "Joe")],
                "questions": ["What should we stop doing?"],
                "mix": ["organisation"],
            }
        },
    )
    review: Name
    day: Annotated[str, StringConstraints(max_length=10)]
    people: People
    size: int = Field(default=4, ge=2, le=MOST_AT_A_TABLE)
    rounds: int = Field(default=3, ge=1, le=MOST_ROUNDS)
    minutes: int = Field(default=USUAL_MINUTES, ge=1, le=MOST_MINUTES)
    questions: list[Question] = Field(default=[], max_length=MOST_ROUNDS)
    mix: list[Name] = Field(default=[], max_length=20, description="Attributes by which each table is mixed.")
    hosted: bool = Field(default=True, description="Whether somebody stays at each table.")


class CafeChange(BaseModel):
    """What is to be changed; a field left out stays as it is."""

    model_config = ConfigDict(extra="forbid", json_schema_extra={"example": {"over": 1}})
    over: Annotated[int | None, Field(ge=0, le=MOST_ROUNDS, description="How many rounds are over.")] = None
    questions: Annotated[list[Question] | None, Field(max_length=MOST_ROUNDS)] = None
    is_open: bool | None = None


class PeopleHere(BaseModel):
    """Who is there now."""

    model_config = ConfigDict(extra="forbid", json_schema_extra={"example": {"people": [{"name": "Sita"}]}})
    people: People


class Swap(BaseModel):
    """Two people who change places, in one round or in all that are not over."""

    model_config = ConfigDict(extra="forbid", json_schema_extra={"example": {"one": "Sita", "other": "Ann"}})
    one: Name
    other: Name
    round: Annotated[int | None, Field(ge=1, le=MOST_ROUNDS)] = None


class NewTableNotes(BaseModel):
    """Notes of a table; `token` marks them, so that they are kept once if they are sent again."""

    model_config = ConfigDict(
        extra="forbid", json_schema_extra={"example": {"round": 1, "table": 2, "texts": ["We hear of it too late."]}}
    )
    round: int = Field(ge=1, le=MOST_ROUNDS)
    table: int = Field(ge=1, le=MOST_PEOPLE)
    texts: list[Annotated[str, StringConstraints(max_length=LONGEST_NOTE)]] = Field(min_length=1, max_length=MOST_LINES)
    element: Name = Field(default="", description="The slug of the element that they are about.")
    token: Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_-]{8,64}$")] | None = None


@pause.get("", response_model=list[Sign])
def read_signs(work: Work, slug: Slug) -> JSONResponse:
    """What may come from low trust, and from much else: where there is something, a World Café is offered."""
    return answer(list(signs(work.findings(slug), work.feedback)))


@routes.get("", response_model=list[Cafe])
def list_cafes(work: Work, slug: Slug) -> JSONResponse:
    """All World Cafés, newest first."""
    return answer(list(work.cafes.every(slug)))


@routes.post("", response_model=Cafe, status_code=201, responses=problems(400, 413))
def plan_cafe(work: Work, slug: Slug, new: NewCafe) -> JSONResponse:
    """Plan one: seat people in rounds of small mixed groups; phones open it at `/t/` and the code."""
    people = [each.coming for each in new.people]
    wanted = Wanted(new.review, new.day, people, new.size, new.rounds, new.minutes, new.questions, new.mix, new.hosted)
    made = answer(work.cafes.plan(slug, wanted))
    made.status_code = 201
    return made


@routes.get("/{code}", response_model=Cafe)
def get_cafe(work: Work, slug: Slug, code: Code) -> JSONResponse:
    """One of them: who sits where, who meets how many."""
    return answer(work.cafes.get(slug, code))


@routes.patch("/{code}", response_model=Cafe, responses=problems(400, 409, 413))
def change_cafe(work: Work, slug: Slug, code: Code, change: CafeChange) -> JSONResponse:
    """Say how many rounds are over, ask other questions, close it or open it again."""
    if change.over is not None:
        work.cafes.set_over(slug, code, change.over)
    if change.questions is not None:
        work.cafes.set_questions(slug, code, change.questions)
    if change.is_open is not None:
        work.table_notes.set_open(slug, code, is_open=change.is_open)
    return answer(work.cafes.get(slug, code))


@routes.delete("/{code}", status_code=204)
def remove_cafe(work: Work, slug: Slug, code: Code) -> None:
    """Remove it and what its tables wrote; what is among the notes stays."""
    work.cafes.remove(slug, code)


@routes.post("/{code}/arrange", response_model=Cafe, responses=problems(400, 409))
def arrange_cafe(work: Work, slug: Slug, code: Code) -> JSONResponse:
    """Seat people in another way, in the rounds that are not over."""
    return answer(work.cafes.arrange_anew(slug, code))


@routes.put("/{code}/people", response_model=Cafe, responses=problems(400, 409, 413))
def seat_those_here(work: Work, slug: Slug, code: Code, here: PeopleHere) -> JSONResponse:
    """Seat those who are there now, in the rounds that are not over."""
    return answer(work.cafes.seat_those_here(slug, code, [each.coming for each in here.people]))


@routes.get("/{code}/swap", response_model=Tried)
def try_swap(
    work: Work, slug: Slug, code: Code, one: NameAsked = "", other: NameAsked = "", number: RoundAsked = None
) -> JSONResponse:
    """What it would cost if two people changed places: what the tables do now, and what they would do then.

    Without names nobody changes places.
    """
    if not one and not other:
        now = work.cafes.get(slug, code).seating
        return answer(Tried(now, now))
    return answer(work.cafes.try_swap(slug, code, one, other, number))


@routes.post("/{code}/swap", response_model=Cafe, responses=problems(400, 409, 413))
def swap_people(work: Work, slug: Slug, code: Code, swap: Swap) -> JSONResponse:
    """Let two people change places."""
    return answer(work.cafes.swap(slug, code, swap.one, swap.other, swap.round))


@routes.get("/{code}/places.csv", response_class=Response, responses=CSV)
def take_places(work: Work, slug: Slug, code: Code) -> Response:
    """Who sits where, as a table: a row for each person and round."""
    (table,) = seating_tables(work.cafes.get(slug, code).seating)
    return Response(csv_of(table), media_type="text/csv; charset=utf-8", headers=attachment(f"world-cafe-{code}.csv"))


@routes.get("/{code}/notes", response_model=list[TableNote])
def read_table_notes(work: Work, slug: Slug, code: Code) -> JSONResponse:
    """What the tables wrote, by round and table."""
    return answer(list(work.table_notes.every(work.findings(slug), code)))


@routes.post("/{code}/notes", response_model=list[TableNote], status_code=201, responses=problems(400, 413))
def enter_table_notes(work: Work, slug: Slug, code: Code, new: NewTableNotes) -> JSONResponse:
    """Type in what stands on the paper of a table, each text a note."""
    about = work.findings(slug).name_of(new.element) if new.element else ""
    text = "\n".join(" ".join(each.split()) for each in new.texts)
    made = answer(list(work.table_notes.enter(slug, code, new.token or new_token(), new.round, new.table, text, about)))
    made.status_code = 201
    return made


@routes.delete("/{code}/notes/{note}", status_code=204)
def remove_table_note(work: Work, slug: Slug, code: Code, note: Annotated[str, Path(max_length=200)]) -> None:
    """Remove a note for good, among the notes of the programme too."""
    work.table_notes.remove(slug, code, note)


@routes.post("/{code}/notes/gather", response_model=Cafe, responses=problems(400, 409))
def gather_table_notes(work: Work, slug: Slug, code: Code) -> JSONResponse:
    """Put all that the tables wrote among the notes of the programme."""
    return answer(work.table_notes.gather(slug, code))
