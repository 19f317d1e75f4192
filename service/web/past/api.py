"""What was done in a programme, and its removed files, under `/api/v1/programmes/{slug}`."""

from collections.abc import Sequence
from datetime import datetime
from typing import Annotated

from fastapi import APIRouter, Path, Query
from pydantic import BaseModel

from service.intake.removed import RemovedFile
from service.journal.history import MOST, USUAL, Done, Undo
from service.journal.types import Action, Details, Thing, ThingKind
from service.journal.words import in_words
from service.types import KeptFile
from service.web.api.dependencies import FileId, Slug, Work, problems
from service.web.numbers import LARGEST

Number = Annotated[int, Path(ge=1, le=LARGEST, description="Of the entry.")]
Before = Annotated[
    int | None, Query(ge=1, le=LARGEST, description="Only what was done before this entry: `next` of the last page.")
]
Who = Annotated[str | None, Query(max_length=200, description='Whose; "" is whoever sits at the machine itself.')]
Looked = Annotated[
    bool,
    Query(
        description="Only what was looked at (written down once an hour for each account, never of whoever works on "
        "the machine itself) and what was taken out as a file; else all but what was only looked at."
    ),
]

routes = APIRouter(prefix="/programmes/{slug}", responses=problems(404, 422), tags=["history"])


class DoneThing(BaseModel):
    """One thing that was done: by whom, with what, as an English sentence, and whether it can be taken back."""

    number: int
    time: datetime
    who: str
    action: Action
    of: Thing
    details: Details
    sentence: str
    undo: Undo


class HistoryPart(BaseModel):
    """What was done, newest first; `next` is what to ask for as `before` to read on, null at the end."""

    entries: list[DoneThing]
    next: int | None
    people: list[str]


@routes.get("/history", response_model=HistoryPart)
def list_history(
    work: Work,
    slug: Slug,
    before: Before = None,
    who: Who = None,
    kind: Annotated[list[ThingKind], Query(max_length=len(ThingKind))] = [],  # noqa: B006
    looked: Looked = False,
    limit: Annotated[int, Query(ge=1, le=MOST)] = USUAL,
) -> HistoryPart:
    """Who did what and when; with `looked`, who saw what."""
    found = work.journal.page(slug, before=before, who=who, kinds=kind, looked=looked, most=limit)
    return HistoryPart(entries=[_shown(each) for each in found.done], next=found.next, people=list(found.people))


@routes.post("/history/{number}/undo", status_code=204, responses=problems(409))
def undo_entry(work: Work, slug: Slug, number: Number) -> None:
    """Take back what was done; 409 where somebody has gone on from it."""
    work.journal.undo(slug, number)


@routes.get("/files/removed", response_model=list[RemovedFile])
def list_removed_files(work: Work, slug: Slug) -> Sequence[RemovedFile]:
    """The files that were removed and can be taken back, those removed last first."""
    return work.removed.every(slug)


@routes.post("/files/removed/{file}/take-back", response_model=KeptFile)
def take_file_back(work: Work, slug: Slug, file: FileId) -> KeptFile:
    """Keep a removed file again, with all that was said of it."""
    return work.removed.take_back(slug, file)


@routes.delete("/files/removed/{file}", status_code=204)
def delete_removed_file(work: Work, slug: Slug, file: FileId) -> None:
    """Delete a removed file for good."""
    work.removed.delete(slug, file)


def _shown(done: Done) -> DoneThing:
    entry = done.entry
    return DoneThing(
        number=entry.number,
        time=entry.time,
        who=entry.who,
        action=entry.action,
        of=entry.of,
        details=entry.details,
        sentence=str(in_words(entry)),
        undo=done.undo,
    )
