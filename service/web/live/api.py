"""Notes on phones, under `/api/v1/programmes/{slug}/notes-on-phones`."""

from collections.abc import Sequence
from typing import Annotated

from fastapi import APIRouter, Path
from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from service.live.types import Gathering, PhoneNote
from service.web.api.dependencies import Slug, Work, problems

Code = Annotated[str, Path(description="Its name in addresses.", examples=["k7mq2xh3tz"])]
Name = Annotated[str, StringConstraints(max_length=200)]

gatherings = APIRouter(
    prefix="/programmes/{slug}/notes-on-phones", responses=problems(404, 422), tags=["notes on phones"]
)


class NewGathering(BaseModel):
    """Something that is to be asked."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={"example": {"title": "What helped us since May?", "elements": [], "asks_team": True}},
    )
    title: Name
    review: Annotated[Name, Field(description="Its name; “” is none.")] = ""
    elements: list[Name] = Field(default=[], max_length=200, description="Slugs of those that people choose from.")
    asks_team: bool = False


class GatheringChange(BaseModel):
    """Whether it takes notes; closing brings what is new to the wall."""

    model_config = ConfigDict(extra="forbid", json_schema_extra={"example": {"is_open": False}})
    is_open: bool


class PhoneNoteChange(BaseModel):
    """Whether a note is hidden, also on the wall."""

    model_config = ConfigDict(extra="forbid", json_schema_extra={"example": {"is_hidden": True}})
    is_hidden: bool


class Brought(BaseModel):
    """How many notes came to the wall."""

    brought: int


@gatherings.get("", response_model=list[Gathering])
def list_gatherings(work: Work, slug: Slug) -> Sequence[Gathering]:
    """All that was asked on phones, newest first."""
    return work.gatherings.every(slug)


@gatherings.post("", response_model=Gathering, status_code=201, responses=problems(400, 413))
def open_gathering(work: Work, slug: Slug, new: NewGathering) -> Gathering:
    """Ask something; phones open it at `/n/` and the code."""
    return work.gatherings.open(slug, new.title, new.review, new.elements, asks_team=new.asks_team)


@gatherings.post("/bring", response_model=Brought)
def bring_notes_of_all(work: Work, slug: Slug) -> Brought:
    """Make notes of the programme of all that is new, in all of them."""
    return Brought(brought=work.gatherings.bring(slug))


@gatherings.get("/{code}", response_model=Gathering)
def get_gathering(work: Work, slug: Slug, code: Code) -> Gathering:
    """One of them."""
    return work.gatherings.get(slug, code)


@gatherings.patch("/{code}", response_model=Gathering, responses=problems(400, 413))
def change_gathering(work: Work, slug: Slug, code: Code, change: GatheringChange) -> Gathering:
    """Close it, or open it again."""
    return work.gatherings.set_open(slug, code, is_open=change.is_open)


@gatherings.delete("/{code}", status_code=204)
def remove_gathering(work: Work, slug: Slug, code: Code) -> None:
    """Remove it with what was written; what is on the wall stays there."""
    work.gatherings.remove(slug, code)


@gatherings.get("/{code}/notes", response_model=list[PhoneNote])
def list_phone_notes(work: Work, slug: Slug, code: Code) -> Sequence[PhoneNote]:
    """The notes that have arrived, also hidden ones, in an order that tells nothing."""
    return work.gatherings.notes(slug, code)


@gatherings.patch("/{code}/notes/{note}", status_code=204, responses=problems(400, 413))
def change_phone_note(
    work: Work, slug: Slug, code: Code, note: Annotated[str, Path(max_length=200)], change: PhoneNoteChange
) -> None:
    """Hide a note, or show it again."""
    work.gatherings.set_hidden(slug, code, note, hidden=change.is_hidden)


@gatherings.post("/{code}/bring", response_model=Brought)
def bring_notes(work: Work, slug: Slug, code: Code) -> Brought:
    """Make notes of the programme of what is new."""
    return Brought(brought=work.gatherings.bring(slug, code))
