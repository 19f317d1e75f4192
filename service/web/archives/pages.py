"""The pages that hand out a whole programme and bring one in."""

from typing import Annotated

from fastapi import APIRouter, File, UploadFile
from fastapi.responses import FileResponse, RedirectResponse

from service.web.archives.files import bring_in, file_of
from service.web.context import Page
from service.web.running.apart import made_apart, read_apart

routes = APIRouter()


@routes.get("/programmes/{slug}/programme.zip")
@made_apart
def export(page: Page, slug: str) -> FileResponse:
    """Give all of a programme as one file."""
    return file_of(page.workspace, slug)


@routes.post("/programmes/import")
@read_apart
def import_(page: Page, file: Annotated[UploadFile, File()]) -> RedirectResponse:
    """Bring in the file of a programme and show it."""
    return page.go("programmes", bring_in(page.workspace, file).slug)
