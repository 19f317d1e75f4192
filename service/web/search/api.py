"""Searching a programme, under `/api/v1/programmes/{slug}`."""

from typing import Annotated

from fastapi import APIRouter, Depends, Path, Query
from fastapi.responses import JSONResponse

from service.search.types import By, Filters, InPlace, Results, TextKind
from service.web.api.dependencies import Slug, Work, answer, problems
from service.web.search.sight import Seen

Words = Annotated[str, Query(description="Words; those in quotes stand in one row.", examples=["trust"])]
Name = Annotated[str, Query(max_length=200)]
Cursor = Annotated[str, Query(pattern="^([0-9]{0,6})$", description="What `next` said; empty for the first page.")]

routes = APIRouter(prefix="/programmes/{slug}", responses=problems(404, 422), tags=["search"])


def _filters(
    kind: Annotated[TextKind | None, Query(description="Only texts of this kind.")] = None,
    element: Name = "",
    team: Name = "",
    review: Name = "",
    reading: Name = "",
    language: Annotated[str, Query(max_length=40, description='BCP 47; "bn" is also "bn-Latn".')] = "",
    session: Name = "",
) -> Filters:
    return Filters(kind, element, team, review, reading, language, session)


@routes.get("/search", response_model=Results)
def search_programme(
    work: Work,
    slug: Slug,
    sight: Seen,
    filters: Annotated[Filters, Depends(_filters)],
    q: Words = "",
    by: By = By.BOTH,
    cursor: Cursor = "",
) -> JSONResponse:
    """Notes, descriptors, turns and remarks that have some words, or mean the like, the best first."""
    found = work.findings(slug)
    return answer(work.search.find(found, q, filters, by, sight, int(cursor or 0)))


@routes.get("/notes/{note}", response_model=InPlace)
def get_note(
    work: Work,
    slug: Slug,
    sight: Seen,
    note: Annotated[str, Path(description="The id of a note, or what a hit has as `id`.", examples=["12-3"])],
) -> JSONResponse:
    """A note, a descriptor, a turn or a remark, with what stands around it."""
    return answer(work.search.note(work.findings(slug), note, sight))
