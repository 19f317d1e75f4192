"""Sorting together in the room, under `/api/v1/programmes/{slug}/elements/{element}/sorting/rooms`."""

from collections.abc import Sequence
from typing import Annotated

from fastapi import APIRouter, Path
from pydantic import BaseModel, ConfigDict, Field

from service.annotations.rooms import Room
from service.sortings.room_cards import MOST_CARDS, USUAL_CARDS
from service.sortings.room_results import RoomResults
from service.sortings.types import Wall
from service.web.api.dependencies import Slug, Work, problems
from service.web.api.sortings import ElementSlug

Code = Annotated[str, Path(description="The room's name in addresses; phones open it at `/r/` and the code.")]

routes = APIRouter(
    prefix="/programmes/{slug}/elements/{element}/sorting/rooms", responses=problems(404, 422), tags=["sorting"]
)


class NewRoom(BaseModel):
    """A room to be opened, with the named piles of the wall that all make together."""

    model_config = ConfigDict(extra="forbid", json_schema_extra={"example": {"cards": 20}})
    cards: Annotated[int, Field(ge=1, le=MOST_CARDS, description="How many; fewer where there are no more.")] = (
        USUAL_CARDS
    )


class RoomChange(BaseModel):
    """Whether the room takes answers."""

    model_config = ConfigDict(extra="forbid", json_schema_extra={"example": {"is_open": False}})
    is_open: bool


@routes.get("", response_model=list[Room])
def list_rooms(work: Work, slug: Slug, element: ElementSlug) -> Sequence[Room]:
    """All rooms of an element, oldest first."""
    return work.rooms.rooms(work.findings(slug), element)


@routes.post("", response_model=Room, status_code=201, responses=problems(400, 413))
def open_room(work: Work, slug: Slug, element: ElementSlug, new: NewRoom) -> Room:
    """Open a room in which those present sort some cards on their phones."""
    return work.rooms.open_room(slug, element, new.cards)


@routes.get("/{code}", response_model=Room)
def get_room(work: Work, slug: Slug, element: ElementSlug, code: Code) -> Room:
    """A room: how many take part, and how far they are."""
    return work.rooms.room(work.findings(slug), element, code)


@routes.patch("/{code}", response_model=Room, responses=problems(400, 403, 413))
def change_room(work: Work, slug: Slug, element: ElementSlug, code: Code, change: RoomChange) -> Room:
    """Close a room, or open it again while nothing could be seen of what people answered."""
    return work.rooms.set_open(slug, element, code, is_open=change.is_open)


@routes.delete("/{code}", status_code=204)
def remove_room(work: Work, slug: Slug, element: ElementSlug, code: Code) -> None:
    """Remove a room and all its answers."""
    work.rooms.remove(slug, element, code)


@routes.get("/{code}/results", response_model=RoomResults)
def read_results(work: Work, slug: Slug, element: ElementSlug, code: Code) -> RoomResults:
    """Where people put the cards and how far they agree, all together; no cards before the room is closed."""
    return work.rooms.results(work.findings(slug), element, code)


@routes.post("/{code}/place", response_model=Wall, responses=problems(400, 409, 413))
def place_agreed(work: Work, slug: Slug, element: ElementSlug, code: Code) -> Wall:
    """Put on the wall the cards on which at least two thirds of at least three people agree, as one step."""
    work.rooms.place(slug, element, code)
    return work.findings(slug).wall(element)
