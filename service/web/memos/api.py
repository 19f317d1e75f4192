"""Memos, under `/api/v1/programmes/{slug}/memos`."""

from typing import Annotated

from fastapi import APIRouter, Path
from fastapi.responses import JSONResponse
from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from service.memos.subjects import as_now
from service.memos.types import LONGEST_MEMO, LONGEST_NAME, Memo, Subject
from service.web.api.dependencies import WORKED_OUT, Slug, Work, answer, problems
from service.web.numbers import LARGEST, Number

MemoNumber = Annotated[int, Path(ge=1, le=LARGEST, description="The number of a memo.", examples=[1])]
Words = Annotated[str, StringConstraints(max_length=LONGEST_MEMO)]
Who = Annotated[str, StringConstraints(max_length=LONGEST_NAME)]
_WHO = Field(default="", description="Who writes, where nobody signs in.")

memos = APIRouter(prefix="/programmes/{slug}/memos", responses={**problems(404, 422), **WORKED_OUT}, tags=["memos"])


class NewMemo(BaseModel):
    """A memo about something."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "example": {"kind": "session", "id": "session-2026-03-review", "text": "Who chairs next time?"}
        },
    )
    kind: Subject
    id: Annotated[
        str,
        Field(
            max_length=500,
            description="Of a reading; the slug of a session; the code of an action; of a note or a descriptor "
            "its key, as in `about`.",
        ),
    ]
    element: Annotated[
        str, Field(max_length=500, description="Slug of its element; of a session or an action none.")
    ] = ""
    text: Words
    who: Who = _WHO


class NewMemoAnswer(BaseModel):
    """An answer to a memo."""

    model_config = ConfigDict(extra="forbid", json_schema_extra={"example": {"text": "Binita does."}})
    text: Words
    who: Who = _WHO


class MemoChange(BaseModel):
    """Whether a memo is closed."""

    model_config = ConfigDict(extra="forbid", json_schema_extra={"example": {"closed": True}})
    closed: bool
    who: Who = _WHO


@memos.get("", response_model=list[Memo])
def list_memos(work: Work, slug: Slug) -> JSONResponse:
    """All memos with their answers, oldest first."""
    found = work.findings(slug)
    return answer(list(as_now(found)), found)


@memos.post("", response_model=Memo, status_code=201, responses=problems(400, 409, 413))
def write_memo(work: Work, slug: Slug, new: NewMemo) -> JSONResponse:
    """Write a memo about a reading, a note, a descriptor, a session or an action."""
    number = work.memos.begin(slug, new.kind, new.id, new.element, new.text, new.who)
    return _one(work, slug, number, 201)


@memos.get("/{memo}", response_model=Memo)
def get_memo(work: Work, slug: Slug, memo: MemoNumber) -> JSONResponse:
    """A memo with its answers."""
    return _one(work, slug, memo)


@memos.patch("/{memo}", response_model=Memo, responses=problems(400, 409, 413))
def change_memo(work: Work, slug: Slug, memo: MemoNumber, change: MemoChange) -> JSONResponse:
    """Close a memo, or open it again."""
    work.memos.set_closed(slug, memo, closed=change.closed, who=change.who)
    return _one(work, slug, memo)


@memos.delete("/{memo}", status_code=204, responses=problems(409))
def remove_memo(work: Work, slug: Slug, memo: MemoNumber) -> None:
    """Forget a memo with its answers."""
    work.memos.remove(slug, memo)


@memos.post("/{memo}/answers", response_model=Memo, status_code=201, responses=problems(400, 409, 413))
def answer_memo(work: Work, slug: Slug, memo: MemoNumber, new: NewMemoAnswer) -> JSONResponse:
    """Answer a memo; one that was closed is open again."""
    work.memos.answer(slug, memo, new.text, new.who)
    return _one(work, slug, memo, 201)


@memos.delete("/{memo}/answers/{said}", status_code=204, responses=problems(409))
def remove_answer(work: Work, slug: Slug, memo: MemoNumber, said: Number) -> None:
    """Forget one thing that was said in a memo; where nothing else was, the memo."""
    work.memos.remove(slug, memo, said)


def _one(work: Work, slug: str, number: int, status: int = 200) -> JSONResponse:
    found = work.findings(slug)
    made = answer(work.memos.get(found, number), found)
    made.status_code = status
    return made
