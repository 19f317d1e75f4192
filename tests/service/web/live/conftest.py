"""A programme that asks something on phones, and browsers for it."""

import pytest
from fastapi.testclient import TestClient

from tests.service.working import create_app


@pytest.fixture
def work(settings, open_workspace):
    """A workspace with a programme of two elements and two teams."""
    work = open_workspace(settings)
    work.programmes.create("P", ["Nepal", "Bangladesh"])
    work.files.add("p", [("first.csv", b"text,element\nWe plan together,Trust\nCalls come late,Planning\n")])
    return work


@pytest.fixture
def code(work):
    """Of something that is asked."""
    return work.gatherings.open("p", "What changed?", "", ("trust", "planning"), asks_team=True).code


@pytest.fixture
def browser(settings, work):
    """Make browsers, each with cookies of its own."""
    app = create_app(settings, work)
    return lambda **more: TestClient(app, base_url="http://localhost", **more)
