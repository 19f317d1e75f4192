"""What is given back and channels without names, over the API."""

import pytest
from fastapi.testclient import TestClient

from service.annotations.tokens import new_token
from tests.service.giving_back.conftest import notes, table
from tests.service.working import create_app

HOME = "/api/v1/programmes/p"


@pytest.fixture
def work(settings, open_workspace):
    """A workspace with a programme whose readings are said by enough people."""
    workspace = open_workspace(settings)
    workspace.programmes.create("P", ["A", "B", "C"])
    workspace.files.add("p", [("march.csv", table(*notes()))])
    return workspace


@pytest.fixture
def client(settings, work):
    """The service."""
    with TestClient(create_app(settings, work), base_url="http://localhost") as client:
        yield client


def test_from_opening_to_answers(client):
    """Open, read, type in, withdraw, remove; no person stands in any answer."""
    made = client.post(f"{HOME}/giving-back", json={"teams": ["A"]})
    assert made.status_code == 201
    (ask,) = made.json()
    one = f"{HOME}/giving-back/{ask['code']}"
    assert [each["code"] for each in client.get(f"{HOME}/giving-back").json()] == [ask["code"]]
    assert client.get(f"{HOME}/open").json()[0]["path"] == f"/g/{ask['code']}"
    (element,) = client.get(f"{one}/content").json()
    first = element["readings"][0]["id"]
    sheets = [{"answers": [{"reading": first, "verdict": "partly", "line": "তবে"}]}] * 3
    assert client.post(f"{one}/answers", json=sheets).json() == {"stored": 3}
    told = client.get(f"{one}/answers").json()[0]
    assert told["answers"]["partly"] == told["answers"]["people"] == 3
    assert told["reading"]
    assert not [person for *_, person in notes() if f'"{person}"' in client.get(f"{one}/content").text]
    assert client.patch(one, json={"until": "2020-01-01"}).status_code == 422
    assert client.patch(one, json={"withdrawn": True}).json()["is_open"] is False
    assert client.patch(one, json={"until": "2099-01-01"}).status_code in {409, 422}
    assert client.delete(one).status_code == 204
    assert client.get(one).status_code == 404


def test_what_cannot_be_is_refused(client):
    """A team or an element that is not there."""
    assert client.post(f"{HOME}/giving-back", json={"teams": ["Nobody"]}).status_code == 404
    assert client.post(f"{HOME}/giving-back", json={"elements": ["nothing"]}).status_code == 404


def test_a_channel_from_opening_to_notes(client, work):
    """Open, read rounds, reply, take over, remove, close."""
    channel = client.post(f"{HOME}/channels", json={"title": "What?"}).json()
    one = f"{HOME}/channels/{channel['code']}"
    for text in ("one", "দুই"):
        work.channels.write(channel["code"], new_token(), new_token(), text)
    assert client.get(f"{one}/rounds").json() == []
    assert client.get(one).json() == channel
    work.channels.write(channel["code"], new_token(), new_token(), "तीन")
    (round_,) = client.get(f"{one}/rounds").json()
    assert {each["text"] for each in round_["messages"]} == {"one", "দুই", "तीन"}
    message = round_["messages"][0]["id"]
    replied = client.post(f"{one}/rounds/1/replies", json={"text": "Thanks", "message": message})
    assert replied.status_code == 201
    number = replied.json()["messages"][0]["replies"][0]["number"]
    assert client.post(f"{one}/notes", json={"messages": [message]}).json()["counts"]["notes"] == 1
    assert client.delete(f"{one}/replies/{number}").status_code == 204
    assert client.delete(f"{one}/messages/{message}").status_code == 204
    assert client.patch(one, json={"is_open": False}).json()["is_open"] is False
    assert [each["code"] for each in client.get(f"{HOME}/channels").json()] == [channel["code"]]
    assert client.delete(one).status_code == 204
    assert client.get(one).status_code == 404
