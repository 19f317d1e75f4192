"""Where what was made is found."""

import pytest
from fastapi.testclient import TestClient

from service.web.app import create_app
from service.web.transfer.locations import ORDERED, PLACES
from tests.service.files import EVERYTHING


@pytest.fixture
def app(workspace):
    """The service."""
    return create_app(workspace.settings, workspace)


@pytest.fixture
def ask(app):
    """A program that makes things."""
    return TestClient(app, base_url="http://localhost")


def test_whatever_makes_something_says_where_it_is(app):
    """Every answer 201 or 202 to a POST stands in the table, and nothing else does."""
    described = app.openapi()["paths"]
    making = {
        path for path, kinds in described.items() if {"201", "202"} & set(kinds.get("post", {}).get("responses", {}))
    }
    assert making == set(PLACES) | set(ORDERED)


def test_what_is_made_is_found_there(ask):
    """A programme, one file, several files, a preview, a form, a job."""
    made = ask.post("/api/v1/programmes", json={"name": "দুই নদী"})
    home = made.headers["location"]
    assert ask.get(home).json() == made.json()
    one = ask.post(f"{home}/files", files=[("files", EVERYTHING[0])])
    assert ask.get(one.headers["location"]).json() == one.json()[0]
    several = ask.post(f"{home}/files", files=[("files", each) for each in EVERYTHING[1:3]])
    assert several.headers["location"] == f"{home}/files"
    preview = ask.post(f"{home}/previews", files=[("files", ("a.csv", b"text\nOne\n"))])
    assert ask.get(preview.headers["location"]).json() == preview.json()
    form = ask.post(f"{home}/forms", json={"title": "Day one"})
    assert ask.get(form.headers["location"]).json() == form.json()
    job = ask.post(f"{home}/analyses", json={"kind": "readings"})
    assert ask.get(job.headers["location"]).json() == job.json()


def test_what_is_answered_again_says_it_again(ask):
    """With the key of the first request."""
    key = {"idempotency-key": "one"}
    first, again = (ask.post("/api/v1/programmes", json={"name": "P"}, headers=key) for _ in range(2))
    assert first.headers["location"] == again.headers["location"] == "/api/v1/programmes/p"


@pytest.mark.parametrize("method", ["PUT", "PATCH", "DELETE"])
def test_every_change_with_a_key_is_done_once(ask, workspace, method):
    """Answered as the first time, also when somebody has gone on from it."""
    home = ask.post("/api/v1/programmes", json={"name": "P"}).headers["location"]
    code = ask.post(f"{home}/forms", json={"title": "One"}).json()["code"]
    path, body = {
        "PUT": (f"{home}/keeping", {"months": 12}),
        "PATCH": (home, {"name": "Q"}),
        "DELETE": (f"{home}/forms/{code}", None),
    }[method]
    first = ask.request(method, path, json=body, headers={"idempotency-key": "k"})
    revision = workspace.findings("p").at.row.revision
    again = ask.request(method, path, json=body, headers={"idempotency-key": "k"})
    assert (again.status_code, again.content) == (first.status_code, first.content)
    assert first.status_code in {200, 204}
    assert workspace.findings("p").at.row.revision == revision
