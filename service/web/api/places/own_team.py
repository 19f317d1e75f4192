"""Notes as they were written, and what is open to be filled in, under `/api/v1/programmes/{slug}`."""

from collections.abc import Sequence
from typing import Annotated

from fastapi import APIRouter, Depends, Query
from fastapi.responses import JSONResponse

from nlp.results.plain import plain
from service.programmes.open_now import OpenNow, open_now
from service.web.access import Allowed
from service.web.api.dependencies import LISTED, RESULT_HEADER, Slug, Work, problems
from service.web.api.paging.cursors import Page
from service.web.api.places.listed_notes import ListedNote, Wanted, behind, listed

MOST = 1_000

Name = Annotated[str, Query(max_length=1000)]


def _wanted(
    element: Annotated[
        str, Query(max_length=1000, description="Of this element: its name, or its name in addresses.")
    ] = "",
    team: Name = "",
    review: Name = "",
    reading: Annotated[str, Query(max_length=1000, description="In the reading with this id.")] = "",
) -> Wanted:
    return Wanted(element, team, review, reading)


routes = APIRouter(prefix="/programmes/{slug}", responses=problems(404, 422), tags=["notes"])


@routes.get("/notes", response_model=list[ListedNote])
def list_notes(
    work: Work,
    slug: Slug,
    access: Allowed,
    page: Page,
    wanted: Annotated[Wanted, Depends(_wanted)],
    start: Annotated[int, Query(ge=0, le=10_000_000, description="How many to pass over.", deprecated=True)] = 0,
    most: Annotated[int, Query(ge=1, le=MOST, description="The same as `limit`.", deprecated=True)] = MOST,
) -> JSONResponse:
    """Notes as they were written, file by file: of the own team for its members, of all teams for facilitators.

    For facilitators each has the reading that it is in, as far as readings are worked out (`Manyvoices-Result` says
    whether they are current).
    """
    found = work.findings(slug)
    keyed = behind(listed(found, access.teams, wanted), page.behind((0, 0, "")))[start:]
    some = page.at_most(most).cut(keyed[: min(most, page.limit) + 1], lambda each: each[0])
    state = "being renewed" if found.late else "current"
    return JSONResponse([plain(note, LISTED) for _, note in some], headers={RESULT_HEADER: state, **page.headers})


@routes.get("/open", response_model=list[OpenNow])
def list_open(work: Work, slug: Slug, access: Allowed) -> Sequence[OpenNow]:
    """What takes answers now: forms, rooms, what is given back to all or to the own team, channels without names."""
    at = work.findings(slug).at
    return open_now(at, None if access.teams is None else at.spelling.teams(access.teams))
