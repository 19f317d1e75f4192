"""What is worked out for a programme: `/api/v1/programmes/{slug}/jobs`, and asking for more: `.../analyses`."""

from collections.abc import Sequence
from typing import Annotated, Literal

from fastapi import APIRouter, Response
from pydantic import BaseModel, ConfigDict, Field

from service.analyses.findings import Findings
from service.jobs.types import Job
from service.presentation.template import address
from service.web.api.dependencies import Slug, Work, problems
from service.web.api.paging.cursors import Page
from service.web.numbers import Number
from service.web.problems import compared

JobId = Number

routes = APIRouter(prefix="/programmes/{slug}", responses=problems(404, 422), tags=["jobs"])


class Analysis(BaseModel):
    """What is to be worked out beside what always is.

    `subject` is the name of a review (readings) or the slug of a session (participation); "" is all notes, or for "over
    time" all sessions.
    """

    model_config = ConfigDict(
        extra="forbid", json_schema_extra={"example": {"kind": "readings", "subject": "", "by": ["gender"]}}
    )
    kind: Literal["readings", "participation", "over time"]
    subject: Annotated[str, Field(max_length=200)] = ""
    by: Annotated[list[Annotated[str, Field(max_length=60)]], Field(max_length=6)] = []


@routes.get("/jobs", response_model=list[Job])
def list_jobs(work: Work, slug: Slug, page: Page) -> Sequence[Job]:
    """What is worked out for a programme, how far it is, and what could not be, in the order in which it is done."""
    return page.beside(work.jobs.every(slug), lambda each: each.id)


@routes.get("/jobs/{job}", response_model=Job)
def get_job(work: Work, slug: Slug, job: JobId) -> Job:
    """How far one of them is."""
    return work.jobs.get(slug, job)


@routes.delete("/jobs/{job}", response_model=Job)
def cancel_job(work: Work, slug: Slug, job: JobId) -> Job:
    """Cancel it: it is done when what goes into it changes, or when it is asked for again. What is over stays."""
    return work.jobs.cancel(slug, job)


@routes.post("/jobs/{job}", response_model=Job, status_code=202)
def try_job_again(work: Work, slug: Slug, job: JobId) -> Job:
    """Let it be done again if it failed or was cancelled."""
    return work.jobs.try_again(slug, job)


@routes.post("/analyses", response_model=Job, status_code=202, responses=problems(400, 413))
def ask_for_analysis(work: Work, slug: Slug, wanted: Analysis, response: Response) -> Job:
    """Have something worked out: other attributes compared, say. Its result is then at its own address.

    Readings, rubrics, drift and participation with the usual attributes are always worked out when something changes;
    no GET works anything out. What nobody asked for is answered with 404, what is being worked out with 202.
    """
    if wanted.by:
        _check(work.findings(slug), wanted)
    job = work.jobs.ask(slug, wanted.kind, wanted.subject, wanted.by)
    response.headers["location"] = address("api", "v1", "programmes", slug, "jobs", str(job.id))
    return job


def _check(found: Findings, wanted: Analysis) -> None:
    match wanted.kind:
        case "readings":
            compared.check_notes(found, wanted.by)
        case "participation":
            compared.check_session(found, wanted.subject, wanted.by)
        case _:
            compared.check_sessions(found, wanted.by)
