"""Reviews over the API."""

import pytest
from fastapi.testclient import TestClient

from tests.service.working import create_app

HOME = "/api/v1/programmes/p/reviews"


@pytest.fixture
def client(settings, open_workspace):
    """The service with an empty programme."""
    work = open_workspace(settings)
    work.programmes.create("P")
    with TestClient(create_app(settings, work), base_url="http://localhost") as client:
        yield client


def test_from_planning_to_removing(client):
    """Planned, read, changed, given an agenda, removed."""
    made = client.post(HOME, json={"name": "May 2027", "date": "2027-05-04"})
    assert made.status_code == 201
    assert made.headers["location"] == f"{HOME}/may-2027"
    one = client.get(made.headers["location"]).json()
    assert [one] == client.get(HOME).json()
    assert one["agenda"][0] == {"kind": "welcome", "minutes": 15, "title": ""}
    assert client.patch(f"{HOME}/may-2027", json={"date": "2027-05-11"}).json()["date"] == "2027-05-11"
    parts = [{"kind": "ratings", "minutes": 30, "title": ""}]
    assert client.put(f"{HOME}/may-2027/agenda", json={"parts": parts}).json()["agenda"] == parts
    assert client.get(f"{HOME}/pace").json() == []
    assert client.delete(f"{HOME}/may-2027").status_code == 204
    assert client.get(f"{HOME}/may-2027").status_code == 404


def test_a_review_with_actions_goes_only_when_it_is_said_what_becomes_of_them(client):
    """409 with one clear line; then they stay or go."""
    home = HOME.removesuffix("/reviews")
    files = {"files": ("ratings.csv", b"review,team,element,level\nMay 2027,A,Trust,Emerging\n")}
    client.post(f"{home}/files", files=files)
    client.patch(f"{HOME}/may-2027", json={"date": "2027-05-11"})
    code = client.post(f"{home}/actions", json={"what": "फोन गर्ने"}).json()["code"]
    assert client.get(f"{HOME}/may-2027/hanging").json()["actions"] == [{"code": code, "what": "फोन गर्ने"}]
    refused = client.delete(f"{HOME}/may-2027")
    assert refused.status_code == 409
    assert refused.json()["code"] == "undecided"
    assert "actions=keep" in refused.json()["remedy"]
    assert client.delete(f"{HOME}/may-2027", params={"actions": "burn"}).status_code == 422
    assert client.delete(f"{HOME}/may-2027", params={"actions": "delete"}).status_code == 204
    assert client.get(f"{home}/actions").json() == []


def test_what_cannot_be_is_refused(client):
    """No parts, no minutes, no name."""
    client.post(HOME, json={"name": "May 2027"})
    for parts in ([], [{"minutes": 0}], [{"minutes": 5, "kind": "dance"}]):
        assert client.put(f"{HOME}/may-2027/agenda", json={"parts": parts}).status_code == 422
    assert client.post(HOME, json={"name": " "}).status_code == 422
    assert client.post(HOME, json={"name": "may 2027"}).status_code == 403


def test_ratings_from_entering_to_reading(client):
    """Entered, read with those of files, phones opened and closed."""
    files = {"files": ("notes.csv", b"text,element,team\nWe call,Trust,A\n")}
    client.post(HOME.replace("reviews", "files"), files=files)
    client.post(HOME, json={"name": "May 2027"})
    there = f"{HOME}/may-2027/ratings"
    given = {"way": "collective", "team": "A", "ratings": [{"element": "Trust", "level": "emerging", "reason": "y"}]}
    (one,) = client.put(there, json=given).json()
    assert (one["way"], one["reason"]) == ("collective", "y")
    assert client.get(f"{there}/entered").json() == [one]
    assert [each["level"] for each in client.get(there).json()] == ["emerging"]
    assert client.get(f"{there}/phones").json() is None
    assert client.put(f"{there}/phones", json={"is_open": True}).json()["is_open"] is True
    path = client.get(HOME.replace("reviews", "open")).json()[0]["path"]
    assert path.startswith("/v/")
    assert client.get(path).status_code == 200
    assert client.post(f"{there}/take-in").json() == [one]
    assert client.put(there, json=given | {"way": "phone"}).status_code == 422
