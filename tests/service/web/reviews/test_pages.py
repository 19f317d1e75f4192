"""The pages of reviews."""

import re

import pytest
from fastapi.testclient import TestClient

from tests.service.working import create_app

HOME = "/programmes/p/reviews"
RATINGS = b"review,team,element,level\nMarch 2026,A,Trust,Emerging\n"


@pytest.fixture
def client(settings, open_workspace):
    """The service with a programme that has ratings of one review."""
    work = open_workspace(settings)
    work.programmes.create("P", ["A", "B"])
    work.files.add("p", [("ratings.csv", RATINGS)])
    with TestClient(create_app(settings, work), base_url="http://localhost") as client:
        yield client


def test_from_the_list_to_a_planned_review_and_back(client):
    """The menu has it; planned, changed, asked before it goes."""
    hub = client.get(HOME)
    assert 'aria-current="page">Reviews' in hub.text
    assert "March 2026" in hub.text
    day = re.search(r'type="date" value="([0-9-]{10})"', hub.text)[1]
    made = client.post(HOME, data={"name": "পরের পর্যালোচনা", "day": day})
    assert made.status_code == 200
    assert "What will we do about it?" in made.text
    assert "3 h 40 min" in made.text
    there = made.url.path
    assert client.post(there, data={"name": "Next", "day": "2031-01-02"}).url.path == f"{HOME}/next"
    assert "2 January 2031" in client.get(HOME).text
    asked = client.get(f"{HOME}/next/remove")
    assert "Remove this review?" in asked.text
    assert client.post(f"{HOME}/next/remove").url.path == HOME
    assert "Next" not in client.get(HOME).text


def test_the_list_leads_to_what_came_of_reviews(client):
    """To actions always; to looking back once there is more than one review."""
    page = client.get(HOME).text
    assert 'href="/programmes/p/actions"' in page
    assert "/looking-back/" not in page
    later = RATINGS.replace(b"March", b"May")
    client.post("/api/v1/programmes/p/files", files={"files": ("later.csv", later)})
    assert 'href="/programmes/p/looking-back/trust"' in client.get(HOME).text


def test_what_cannot_be_planned_is_said_beside_the_form(client):
    """What was typed stays."""
    answer = client.post(HOME, data={"name": "march 2026", "day": "2031-01-02"})
    assert answer.status_code == 422
    assert "there is a review “march 2026” already" in answer.text
    assert 'value="march 2026"' in answer.text
    assert client.get(f"{HOME}/nothing").status_code == 404
    assert client.post(f"{HOME}/march-2026/remove").status_code == 403


def test_it_is_asked_what_becomes_of_the_actions_of_a_review(client):
    """They are named and counted; nothing goes before it is said, and those that stay say that their review is gone."""
    client.post(f"{HOME}/march-2026", data={"name": "March 2026", "day": "2026-03-18"})
    made = client.post("/programmes/p/actions", data={"what": "সোমবারে ফোন করা"}).url.path
    there = f"{HOME}/march-2026/remove"
    asked = client.get(there).text
    assert "1 action came of “" in asked
    assert "ratings.csv" in asked
    assert "সোমবারে ফোন করা" in asked
    refused = client.post(there)
    assert refused.status_code == 409
    assert "actions came of the review “March 2026”: 1" in refused.text
    assert client.post(there, data={"actions": "keep"}).url.path == HOME
    assert "is not there any more" not in client.get(made).text
    (number,) = (each["id"] for each in client.get("/api/v1/programmes/p/files").json())
    client.delete(f"/api/v1/programmes/p/files/{number}")
    assert "The review that it came of, “" in client.get(made).text
    assert "is not there any more" in client.get("/programmes/p/actions").text


@pytest.mark.parametrize("code", ["bn", "ne"])
def test_they_speak_the_readers_language(client, code):
    """Nothing of the page itself stays English."""
    page = client.get(HOME, params={"lang": code}).text
    for word in ("Plan a review", "On which day", "The last review", "held"):
        assert word not in page
