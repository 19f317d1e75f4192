"""One kept file, and its bytes as they were handed in, under `/api/v1/programmes/{slug}/files/{file}`."""

from fastapi import APIRouter
from fastapi.responses import Response

from service.types import KeptFile
from service.web.api.dependencies import FileId, Files, Slug, Work, problems
from service.web.attachment import attachment

BYTES = "application/octet-stream"

routes = APIRouter(prefix="/programmes/{slug}/files/{file}", responses=problems(404, 422), tags=["programme"])


@routes.get("", response_model=KeptFile)
def get_file(own: Files, slug: Slug, file: FileId) -> KeptFile:
    """One file of a programme."""
    return own.get(slug, file)


@routes.get(
    "/content",
    response_class=Response,
    responses={
        200: {
            "content": {BYTES: {"schema": {"type": "string", "format": "binary"}}},
            "description": "Its bytes, as they were handed in.",
        }
    },
)
def read_file(work: Work, own: Files, slug: Slug, file: FileId) -> Response:
    """The file as it was handed in, with all that stands in it of people."""
    filename, content = own.original(slug, file)
    work.journal.exported(slug, filename)
    return Response(content, media_type=BYTES, headers=attachment(filename))
