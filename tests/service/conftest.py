"""Databases and workspaces for the tests of the service."""

from collections.abc import Callable, Iterator
from pathlib import Path
from shutil import copyfile, copytree

import pytest

from service.analyses.findings import Findings
from service.settings import Settings
from service.store import Database
from service.workspace import Workspace
from tests.embedders import BagOfWords
from tests.service import postgres
from tests.service.files import EVERYTHING

EMBEDDER = BagOfWords()
BOTH = ("sqlite", "postgresql")


@pytest.fixture(scope="session")
def cluster() -> Iterator[str]:
    """The address of a PostgreSQL that is this process's own."""
    try:
        with postgres.private_cluster() as url:
            yield url
    except postgres.Unavailable as reason:
        pytest.skip(str(reason))


@pytest.fixture(scope="session")
def sqlite_tables(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A SQLite file with the current tables and nothing in them; to be copied, since making them takes longer."""
    file = tmp_path_factory.mktemp("tables") / "manyvoices.db"
    Database.open(f"sqlite:///{file}").close()
    return file


@pytest.fixture(scope="session")
def postgresql_tables(cluster: str) -> str:
    """The address of a PostgreSQL database with the current tables."""
    url = postgres.new_database(cluster, "manyvoices")
    Database.open(url).close()
    return url


@pytest.fixture
def settings(tmp_path: Path, sqlite_tables: Path) -> Settings:
    """Settings on a SQLite file with nothing in its tables."""
    copyfile(sqlite_tables, tmp_path / sqlite_tables.name)
    return Settings(data_dir=tmp_path)


@pytest.fixture(params=BOTH)
def url(request: pytest.FixtureRequest, tmp_path: Path, sqlite_tables: Path) -> str:
    """The address of a database with nothing in its tables: a SQLite file, then PostgreSQL."""
    if request.param == "sqlite":
        return f"sqlite:///{copyfile(sqlite_tables, tmp_path / sqlite_tables.name)}"
    url: str = request.getfixturevalue("postgresql_tables")
    postgres.delete_rows(url)
    return url


@pytest.fixture
def open_workspace() -> Iterator[Callable[..., Workspace]]:
    """Open workspaces with a small embedder; they are closed at the end."""
    opened: list[Workspace] = []

    def open_one(settings: Settings, **more: object) -> Workspace:
        work = Workspace(Database.open(settings.url), settings, **{"load_embedder": lambda _: EMBEDDER, **more})
        opened.append(work)
        return work

    yield open_one
    for work in opened:
        work.close()


@pytest.fixture
def workspace(url: str, tmp_path: Path, open_workspace: Callable[..., Workspace]) -> Workspace:
    """An empty workspace, on both databases in turn."""
    return open_workspace(Settings(data_dir=tmp_path, database_url=url))


@pytest.fixture(scope="session")
def sample_workspace(tmp_path_factory: pytest.TempPathFactory, sample_folder: Path) -> Iterator[Workspace]:
    """A workspace with the sample programme, read and analysed as it is shipped. Tests only read it."""
    folder = tmp_path_factory.mktemp("sample") / "data"
    copytree(sample_folder, folder)
    work = Workspace.open(Settings(data_dir=folder))
    yield work
    work.close()


@pytest.fixture
def sample(sample_workspace: Workspace) -> Findings:
    """The sample programme and everything that is found in it."""
    (programme,) = sample_workspace.programmes.every()
    return sample_workspace.findings(programme.slug)


@pytest.fixture
def programme(workspace):
    """A programme without files."""
    return workspace.programmes.create("Two rivers", ["North", "South", "West"]).slug


@pytest.fixture
def full(workspace, programme):
    """A programme with all its files."""
    workspace.files.add(programme, EVERYTHING)
    return programme
