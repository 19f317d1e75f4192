"""Pictures of charts, in the API."""

from dataclasses import replace
from typing import Annotated, Any

from fastapi import APIRouter, Path, Query
from fastapi.responses import Response

from service.exports.pictures.of_pages import PageCharts
from service.names.spelling import called_in
from service.presentation.i18n import NAMES, language
from service.web.api.dependencies import WORKED_OUT, SessionSlug, Slug, Work, problems
from service.web.pictures.files import FORMATS, file_of, of_programme
from service.web.running.apart import made_apart
from service.workspace import Workspace

ElementSlug = Annotated[str, Path(description="The element's name in addresses.", examples=["communications"])]
Review = Annotated[str | None, Query(max_length=200, description="Only notes of this review.")]
Tongue = Annotated[str, Query(alias="language", pattern=f"^({'|'.join(NAMES)})$", description="Of its words.")]
Named = Annotated[bool, Query(description="Name people, as far as they agreed to that; else they are numbered.")]
File = Annotated[str, Path(max_length=60, description="Name of the chart, with png or svg.", examples=["grid.png"])]
IMAGES: dict[int | str, dict[str, Any]] = {
    200: {
        "content": {kind: {"schema": {"type": "string", "format": "binary"}} for kind, _ in FORMATS.values()},
        "description": "The picture: PNG at twice the size of a screen, or SVG with its letters as outlines.",
    },
    **WORKED_OUT,
    **problems(400, 404, 422),
}

routes = APIRouter(prefix="/programmes/{slug}", responses=IMAGES, tags=["pictures"])


@routes.get("/pictures/{picture}", response_class=Response)
@made_apart
def get_picture(
    work: Work, slug: Slug, picture: File, spoken: Tongue = "en", review: Review = None, names: Named = False
) -> Response:
    """The grid (`grid.png`), a group over time (`over-time-1-1.svg`), rubrics side by side (`rubrics-1.png`)."""
    charts = _charts(work, slug, spoken, names=names)
    return file_of(work, slug, charts, of_programme(charts, picture, review), picture)


@routes.get("/elements/{element}/pictures/{picture}", response_class=Response)
@made_apart
def get_element_picture(
    work: Work,
    slug: Slug,
    element: ElementSlug,
    picture: File,
    spoken: Tongue = "en",
    review: Review = None,
    names: Named = False,
) -> Response:
    """The map of an element (`map.png`), or one reading of it (`reading-1.svg`)."""
    charts = _charts(work, slug, spoken, names=names)
    return file_of(work, slug, charts, charts.element(element, review), picture)


@routes.get("/sessions/{session}/pictures/{picture}", response_class=Response)
def get_session_picture(
    work: Work, slug: Slug, session: SessionSlug, picture: File, spoken: Tongue = "en", names: Named = False
) -> Response:
    """A session's people (`people.png`), groups of an attribute (`session-groups-1.svg`), floor (`floor.png`)."""
    charts = _charts(work, slug, spoken, names=names)
    return file_of(work, slug, charts, charts.session(session), picture)


def _charts(work: Workspace, slug: str, code: str, *, names: bool) -> PageCharts:
    found, spoken = work.findings(slug), language(code)
    return PageCharts(found, replace(spoken, names=called_in(found.at.outline, code)), names=names)
