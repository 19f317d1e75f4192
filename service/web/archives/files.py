"""The file of a programme on its way out and in."""

import shutil
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from tempfile import NamedTemporaryFile

from fastapi import UploadFile
from fastapi.responses import FileResponse
from starlette.background import BackgroundTask

from service.types import Programme
from service.web.attachment import attachment
from service.workspace import Workspace

ARCHIVE = "application/zip"


def file_of(work: Workspace, slug: str) -> FileResponse:
    """Return all of a programme as a file; what was written for that goes when it is sent."""
    with ExitStack() as stack:
        path = stack.enter_context(work.archives.written(slug))
        name = f"{slug}.zip"
        work.journal.exported(slug, name)
        kept = stack.pop_all()
    return FileResponse(path, media_type=ARCHIVE, headers=attachment(name), background=BackgroundTask(kept.close))


def bring_in(work: Workspace, file: UploadFile) -> Programme:
    """Bring in the file of a programme that was sent."""
    with _on_disk(file) as path:
        return work.archives.read(path, file.filename or "")


@contextmanager
def _on_disk(file: UploadFile) -> Iterator[Path]:
    """Give the path of an upload for as long as the block runs."""
    with NamedTemporaryFile(prefix="manyvoices-", suffix=".zip", delete=False) as stream:
        path = Path(stream.name)
    try:
        with path.open("wb") as stream:
            shutil.copyfileobj(file.file, stream)
        yield path
    finally:
        path.unlink(missing_ok=True)
