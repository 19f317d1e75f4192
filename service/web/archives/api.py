"""A whole programme as one file, in the API."""

from typing import Annotated

from fastapi import APIRouter, File, UploadFile
from fastapi.responses import FileResponse

from service.types import Programme
from service.web.api.dependencies import Slug, Work, problems
from service.web.archives.files import ARCHIVE, bring_in, file_of
from service.web.running.apart import made_apart, read_apart

Sent = Annotated[UploadFile, File(description="The file of a programme, as it was exported.")]

routes = APIRouter(tags=["programmes"])


@routes.get(
    "/programmes/{slug}/export",
    response_class=FileResponse,
    responses={200: {"content": {ARCHIVE: {"schema": {"type": "string", "format": "binary"}}}}, **problems(404, 422)},
)
@made_apart
def export_programme(work: Work, slug: Slug) -> FileResponse:
    """All of a programme as one file: files as they were kept, people, names, edits, answers and findings."""
    return file_of(work, slug)


@routes.post("/programmes/import", response_model=Programme, status_code=201, responses=problems(400, 413, 422))
@read_apart
def import_programme(work: Work, file: Sent) -> Programme:
    """Bring in the file of a programme as a new one, under a slug that no other one has."""
    return bring_in(work, file)
