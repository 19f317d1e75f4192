"""Rubrics that are written here, under `/api/v1/programmes/{slug}/rubrics/written`, and their elements."""

from collections.abc import Sequence
from typing import Annotated, Literal

from fastapi import APIRouter, Path
from fastapi.responses import JSONResponse
from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from service.rubrics.beginnings import Beginning, RubricStart
from service.rubrics.elements import MOST_PARTS
from service.rubrics.types import (
    LONGEST_CELL,
    LONGEST_WHY,
    Beside,
    ElementOfRubrics,
    ProposedText,
    RubricCell,
    RubricStep,
    WritingRoom,
    WrittenRubric,
)
from service.web.api.dependencies import Slug, Work, answer, problems

Team = Annotated[str, Path(description="The team: its name in addresses, or as answers call it.", examples=["nepal"])]
Element = Annotated[str, Path(description="The element, in the same way.", examples=["communications"])]
Code = Annotated[str, Path(description="Its name in addresses.", examples=["k7mq2x"])]
Name = Annotated[str, StringConstraints(max_length=200)]
Why = Annotated[str, StringConstraints(max_length=LONGEST_WHY)]
CellText = Annotated[str, StringConstraints(max_length=LONGEST_CELL)]

written = APIRouter(prefix="/programmes/{slug}/rubrics/written", responses=problems(404, 422), tags=["rubrics"])
elements = APIRouter(prefix="/programmes/{slug}/rubrics/elements", responses=problems(404, 422), tags=["rubrics"])


rooms = APIRouter(prefix="/programmes/{slug}/rubrics/rooms", responses=problems(404, 422), tags=["rubrics"])


class NewRubric(BaseModel):
    """The rubric of a team, to be begun; `of` is the language of the example, or the team to begin as."""

    model_config = ConfigDict(
        extra="forbid", json_schema_extra={"example": {"team": "Nepal", "start": "example", "of": "ne"}}
    )
    team: Name
    start: RubricStart = RubricStart.EMPTY
    of: Name = ""


class NewText(BaseModel):
    """The text of a cell, a descriptor a line.

    `before` is what stood there when it was read: if something else stands there now, nothing is written.
    """

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={"example": {"level": "emerging", "text": "News arrives, but late", "why": "Said in March"}},
    )
    level: Name
    text: CellText
    why: Why = ""
    before: CellText | None = None


class NewVersion(BaseModel):
    """A version to be kept; without a name it gets the next number."""

    model_config = ConfigDict(
        extra="forbid", json_schema_extra={"example": {"name": "", "why": "After the March review"}}
    )
    name: Name = ""
    why: Why = ""


class ElementChange(BaseModel):
    """What becomes of an element: `add` and `rename` need a name, `merge` another element, `split` its parts."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={"example": {"do": "rename", "element": "Trust", "name": "Trust and honesty", "why": ""}},
    )
    do: Literal["add", "rename", "merge", "split", "retire", "restore"]
    element: Name = ""
    name: Name = ""
    into: Name = ""
    parts: list[Name] = Field(default=[], max_length=MOST_PARTS)
    why: Why = ""


class NewWritingRoom(BaseModel):
    """A cell that those present are to write; teams and elements by their names, or their names in addresses."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={"example": {"team": "Nepal", "element": "communications", "level": "emerging"}},
    )
    team: Name
    element: Name
    level: Name


class WritingRoomChange(BaseModel):
    """Whether it takes proposals."""

    model_config = ConfigDict(extra="forbid", json_schema_extra={"example": {"is_open": False}})
    is_open: bool


class Agreed(BaseModel, extra="forbid"):
    """What goes into the cell: `text`, a descriptor a line, and behind it the proposals that are `chosen`."""

    chosen: list[Name] = Field(default=[], max_length=500)
    text: CellText = ""
    why: Why = ""
    before: CellText | None = None


@written.get("", response_model=list[WrittenRubric])
def list_written_rubrics(work: Work, slug: Slug) -> Sequence[WrittenRubric]:
    """The rubrics that teams write here, in the order of the teams."""
    return work.rubrics.every(slug)


@written.post("", response_model=WrittenRubric, status_code=201, responses=problems(400, 413))
def begin_rubric(work: Work, slug: Slug, new: NewRubric) -> WrittenRubric:
    """Begin the rubric of a team; it shares the elements of those that are there."""
    return work.rubrics.begin(slug, new.team, Beginning(new.start, new.of))


@written.get("/{rubric}", response_model=WrittenRubric)
def get_written_rubric(work: Work, slug: Slug, rubric: Team) -> WrittenRubric:
    """The rubric of a team as it is now."""
    return work.rubrics.get(slug, rubric)


@written.delete("/{rubric}", status_code=204)
def remove_written_rubric(work: Work, slug: Slug, rubric: Team) -> None:
    """Forget what was written in it, with its history; the file of its versions stays."""
    work.rubrics.remove(slug, rubric)


@written.get("/{rubric}/history", response_model=list[RubricStep])
def read_rubric_history(work: Work, slug: Slug, rubric: Team) -> Sequence[RubricStep]:
    """What was done in it and with the elements of all, newest first."""
    return work.rubrics.history(slug, rubric)


@written.post("/{rubric}/versions", response_model=WrittenRubric, status_code=201, responses=problems(400, 413))
def keep_rubric_version(work: Work, slug: Slug, rubric: Team, new: NewVersion) -> WrittenRubric:
    """Keep it as a version: the file of the team has it from now on."""
    return work.rubrics.keep(slug, rubric, new.name, new.why)


@written.get("/{rubric}/elements/{element}", response_model=list[RubricCell])
def read_cells(work: Work, slug: Slug, rubric: Team, element: Element) -> Sequence[RubricCell]:
    """The cells of an element, the best level first."""
    return work.rubrics.cells(slug, rubric, element)


@written.put("/{rubric}/elements/{element}", response_model=RubricCell, responses=problems(400, 409, 413))
def write_cell(work: Work, slug: Slug, rubric: Team, element: Element, new: NewText) -> RubricCell:
    """Write a cell anew; what it said stays in the history."""
    return work.rubrics.write(slug, rubric, element, new.level, new.text, new.why, new.before)


@written.get("/{rubric}/elements/{element}/beside", response_model=list[Beside])
def read_beside(work: Work, slug: Slug, rubric: Team, element: Element) -> Sequence[Beside]:
    """What other teams say of an element: as they write it here, else as it stands in their newest file."""
    return work.rubrics.beside(slug, rubric, element)


@written.get("/{rubric}/elements/{element}/history", response_model=list[RubricStep])
def read_cell_history(work: Work, slug: Slug, rubric: Team, element: Element) -> Sequence[RubricStep]:
    """What made the cells of an element what they are, under all names that it had, newest first."""
    return work.rubrics.history(slug, rubric, element)


@elements.get("", response_model=list[ElementOfRubrics])
def list_rubric_elements(work: Work, slug: Slug) -> Sequence[ElementOfRubrics]:
    """The elements that rubrics share, those in use first."""
    return work.rubrics.elements(slug)


@elements.get("/history", response_model=list[RubricStep])
def read_element_history(work: Work, slug: Slug) -> Sequence[RubricStep]:
    """What was done with them, newest first."""
    return work.rubrics.history_of_elements(slug)


@elements.post("", response_model=list[ElementOfRubrics], responses=problems(400, 413))
def change_rubric_elements(work: Work, slug: Slug, change: ElementChange) -> Sequence[ElementOfRubrics]:
    """Add, rename, merge, split, take out of use or into use again; all rubrics follow, and so do names."""
    to = work.rubric_elements
    if change.do == "add":
        return to.add(slug, change.name, change.why)
    if change.do == "rename":
        return to.rename(slug, change.element, change.name, change.why)
    if change.do == "merge":
        return to.merge(slug, change.element, change.into, change.why)
    if change.do == "split":
        return to.split(slug, change.element, change.parts, change.why)
    if change.do == "retire":
        return to.retire(slug, change.element, change.why)
    return to.restore(slug, change.element, change.why)


@rooms.get("", response_model=list[WritingRoom])
def list_writing_rooms(work: Work, slug: Slug) -> Sequence[WritingRoom]:
    """The cells that are or were written in the room, newest first."""
    return work.writing.every(slug)


@rooms.post("", response_model=WritingRoom, status_code=201, responses=problems(400, 413))
def open_writing_room(work: Work, slug: Slug, new: NewWritingRoom) -> WritingRoom:
    """Let those present write a cell; phones open it at `/w/` and the code."""
    return work.writing.open(slug, new.team, new.element, new.level)


@rooms.get("/{code}", response_model=WritingRoom)
def get_writing_room(work: Work, slug: Slug, code: Code) -> WritingRoom:
    """One of them."""
    return work.writing.get(slug, code)


@rooms.patch("/{code}", response_model=WritingRoom, responses=problems(400, 413))
def change_writing_room(work: Work, slug: Slug, code: Code, change: WritingRoomChange) -> WritingRoom:
    """Close it, which shows the rest of what came in, or open it again."""
    return work.writing.set_open(slug, code, is_open=change.is_open)


@rooms.delete("/{code}", status_code=204)
def remove_writing_room(work: Work, slug: Slug, code: Code) -> None:
    """Remove it and all that was proposed."""
    work.writing.remove(slug, code)


@rooms.get("/{code}/proposals", response_model=list[list[ProposedText]])
def read_proposals(work: Work, slug: Slug, code: Code) -> JSONResponse:
    """What was proposed, from three people on, those that are alike together."""
    work.writing.get(slug, code)
    return answer([list(group) for group in work.writing.groups(work.findings(slug), code)])


@rooms.post("/{code}/agreed", response_model=RubricCell, responses=problems(400, 409, 413))
def agree_on_cell(work: Work, slug: Slug, code: Code, agreed: Agreed) -> RubricCell:
    """Write into the cell what the team agrees on."""
    return work.writing.agree(slug, code, agreed.chosen, agreed.text, agreed.why, agreed.before)
