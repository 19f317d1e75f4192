"""A facilitator's browser and phones, beside a programme with people."""

import pytest
from fastapi.testclient import TestClient

from tests.service.cafe.conftest import PEOPLE, wanted
from tests.service.working import create_app


@pytest.fixture
def work(settings, open_workspace):
    """A workspace with a programme and its people."""
    workspace = open_workspace(settings)
    workspace.programmes.create("P", ["North", "South"])
    workspace.files.add("p", [("people.csv", PEOPLE)])
    return workspace


@pytest.fixture
def made(work):
    """A World Café."""
    return work.cafes.plan("p", wanted())


@pytest.fixture
def desk(settings, work):
    """The facilitator's browser."""
    with TestClient(create_app(settings, work), base_url="http://localhost") as client:
        yield client
