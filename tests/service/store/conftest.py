"""Databases without tables, for the tests of what makes them."""

from pathlib import Path

import pytest

from tests.service import postgres
from tests.service.conftest import BOTH


@pytest.fixture(params=BOTH)
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of a new, empty database: a SQLite file, then PostgreSQL."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'manyvoices.db'}"
    cluster: str = request.getfixturevalue("cluster")
    postgres.drop_tables(cluster)
    return cluster
