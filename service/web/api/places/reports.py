"""Reports as they are now, and what goes into them, under `/api/v1/programmes/{slug}/report`."""

from typing import Annotated

from fastapi import APIRouter, Depends, Query
from fastapi.responses import Response

from service.exports.formats import FORMATS
from service.exports.report import Wanted, build_report
from service.presentation.i18n import NAMES
from service.publications.choice import Choice
from service.publications.types import Format, Reader
from service.web.api.dependencies import WORKED_OUT, Slug, Work, problems
from service.web.problems.unknown import only_fields
from service.web.published import as_file
from service.web.running.apart import made_apart

For = Annotated[Reader, Query(alias="for", description="For whom: it decides what is in it.")]
Language = Annotated[str, Query(pattern=f"^({'|'.join(NAMES)})$", description="Of the sentences.")]
FormatOf = Annotated[Format, Query(alias="format", description="Slides are for the room, Word for all others.")]

routes = APIRouter(prefix="/programmes/{slug}/report", responses=problems(404, 422), tags=["publications"])


@routes.get(
    "",
    response_class=Response,
    responses=WORKED_OUT
    | problems(400)
    | {
        200: {
            "content": {
                each.media_type.partition(";")[0]: {"schema": {"type": "string", "format": "binary"}}
                for each in FORMATS.values()
            },
            "description": "The file.",
        }
    },
)
@made_apart
def read_report(
    work: Work,
    slug: Slug,
    reader: For = Reader.FACILITATOR,
    format_: FormatOf = Format.HTML,
    language: Language = "en",
    names: Annotated[bool, Query(description="Whether people are named, in a facilitator's report only.")] = False,
) -> Response:
    """The report for a reader as it is now, with what was chosen for it."""
    choice = work.report_choices.get(slug, reader)
    made = build_report(work, slug, Wanted(reader, language, choice, names), format_)
    name = f"{slug}-{reader.value}-{language}"
    work.journal.exported(slug, f"{name}.{format_.value}")
    return as_file(made, format_, name)


@routes.get("/choice", response_model=Choice)
def read_choice(work: Work, slug: Slug, reader: For = Reader.FACILITATOR) -> Choice:
    """What goes into the report for a reader."""
    return work.report_choices.get(slug, reader)


@routes.put("/choice", response_model=Choice, responses=problems(400, 413), dependencies=[Depends(only_fields(Choice))])
def keep_choice(work: Work, slug: Slug, choice: Choice, reader: For = Reader.FACILITATOR) -> Choice:
    """Choose what goes into the report for a reader."""
    work.report_choices.keep(slug, reader, choice)
    return work.report_choices.get(slug, reader)
