"""The data of a programme as files, in the API."""

from typing import Annotated, Any

from fastapi import APIRouter, Query
from fastapi.responses import Response

from service.exports.tables.formats import FORMATS
from service.exports.transcripts.formats import TRANSCRIPT_FORMATS
from service.presentation.i18n import NAMES, language
from service.web.api.dependencies import WORKED_OUT, SessionSlug, Slug, Work, problems
from service.web.data.files import data_of, transcript_of
from service.web.running.apart import made_apart

BINARY: dict[str, Any] = {"schema": {"type": "string", "format": "binary"}}

DataForm = Annotated[
    str, Query(max_length=20, description="In which format.", json_schema_extra={"enum": list(FORMATS)})
]
TranscriptForm = Annotated[
    str, Query(max_length=20, description="In which format.", json_schema_extra={"enum": list(TRANSCRIPT_FORMATS)})
]
Names = Annotated[bool, Query(description="Whether people are named, as far as they agreed to it.")]
Spoken = Annotated[
    str,
    Query(
        max_length=20,
        description="Language of the data dictionary, and of what is said of codes.",
        json_schema_extra={"enum": list(NAMES)},
    ),
]

routes = APIRouter(prefix="/programmes/{slug}", tags=["data"])


@routes.get(
    "/data",
    response_class=Response,
    responses={
        200: {"content": {each.media_type.partition(";")[0]: BINARY for each in FORMATS.values()}},
        **WORKED_OUT,
        **problems(404, 422),
    },
)
@made_apart
def take_data(
    work: Work,
    slug: Slug,
    format: DataForm = "xlsx",  # noqa: A002
    names: Names = False,
    lang: Spoken = "en",
) -> Response:
    """Everything that was found, as tables: notes, readings, holders, rubrics, sessions, people, turns, ratings.

    As `qdpx` and `qdc` (REFI-QDA) the notes as coded texts, or the codes alone, for programs of qualitative research.
    """
    return data_of(work, work.findings(slug), format, language(lang), names=names)


@routes.get(
    "/sessions/{session}/transcript",
    response_class=Response,
    responses={
        200: {"content": {each.media_type.partition(";")[0]: BINARY for each in TRANSCRIPT_FORMATS.values()}},
        **WORKED_OUT,
        **problems(404, 422),
    },
)
def take_transcript(
    work: Work,
    slug: Slug,
    session: SessionSlug,
    format: TranscriptForm = "vtt",  # noqa: A002
    names: Names = False,
    lang: Spoken = "en",
) -> Response:
    """The transcript of a session with the names that were confirmed, or with numbers; words that may be read."""
    return transcript_of(work, work.findings(slug), session, format, language(lang), names=names)
