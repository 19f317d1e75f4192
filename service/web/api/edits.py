"""What facilitators changed about the readings, under `/api/v1/programmes/{slug}/edits`."""

from typing import Annotated, Any, Literal

from fastapi import APIRouter, Path
from fastapi.responses import JSONResponse
from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from nlp.readings.edits.types import Edit
from service.annotations.edits_file import MOST_READINGS, AnyEdit, edit_to_json, edits_from_json, edits_to_json
from service.annotations.reading_edits import Editor, ReadingEdits
from service.names.slugs import slugify
from service.web.api.dependencies import Slug, Work, problems

EditId = Annotated[str, Path(max_length=64, description="The change's id.", examples=["1f0c9a2b7d3e"])]
Id = Annotated[str, StringConstraints(max_length=400)]
NoteIds = Annotated[list[Id], Field(min_length=1, max_length=5_000, description="Ids of notes.")]
Name = Annotated[str, StringConstraints(max_length=200)]
Language = Annotated[str, StringConstraints(max_length=20, pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]{1,8}){0,3}$")]

routes = APIRouter(prefix="/programmes/{slug}/edits", responses=problems(404, 422), tags=["edits"])


class _New(BaseModel, extra="forbid"):
    """What every change says; readings and notes are named by the ids that `/elements` gives."""

    element: Annotated[Id, Field(description="The element's name in addresses.", examples=["communications"])]
    by: Annotated[Name, Field(description="Who makes it, if they like.")] = ""


class NewRename(_New):
    """A reading gets a name."""

    kind: Literal["rename"]
    reading: Id
    name: Annotated[Name, StringConstraints(min_length=1)]
    names: Annotated[
        dict[Language, Annotated[Name, StringConstraints(min_length=1)]],
        Field(max_length=20, description="What readers of other languages see instead."),
    ] = {}


class NewMerge(_New):
    """A reading becomes part of another one."""

    kind: Literal["merge"]
    reading: Id
    into: Id


class NewSplit(_New):
    """Some notes become a reading of their own; without a name it gets a label out of its words."""

    kind: Literal["split"]
    notes: NoteIds
    name: Name = ""


class NewMove(_New):
    """Some notes go to a reading, or, where `to` is null, to those that stand alone."""

    kind: Literal["move"]
    notes: NoteIds
    to: Id | None


class NewDismiss(_New):
    """What was found is not a reading: its notes stand alone."""

    kind: Literal["dismiss"]
    reading: Id


class NewLayOut(_New):
    """The notes of which nobody has said anything are laid out in so many readings."""

    kind: Literal["layout"]
    readings: Annotated[int, Field(ge=1, le=MOST_READINGS, description="At most `most_readings` of the element.")]


NewEdit = Annotated[NewRename | NewMerge | NewSplit | NewMove | NewDismiss | NewLayOut, Field(discriminator="kind")]


class GivenEdits(BaseModel):
    """The file of changes as it is taken in."""

    model_config = ConfigDict(extra="forbid", json_schema_extra={"example": {"version": 1, "edits": []}})
    version: Literal[1]
    edits: list[dict[str, Any]]


class Edits(BaseModel):
    """Changes in the order in which they were made: the file that can be taken in again."""

    version: Literal[1]
    edits: list[AnyEdit]


@routes.get("", response_model=Edits)
def list_edits(work: Work, slug: Slug) -> JSONResponse:
    """All changes, oldest first; what became of each stands in the `edits` of `/elements`."""
    return JSONResponse(edits_to_json(work.findings(slug).at.edits))


@routes.post("", response_model=AnyEdit, status_code=201, responses=problems(400, 413))
def make_edit(work: Work, slug: Slug, new: NewEdit) -> JSONResponse:
    """Change the readings of an element."""
    return JSONResponse(edit_to_json(_make(work.edits, slug, new)), 201)


@routes.post("/import", response_model=Edits, status_code=201, responses=problems(400, 413))
def import_edits(work: Work, slug: Slug, given: GivenEdits) -> JSONResponse:
    """Take changes in, behind those that are there; what is there already is left as it is."""
    return JSONResponse(edits_to_json(work.edits.take_in(slug, edits_from_json(given.model_dump()))), 201)


@routes.delete("/{edit}", status_code=204)
def undo_edit(work: Work, slug: Slug, edit: EditId) -> None:
    """Undo a change; those after it stay."""
    work.edits.undo(slug, edit)


def _make(editing: ReadingEdits, slug: str, new: NewEdit) -> Edit:
    who, new = Editor(new.by), new.model_copy(update={"element": slugify(new.element)})
    match new:
        case NewRename():
            return editing.rename(slug, new.element, new.reading, new.name, who, new.names)
        case NewMerge():
            return editing.merge(slug, new.element, new.reading, new.into, who)
        case NewSplit():
            return editing.split(slug, new.element, new.notes, new.name, who)
        case NewMove():
            return editing.move(slug, new.element, new.notes, new.to, who)
        case NewDismiss():
            return editing.dismiss(slug, new.element, new.reading, who)
        case NewLayOut():
            return editing.lay_out(slug, new.element, new.readings, who)
