"""Sorting together in the room, over the API."""

import pytest
from fastapi.testclient import TestClient

from service.annotations.tokens import new_token
from tests.nlp.readings.test_interpret import JOINT, POWER, RISK
from tests.service.annotations.test_reading_edits import table
from tests.service.working import create_app

SORTING = "/api/v1/programmes/p/elements/culture/sorting"
ROOMS = f"{SORTING}/rooms"


@pytest.fixture
def work(settings, open_workspace):
    """Three meanings of one element."""
    workspace = open_workspace(settings)
    workspace.programmes.create("P", ["A", "B", "C"])
    workspace.files.add("p", [("march.csv", table((RISK, "A"), (JOINT, "B"), (POWER, "C")))])
    return workspace


@pytest.fixture
def client(settings, work):
    """The service."""
    with TestClient(create_app(settings, work), base_url="http://localhost") as client:
        yield client


def test_from_opening_to_placing(client, work):
    """Open, count, close, read, place, remove; no person stands in any answer."""
    assert client.post(ROOMS, json={}).status_code == 422
    for name in ("Risk", "विद्युत"):
        client.post(SORTING, json={"do": "make", "name": name})
    made = client.post(ROOMS, json={"cards": 4})
    assert made.status_code == 201
    room = made.json()
    one = f"{ROOMS}/{room['code']}"
    assert [pile["name"] for pile in room["piles"]] == ["Risk", "विद्युत"]
    pile = room["piles"][0]["id"]
    for _ in range(3):
        work.rooms.answer(room["code"], new_token(), room["cards"][0], pile)
    assert client.get(one).json()["people"] == 3
    assert client.get(f"{one}/results").json()["cards"] == []
    assert client.post(f"{one}/place").status_code == 422
    assert client.patch(one, json={"is_open": False}).json()["is_open"] is False
    found = client.get(f"{one}/results").json()
    assert found["cards"] == [
        {"key": room["cards"][0], "people": 3, "piles": {pile: 3}, "not_sure": 0, "most": pile, "apart": 0.0}
    ]
    assert (found["people"], found["too_few"], found["alpha"]) == (3, 3, None)
    placed = client.post(f"{one}/place").json()["piles"][0]["cards"]
    assert [(card["key"], card["by"]) for card in placed if card["by_hand"]] == [(room["cards"][0], "the room")]
    assert client.patch(one, json={"is_open": True}).status_code == 403
    assert [each["code"] for each in client.get(ROOMS).json()] == [room["code"]]
    assert client.delete(one).status_code == 204
    assert client.get(one).status_code == 404


def test_a_number_of_cards_that_cannot_be_is_refused(client):
    """As the pages do."""
    assert client.post(ROOMS, json={"cards": 0}).status_code == 422
    assert client.post(ROOMS, json={"cards": 101}).status_code == 422
