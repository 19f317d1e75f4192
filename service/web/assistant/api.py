"""The assistant, under `/api/v1/programmes/{slug}/assistant`."""

from typing import Annotated, Any

from fastapi import APIRouter, Path
from fastapi.responses import JSONResponse
from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from service.annotations.reading_edits import Editor
from service.assistant.asked import Asked, Task
from service.assistant.standing import AssistantStanding, standing
from service.jobs.types import Job
from service.presentation.assistant.assistant import sentence
from service.presentation.i18n import language
from service.programmes.snapshot import LONGEST_NAME
from service.web.api.dependencies import WORKED_OUT, Slug, Work, answer, problems
from service.web.numbers import LARGEST

Which = Annotated[int, Path(ge=1, le=LARGEST, description="The number of a proposal.", examples=[1])]
Who = Annotated[str, StringConstraints(max_length=LONGEST_NAME)]
_WHO = Field(default="", description="Who does it, where nobody signs in.")

ASKED: dict[int | str, dict[str, Any]] = {202: {"model": Job, "description": "The job that asks."}}

assistant = APIRouter(
    prefix="/programmes/{slug}/assistant", responses={**problems(404, 422), **WORKED_OUT}, tags=["assistant"]
)


class AssistantConfirmed(BaseModel):
    """That notes may go to the machine of the assistant."""

    model_config = ConfigDict(extra="forbid", json_schema_extra={"example": {"host": "models.example.org"}})
    host: Annotated[str, Field(max_length=500, description="The machine, as `host` of the assistant says it.")]
    who: Who = _WHO


class AssistantAsked(BaseModel):
    """What the assistant is asked for."""

    model_config = ConfigDict(extra="forbid", json_schema_extra={"example": {"task": "readings", "language": "ne"}})
    task: Task = Task.READINGS
    language: Annotated[str, Field(max_length=20, description="Of what is proposed: en, bn or ne.")]
    element: Annotated[str, Field(max_length=500, description="Slug of the element; empty is all.")] = ""


class ProposalTaken(BaseModel):
    """Who takes a proposal."""

    model_config = ConfigDict(extra="forbid", json_schema_extra={"example": {"who": "Rina"}})
    who: Who = _WHO


@assistant.get("", response_model=AssistantStanding)
def get_assistant(work: Work, slug: Slug) -> JSONResponse:
    """Which model it is, where notes may go, the last run, and what it proposed; 404 where there is none."""
    return _standing(work, slug)


@assistant.put("/allowed", response_model=AssistantStanding, responses=problems(400, 409, 413))
def allow_assistant(work: Work, slug: Slug, given: AssistantConfirmed) -> JSONResponse:
    """Confirm that notes may go to the machine of the assistant, where that is another one."""
    desk, name = work.assistant, work.findings(slug).at.row.name
    said = str(sentence(name, desk.host, desk.model, language("en")).striptags())
    desk.allow(slug, given.host, said, given.who)
    return _standing(work, slug)


@assistant.delete("/allowed", status_code=204, responses=problems(409))
def forbid_assistant(work: Work, slug: Slug) -> None:
    """Let notes go to no other machine any more."""
    work.assistant.forbid(slug)


@assistant.post("/runs", response_model=Job, status_code=202, responses={**problems(400, 409, 413), **ASKED})
def ask_assistant(work: Work, slug: Slug, given: AssistantAsked) -> JSONResponse:
    """Have it asked, as a job; what it proposes changes nothing until somebody takes it."""
    made = answer(work.assistant.ask(slug, Asked(given.task, given.language, given.element)))
    made.status_code = 202
    return made


@assistant.put("/proposals/{proposal}/accepted", response_model=AssistantStanding, responses=problems(400, 409, 413))
def accept_proposal(work: Work, slug: Slug, proposal: Which, given: ProposalTaken) -> JSONResponse:
    """Take a proposal: an edit like any other, with the model, the prompt and the seed in its history."""
    work.assistant.accept(slug, proposal, Editor(given.who))
    return _standing(work, slug)


@assistant.delete("/proposals/{proposal}", status_code=204, responses=problems(409))
def reject_proposal(work: Work, slug: Slug, proposal: Which) -> None:
    """Refuse a proposal, or take off what was taken."""
    work.assistant.reject(slug, proposal, Editor())


def _standing(work: Work, slug: str) -> JSONResponse:
    found = work.findings(slug)
    return answer(standing(work.assistant, found), found)
