"""Who is behind labels, over the API."""

import pytest
from fastapi.testclient import TestClient

from tests.service.annotations.test_speaker_identities import FIRST
from tests.service.files import ROSTER
from tests.service.working import create_app

NAMES = "/api/v1/programmes/p/sessions/may/names"


@pytest.fixture
def client(settings, open_workspace):
    """The service with one session."""
    workspace = open_workspace(settings)
    workspace.programmes.create("P")
    workspace.files.add("p", [("roster.csv", ROSTER), ("may.vtt", FIRST)])
    with TestClient(create_app(settings, workspace), base_url="http://localhost") as client:
        yield client


def test_a_label_is_told_and_taken_back(client):
    """The answer says what is still open."""
    assert client.get(NAMES).json()["open"][0] == {"label": "Asha R.", "proposals": ["Asha Rai"]}
    told = client.put(NAMES, json={"label": "Asha R.", "kind": "person", "name": "Asha Rai"})
    assert told.status_code == 200
    assert told.json()["told"] == [{"label": "Asha R.", "kind": "person", "name": "Asha Rai", "everywhere": True}]
    assert client.delete(NAMES, params={"label": "Asha R."}).json()["told"] == []


@pytest.mark.parametrize(
    "wrong", [{}, {"label": "A", "kind": "person"}, {"label": "A", "kind": "ghost"}, {"label": " ", "kind": "room"}]
)
def test_what_makes_no_sense_is_refused(client, wrong):
    """With 422 and one line."""
    refused = client.put(NAMES, json=wrong)
    assert refused.status_code == 422
    assert refused.json()["problem"]


def test_the_roster_of_a_session_is_chosen(client):
    """By its file name; one that is not there is not found."""
    where = NAMES.replace("names", "roster")
    assert client.put(where, json={"roster": "roster.csv"}).json()["roster"] == "roster.csv"
    assert client.put(where, json={"roster": None}).json()["roster"] == "roster.csv"
    assert client.put(where, json={"roster": "no.csv"}).status_code == 404
    assert client.put(where, json={}).status_code == 422
