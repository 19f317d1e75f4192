"""The names of a programme, over the API."""

import pytest
from fastapi.testclient import TestClient

from tests.service.annotations.test_joined_names import ENGLISH, IN_BANGLA
from tests.service.working import create_app

NAMES = "/api/v1/programmes/p/names"


@pytest.fixture
def client(settings, open_workspace):
    """The service with rubrics in two languages."""
    workspace = open_workspace(settings)
    workspace.programmes.create("P", ["Nobody"])
    workspace.files.add("p", [("en.csv", ENGLISH.encode()), ("bn.csv", IN_BANGLA.encode())])
    with TestClient(create_app(settings, workspace), base_url="http://localhost") as client:
        yield client


def test_names_are_proposed_joined_named_and_parted(client):
    """Every answer is all that is known of names."""
    asked = client.get(NAMES).json()
    proposed = {"kind": "element", "name": "যোগাযোগ", "into": "Communications", "because": "known names"}
    assert proposed in asked["proposals"]
    joined = client.post(NAMES, json={"say": "join", "kind": "element", "name": "যোগাযোগ", "into": "Communications"})
    assert joined.json()["elements"] == [
        {"kind": "element", "name": "Communications", "also": [], "languages": {"bn": "যোগাযোগ"}, "files": 2}
    ]
    for said in (
        {"say": "rename", "kind": "element", "name": "Communications", "new": "Talking"},
        {"say": "call", "kind": "element", "name": "Talking", "language": "ne", "called": "सञ्चार"},
        {"say": "part", "kind": "element", "name": "যোগাযোগ"},
        {"say": "remove", "kind": "team", "name": "Nobody"},
        {"say": "order", "kind": "level", "names": ["Needs help"]},
        {"say": "refuse", "kind": "level", "name": "ভালো চলছে", "other": "Well-functioning"},
    ):
        assert client.post(NAMES, json=said).status_code == 200
    told = client.get(NAMES).json()
    assert [each["name"] for each in told["elements"]] == ["Talking", "যোগাযোগ"]
    assert told["elements"][0]["languages"] == {"ne": "सञ्चार"}
    assert [each["name"] for each in told["teams"]] == ["London", "Dhaka"]
    assert told["levels"][0]["name"] == "Needs help"
    assert [each["name"] for each in told["proposals"]] == ["সহায়তা দরকার"]


@pytest.mark.parametrize(
    "wrong",
    [
        {"say": "join", "kind": "element", "name": "x", "into": "Communications"},
        {"say": "join", "kind": "ghost", "name": "x", "into": "y"},
        {"say": "part", "kind": "element", "name": "Communications"},
        {},
    ],
)
def test_what_makes_no_sense_is_refused(client, wrong):
    """With 422 and one line."""
    refused = client.post(NAMES, json=wrong)
    assert refused.status_code == 422
    assert refused.json()["problem"]


def test_a_match_is_judged(client):
    """With null what was said is forgotten; a text that no rubric has is refused."""
    address = "/api/v1/programmes/p/rubrics/matches"
    pair = {"a": "We call every week", "b": "আমরা প্রতি সপ্তাহে ফোন করি"}
    (said,) = client.put(address, json={**pair, "same": False}).json()
    assert ({said["a"], said["b"]}, said["same"]) == (set(pair.values()), False)
    assert client.get(address).json() == [said]
    assert client.put(address, json={**pair, "same": None}).json() == []
    assert client.put(address, json={**pair, "a": "x", "same": True}).status_code == 422
