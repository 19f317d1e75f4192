"""Files that wait: how each is understood, and what is said of it, before it is kept."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Annotated

from fastapi import APIRouter, Depends, File, Path, UploadFile
from fastapi.responses import JSONResponse
from pydantic import Field

from service.types import FileChange, KeptFile, Preview
from service.web.api.dependencies import FileId, Files, Slug, answer, problems
from service.web.problems.unknown import only_fields
from service.web.running.apart import read_apart

MOST_FILES = 200
Token = Annotated[str, Path(max_length=64, description="Of the preview.")]
Changes = Annotated[list[FileChange], Field(max_length=MOST_FILES)]

routes = APIRouter(prefix="/programmes/{slug}", responses=problems(404, 422), tags=["previews"])


def _shown(preview: Preview) -> JSONResponse:
    """Answer with a preview, without the first values of columns and the first rows: some are attributes of people."""
    files = tuple(replace(file, settings=replace(file.settings, values=(), rows=())) for file in preview.files)
    return answer(replace(preview, files=files))


@routes.post("/previews", response_model=Preview, status_code=201, responses=problems(400, 413))
@read_apart
def preview_files(own: Files, slug: Slug, files: Annotated[list[UploadFile], File(min_length=1)]) -> JSONResponse:
    """Say what files are and how they are understood; they wait a day to be kept."""
    shown = _shown(own.preview(slug, [(file.filename or "", file.file.read()) for file in files]))
    shown.status_code = 201
    return shown


@routes.post("/files/{file}/preview", response_model=Preview, status_code=201)
def open_file(own: Files, slug: Slug, file: FileId) -> JSONResponse:
    """Let a kept file wait again, so that what is said of it can be changed."""
    shown = _shown(own.open(slug, file))
    shown.status_code = 201
    return shown


@routes.get("/previews/{token}", response_model=Preview, responses=problems(410))
def get_preview(own: Files, slug: Slug, token: Token) -> JSONResponse:
    """How waiting files are understood now."""
    return _shown(own.previewed(slug, token))


@routes.post(
    "/previews/{token}",
    response_model=Preview,
    responses=problems(400, 410, 413),
    dependencies=[Depends(only_fields(list[FileChange]))],
)
@read_apart
def change_preview(own: Files, slug: Slug, token: Token, changes: Changes) -> JSONResponse:
    """Say how files are to be read: kind, team, review, date, language, columns, headings; and which are kept."""
    return _shown(own.change(slug, token, changes))


@routes.post("/previews/{token}/keep", response_model=list[KeptFile], responses=problems(400, 410, 413))
@read_apart
def keep_preview(own: Files, slug: Slug, token: Token) -> Sequence[KeptFile]:
    """Keep the files of a preview that can be used and are wanted."""
    return own.keep(slug, token)


@routes.delete("/previews/{token}", status_code=204, responses=problems(410))
def discard_preview(own: Files, slug: Slug, token: Token) -> None:
    """Forget the files of a preview."""
    own.discard(slug, token)
