"""What earlier releases left, made by their own code: their databases and files of programmes open in this one.

`releases/NNNN.zip` is a backup of a database whose tables were NNNN, `releases/NNNN-programme.zip` a programme that
such a release handed on, most of them with what their forms had written.
"""

from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from service.settings import Settings
from service.store.upkeep.archive import Archive
from service.store.upkeep.backup import restore
from service.store.upkeep.one_programme import LEFT_OUT
from service.workspace import Workspace
from tests.service.files import EVERYTHING
from tests.service.store.upkeep.test_backup import content
from tests.service.web.hostile.crawl import HOST, Crawl
from tests.service.working import create_app

RELEASES = Path(__file__).parent / "releases"
BACKUPS = sorted(RELEASES.glob("????.zip"))
PROGRAMMES = sorted(RELEASES.glob("????-programme.zip"))
MADE_ANEW = {"findings", "finding_parts", "jobs"}
NOTHING_IS_SENT = ""


@pytest.fixture
def there(tmp_path) -> Settings:
    """The settings of an installation in a folder of its own, which is empty."""
    return Settings(data_dir=tmp_path / "there", database_url=f"sqlite:///{tmp_path}/there/manyvoices.db")


def failing(work: Workspace, settings: Settings, slug: str) -> tuple[list[str], int]:
    """Return the pages of a programme, and those that they link to, that do not open, and how many do.

    Files of transcripts are no pages, and where somebody did not agree to the analysis there is none.
    """
    client = TestClient(create_app(settings, work), base_url=HOST, follow_redirects=False)
    crawl = Crawl(client, "", ("", b""), NOTHING_IS_SENT)
    crawl.go(f"{HOST}/programmes/{slug}", f"{HOST}/programmes/{slug}/sessions/session-2026-03-18", f"{HOST}/")
    answered = [(what, answer.status_code) for what, answer in crawl.answers]
    failed = [
        f"{what} {code}" for what, code in answered if code >= 400 and not (code == 422 and "/transcript?" in what)
    ]
    return failed, len(answered) - len(failed)


def rows_in(path: Path) -> dict[str, int]:
    """Return how many rows an archive has in each table."""
    with Archive.opened(path) as archive:
        return {name: entry.rows for name, entry in archive.manifest.tables.items()}


@pytest.mark.parametrize("path", BACKUPS, ids=lambda path: path.stem)
def test_a_database_of_an_earlier_release_goes_on(path, there, tmp_path, open_workspace):
    """No row of it is lost but findings, which are made anew; all files are there, and every page opens."""
    restore(there.url, path, tmp_path / "copies")
    now = {name: len(rows) for name, rows in content(there.url).items()}
    kept = {name: rows for name, rows in rows_in(path).items() if name not in MADE_ANEW}
    assert {name: now[name] for name in kept} == kept
    work = open_workspace(there)
    files = {each.slug: {file.filename for file in work.files.every(each.slug)} for each in work.programmes.every()}
    (slug,) = [slug for slug, names in files.items() if names >= {name for name, _ in EVERYTHING}]
    failed, opened = failing(work, there, slug)
    assert failed == []
    assert opened > 30


@pytest.mark.parametrize("path", PROGRAMMES, ids=lambda path: path.stem)
def test_a_programme_of_an_earlier_release_comes_in(path, there, tmp_path, open_workspace):
    """All its rows, as one more programme, and every page opens."""
    work = open_workspace(there)
    slug = work.archives.read(path).slug
    now = {name: len(rows) for name, rows in content(there.url).items()}
    handed_on = {name: rows for name, rows in rows_in(path).items() if name not in MADE_ANEW | LEFT_OUT.keys()}
    assert {name: now[name] for name in handed_on} == handed_on
    failed, opened = failing(work, there, slug)
    assert failed == []
    assert opened > 30


def test_there_is_something_of_earlier_releases():
    """None of them got lost."""
    assert len(BACKUPS) >= 4
    assert PROGRAMMES
