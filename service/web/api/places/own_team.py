"""Notes as they were written, and what is open to be filled in, under `/api/v1/programmes/{slug}`."""

from collections.abc import Sequence
from typing import Annotated

from fastapi import APIRouter, Query
from fastapi.responses import JSONResponse

from nlp.documents.types import Unit
from service.programmes.open_now import OpenNow, open_now
from service.web.access import Allowed
from service.web.api.dependencies import Slug, Work, answer, problems

MOST = 1_000

routes = APIRouter(prefix="/programmes/{slug}", responses=problems(404, 422), tags=["notes"])


@routes.get("/notes", response_model=list[Unit])
def list_notes(
    work: Work,
    slug: Slug,
    access: Allowed,
    start: Annotated[int, Query(ge=0, le=10_000_000, description="How many to pass over.")] = 0,
    most: Annotated[int, Query(ge=1, le=MOST, description="How many to give.")] = MOST,
) -> JSONResponse:
    """Notes as they were written, file by file: of the own team for its members, of all teams for facilitators."""
    return answer(list(work.findings(slug).notes(access.teams)[start : start + most]))


@routes.get("/open", response_model=list[OpenNow])
def list_open(work: Work, slug: Slug, access: Allowed) -> Sequence[OpenNow]:
    """What takes answers now: forms, rooms, what is given back to all or to the own team, channels without names."""
    at = work.findings(slug).at
    return open_now(at, None if access.teams is None else at.spelling.teams(access.teams))
