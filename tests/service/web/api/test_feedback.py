"""Forms for those present over the API."""

import pytest
from fastapi.testclient import TestClient

from tests.service.working import create_app

FORMS = "/api/v1/programmes/p/forms"


@pytest.fixture
def client(settings, open_workspace):
    """The service with an empty programme."""
    workspace = open_workspace(settings)
    workspace.programmes.create("P")
    with TestClient(create_app(settings, workspace), base_url="http://localhost") as client:
        yield client


def test_from_the_form_to_the_answers(client):
    """Make a form, add answers, close it, read them, remove it."""
    made = client.post(FORMS, json={"title": "Day one"})
    assert made.status_code == 201
    one = f"{FORMS}/{made.json()['code']}"
    sent = client.post(f"{one}/answers", json=[{"heard": 5}, {"heard": 1, "missing": "চালক"}, {"voice": 3}])
    assert (sent.status_code, sent.json()) == (201, {"stored": 3})
    assert client.get(one).json()["received"] == 3
    assert client.get(f"{one}/answers").json()["answers"] == 0
    assert client.patch(one, json={"is_open": False}).json()["is_open"] is False
    found = client.get(f"{one}/answers").json()
    assert (found["answers"], found["missing"]) == (3, ["চালক"])
    assert [form["code"] for form in client.get(FORMS).json()] == [made.json()["code"]]
    assert client.delete(one).status_code == 204
    assert client.get(one).status_code == 404


def test_the_same_token_counts_once(client):
    """A program that sends again after a broken line does no harm."""
    one = f"{FORMS}/{client.post(FORMS, json={'title': 'Day one'}).json()['code']}"
    answer = [{"heard": 5, "token": "0123456789"}]
    assert client.post(f"{one}/answers", json=answer).json() == {"stored": 1}
    assert client.post(f"{one}/answers", json=answer).json() == {"stored": 0}


def test_a_closed_form_answers_409(client):
    """In one line, with what to do."""
    one = f"{FORMS}/{client.post(FORMS, json={'title': 'Day one'}).json()['code']}"
    client.patch(one, json={"is_open": False})
    refused = client.post(f"{one}/answers", json=[{"heard": 5}])
    assert refused.status_code == 409
    assert refused.json()["problem"] == "this form is closed"


@pytest.mark.parametrize("answer", [{}, {"heard": 6}, {"heard": 0}, {"missing": "x" * 501}, {"missing": " "}])
def test_answers_that_cannot_be_counted_are_refused(client, answer):
    """None of the answers sent with it is stored either."""
    one = f"{FORMS}/{client.post(FORMS, json={'title': 'Day one'}).json()['code']}"
    assert client.post(f"{one}/answers", json=[{"heard": 5}, answer]).status_code == 422
    assert client.get(one).json()["received"] == 0
