"""A service with a programme of files that are handed in one by one; those that are refused are not in it."""

import tempfile
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType

from fastapi.testclient import TestClient

from nlp.errors import InputError
from service.settings import Settings
from service.store import Database
from service.web.app import create_app
from service.workspace import Workspace
from tests.service.conftest import EMBEDDER
from tests.service.web.hostile.crawl import HOST
from tests.service.web.hostile.everything import Everything, Reports
from tests.service.web.hostile.odd_files import Upload


class Service:
    """A service of its own, in a folder that goes with it; a SQLite file with tables in it is copied if given."""

    def __init__(self, tables: Path | None = None) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="odd-")
        settings = Settings(data_dir=Path(self._folder.name))
        if tables:
            (settings.data_dir / tables.name).write_bytes(tables.read_bytes())
        self.work = Workspace(Database.open(settings.url), settings, load_embedder=lambda _: EMBEDDER)
        app = create_app(settings, self.work.for_readers())
        self.client = TestClient(app, base_url=HOST, follow_redirects=False)

    def __enter__(self) -> "Service":
        """Return the service, open."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """Close it and remove its folder."""
        self.work.close()
        self._folder.cleanup()

    def take(self, slug: str, uploads: Sequence[Upload]) -> int:
        """Hand the files in one by one; return how many of them were refused."""
        refused = 0
        for upload in uploads:
            try:
                self.work.files.add(slug, [upload])
            except InputError:
                refused += 1
        return refused

    def open_all(self, uploads: Sequence[Upload], reports: Reports) -> tuple[Everything, int]:
        """Make a programme of files and open all of it; return what was opened, and how many files were refused."""
        slug = self.work.programmes.create("Two rivers", ["North", "South"]).slug
        refused = self.take(slug, uploads)
        self.work.jobs.do_all()
        opened = Everything(self.client, slug, 1, reports)
        opened.go()
        return opened, refused
