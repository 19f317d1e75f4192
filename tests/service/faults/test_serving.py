"""The command `serve`: what it leaves to workers."""

import shutil

from benchmarks.faults.asking import ask
from service.settings import Settings
from service.workspace import Workspace
from tests.service.files import EVERYTHING


def test_what_takes_time_is_done_by_workers_and_by_no_request(serve, begun, tmp_path, sqlite_tables):
    """Without one, pages say that it is still being worked out; with one, they show it."""
    shutil.copyfile(sqlite_tables, tmp_path / sqlite_tables.name)
    work = Workspace.open(Settings(data_dir=tmp_path))
    slug = work.programmes.create("P").slug
    work.files.add(slug, EVERYTHING[:1])
    work.close()
    _, port = serve()
    page = f"/api/v1/programmes/{slug}/elements"
    assert [ask(port, "GET", page).status for _ in range(2)] == [202, 202]
    begun("worker")
    while (answer := ask(port, "GET", page)).status == 202:
        pass
    assert answer.status == 200
