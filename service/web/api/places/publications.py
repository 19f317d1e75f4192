"""What is published, under `/api/v1/programmes/{slug}/publications`."""

from collections.abc import Sequence
from http import HTTPStatus
from typing import Annotated, Any

from fastapi import APIRouter, Path
from fastapi.responses import JSONResponse, Response
from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from service.access.audiences import audiences_of
from service.exports.formats import FORMATS
from service.exports.publish import Order, publish_report
from service.jobs.types import Job
from service.names.titles import LONGEST_TITLE
from service.presentation.i18n import NAMES
from service.publications.types import Format, Publication, Reader
from service.serialisation import public_json
from service.web.access import Allowed
from service.web.api.dependencies import Slug, Work, problems
from service.web.api.paging.cursors import Page
from service.web.numbers import LARGEST
from service.web.published import as_it_was

Number = Annotated[int, Path(ge=1, le=LARGEST, description="The publication's id.")]
Language = Annotated[str, StringConstraints(pattern=f"^({'|'.join(NAMES)})$")]

LATER: dict[int | str, dict[str, Any]] = {
    202: {"model": list[Job], "description": "What is being made, a job each; pages may be published already."}
}

routes = APIRouter(prefix="/programmes/{slug}/publications", responses=problems(404, 422), tags=["publications"])


class NewPublication(BaseModel):
    """The report for a reader as it now is, without names, as one publication in each language and format.

    What goes in is what was chosen for this reader (`PUT .../report/choice`).
    """

    model_config = ConfigDict(
        extra="forbid", json_schema_extra={"example": {"title": "Both Banks, March", "languages": ["en", "bn"]}}
    )
    title: Annotated[str, StringConstraints(max_length=LONGEST_TITLE)] = ""
    languages: Annotated[list[Language], Field(min_length=1, max_length=len(NAMES))] = ["en"]
    reader: Reader = Reader.PARTICIPANTS
    formats: Annotated[list[Format], Field(min_length=1, max_length=len(Format))] = [Format.HTML]
    observers: Annotated[bool, Field(description="Whether observers, such as funders, may open it too.")] = False


@routes.get("", response_model=list[Publication])
def list_publications(work: Work, slug: Slug, access: Allowed, page: Page) -> Sequence[Publication]:
    """What can be read, newest first; facilitators see what was withdrawn, too."""
    every = work.publications.every(slug, audiences_of(access), withdrawn_too=access.may_everything)
    return page.beside(every, lambda each: each.id)


@routes.post("", response_model=list[Publication], status_code=201, responses=LATER | problems(400, 413))
def publish(work: Work, slug: Slug, new: NewPublication) -> Sequence[Publication] | Response:
    """Publish the report as it now is; what changes later makes another publication.

    Pages are published at once if all that they show is there. Other formats take a while: the answer is 202 with a job
    for each (`GET .../jobs/{job}`), and what is made is listed here.
    """
    order = Order(new.reader, tuple(new.languages), tuple(new.formats), new.observers)
    asked = publish_report(work, slug, new.title, order)
    if asked.jobs:
        return JSONResponse([public_json(job) for job in asked.jobs], HTTPStatus.ACCEPTED)
    return asked.made


@routes.get("/{publication}", response_model=Publication)
def get_publication(work: Work, slug: Slug, publication: Number, access: Allowed) -> Publication:
    """One publication."""
    return work.publications.get(slug, publication, audiences_of(access), withdrawn_too=access.may_everything)


@routes.get(
    "/{publication}/content",
    response_class=Response,
    responses={
        200: {
            "content": {
                each.media_type.partition(";")[0]: {"schema": {"type": "string", "format": "binary"}}
                for each in FORMATS.values()
            },
            "description": "Its bytes, as they were when it was published.",
        }
    },
)
def read_publication(work: Work, slug: Slug, publication: Number, access: Allowed) -> Response:
    """What it says, in its format."""
    return as_it_was(work, slug, publication, access)


@routes.post("/{publication}/withdraw", response_model=Publication)
def withdraw_publication(work: Work, slug: Slug, publication: Number) -> Publication:
    """Let nobody but facilitators see it from now on."""
    return work.publications.withdraw(slug, publication)


@routes.delete("/{publication}", status_code=204)
def remove_publication(work: Work, slug: Slug, publication: Number) -> None:
    """Delete it with its bytes."""
    work.publications.remove(slug, publication)
