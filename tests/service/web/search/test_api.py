"""Searching through the API."""

import pytest
from fastapi.testclient import TestClient

from service.web.app import create_app

HERE = "/api/v1/programmes/both-banks"


@pytest.fixture
def client(sample_workspace):
    """The API of the sample programme; it only reads."""
    with TestClient(create_app(sample_workspace.settings, sample_workspace), base_url="http://localhost") as client:
        yield client


def search(client, **params):
    return client.get(f"{HERE}/search", params=params)


def test_hits_say_where_they_stand_and_why_they_are_here(client):
    """The word with its place in the text, the likeness, and the way to the surroundings."""
    found = search(client, q="টাকা", kind="note").json()
    hit = found["hits"][0]
    assert [hit["text"][each["start"] : each["end"]] for each in hit["marks"]] == ["টাকা"]
    assert (hit["language"], hit["place"]["team"], hit["kind"]) == ("bn", "Bangladesh", "note")
    assert "word" in hit["found_by"]
    note = client.get(f"{HERE}/notes/{hit['id']}").json()
    assert note["hit"]["text"] == hit["text"]
    assert note["before"] or note["after"]


def test_another_language_is_found_by_meaning(client):
    """An English word finds Bangla and Nepali notes on the same, once their meaning is read."""
    client.get(f"{HERE}/elements")
    hits = search(client, q="trust", by="meaning").json()["hits"]
    assert {hit["language"] for hit in hits} >= {"en", "bn", "ne"}
    assert all(hit["found_by"] == ["meaning"] and hit["likeness"] >= 0.4 for hit in hits)
    assert search(client, q="football match", by="meaning").json()["total"] == 0


def test_pages_follow_each_other(client):
    """`next` asks for the next page, and is empty on the last."""
    seen, cursor = [], "0"
    while cursor:
        page = search(client, q="the", by="word", cursor=cursor).json()
        seen += [hit["id"] for hit in page["hits"]]
        cursor = page["next"]
    assert len(seen) == len(set(seen)) == page["total"] > 20


@pytest.mark.parametrize(
    "params",
    [{"by": "x"}, {"kind": "x"}, {"cursor": "x"}, {"cursor": "-1"}, {"team": "x" * 201}, {"cursor": "1234567"}],
)
def test_wrong_questions_are_refused(client, params):
    """In one line."""
    answer = search(client, q="trust", **params)
    assert answer.status_code == 422
    assert answer.json()["problem"]


@pytest.mark.parametrize("typed", ["", " ", "🙂", '"', "%", "\0", "'; --", "a" * 10_000])
def test_whatever_is_typed_is_answered(client, typed):
    """Never with a failure."""
    assert search(client, q=typed).status_code == 200


def test_notes_of_no_programme(client):
    """There is none with that id."""
    assert client.get(f"{HERE}/notes/none").status_code == 404
