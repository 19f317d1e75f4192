"""Notes in piles, over the API."""

import pytest
from fastapi.testclient import TestClient

from nlp.readings.edits.types import text_key
from tests.nlp.readings.test_interpret import JOINT, POWER, RISK
from tests.service.annotations.test_reading_edits import table
from tests.service.working import create_app

SORTING = "/api/v1/programmes/p/elements/culture/sorting"
KEYS = {text: text_key(text) for text in (*RISK, *JOINT, *POWER)}


@pytest.fixture
def client(settings, open_workspace):
    """The service with three meanings of one element."""
    workspace = open_workspace(settings)
    workspace.programmes.create("P", ["A", "B", "C"])
    workspace.files.add("p", [("march.csv", table((RISK, "A"), (JOINT, "B"), (POWER, "C")))])
    with TestClient(create_app(settings, workspace), base_url="http://localhost") as client:
        yield client


def laid(**more):
    """A wall with two piles of two cards, and one card that fits none."""
    piles = [
        {"id": "risk", "name": "Risk", "cards": [KEYS[text] for text in RISK[:2]]},
        {"id": "power", "name": "বিদ্যুৎ", "about": "none", "cards": [KEYS[text] for text in POWER[:2]]},
    ]
    return {"piles": piles, "fits_none": [KEYS[JOINT[0]]], **more}


def test_a_wall_is_laid_whole_and_the_same_again_changes_nothing(client):
    """Every card is on the wall once; those of people are told from those of the machine."""
    first = client.put(SORTING, json=laid())
    assert first.status_code == 200
    wall = first.json()
    assert client.put(SORTING, json=laid()).json() == wall == client.get(SORTING).json()
    cards = [card for pile in wall["piles"] for card in pile["cards"]]
    assert {card["text"] for card in cards if card["by_hand"]} == {*RISK[:2], *POWER[:2]}
    keys = [card["key"] for card in (*cards, *wall["unsorted"], *wall["fits_none"])]
    assert sorted(keys) == sorted(KEYS.values())
    given = {each["given"] for each in client.get(SORTING.removesuffix("/sorting")).json()["readings"]}
    assert {"Risk", "বিদ্যুৎ"} <= given


def test_one_thing_after_the_other(client):
    """Each answers with the wall after it."""
    wall = client.post(SORTING, json={"do": "begin", "start": "nothing"}).json()
    for done in (
        {"do": "make", "name": "Risk", "cards": [KEYS[RISK[0]]]},
        {"do": "make", "name": "Power", "cards": [KEYS[POWER[0]]]},
        {"do": "make", "name": "Dark", "cards": [KEYS[POWER[1]]]},
    ):
        wall = client.post(SORTING, json=done).json()
    risk, power, dark = (pile["id"] for pile in wall["piles"])
    for done in (
        {"do": "place", "cards": [KEYS[JOINT[0]]], "to": ""},
        {"do": "place", "cards": [KEYS[RISK[1]]], "to": risk},
        {"do": "join", "pile": dark, "into": power},
        {"do": "name", "pile": power, "name": "Cuts"},
        {"do": "undo"},
        {"do": "redo"},
        {"do": "empty", "pile": risk},
        {"do": "machine"},
    ):
        answer = client.post(SORTING, json=done)
        assert answer.status_code == 200, answer.text
    assert [(pile["name"], len([c for c in pile["cards"] if c["by_hand"]])) for pile in answer.json()["piles"]] == [
        ("Risk", 0),
        ("Cuts", 2),
    ]
    assert answer.json()["in_use"] is False


def test_a_late_change_is_refused_and_one_sent_twice_is_done_once(client):
    """409 says what changed."""
    seen = client.put(SORTING, json=laid()).json()["revision"]
    done = {"do": "place", "cards": [KEYS[JOINT[1]]], "to": "risk", "revision": seen, "id": "once"}
    assert client.post(SORTING, json=done).json() == client.post(SORTING, json=done).json()
    late = client.post(SORTING, json={**done, "id": "other"})
    assert late.status_code == 409
    assert "One card is in “Risk” now." in late.json()["problem"]


def test_two_sortings_are_compared(client):
    """Alpha, and the cards that lie apart."""
    client.put(SORTING, json=laid())
    own = laid(sorter="Rina")
    own["piles"][0]["cards"].append(own["piles"][1]["cards"].pop())
    client.put(SORTING, json=own)
    found = client.get(f"{SORTING}/compare", params={"other": "Rina"}).json()
    assert (found["agreement"]["notes"], found["agreement"]["agreed"]) == (5, 4)
    assert [(each["card"]["text"], each["one"], each["other"]) for each in found["apart"]] == [
        (POWER[1], "power", "risk")
    ]


@pytest.mark.parametrize(
    ("given", "status"),
    [
        ({"do": "place", "cards": ["0" * 16], "to": ""}, 404),
        ({"do": "place", "cards": [], "to": ""}, 422),
        ({"do": "join", "pile": "a", "into": "b"}, 404),
        ({"do": "undo"}, 422),
        ({"do": "dance"}, 422),
        ({"do": "place", "cards": ["x" * 100], "to": ""}, 422),
    ],
)
def test_what_cannot_be_done_is_refused(client, given, status):
    """With one clear line."""
    assert client.post(SORTING, json=given).status_code == status
    assert client.get(SORTING.replace("culture", "nothing")).status_code == 404


def test_piles_have_names_in_each_language(client):
    """Laid, made, named and brought as a table; they become those of the readings."""
    piles = [{"id": "risk", "name": "Risk", "names": {"bn": "ঝুঁকি"}, "cards": [KEYS[text] for text in RISK[:2]]}]
    wall = client.put(SORTING, json={"piles": piles}).json()
    assert wall["piles"][0]["names"] == {"bn": "ঝুঁকি"}
    made = {"do": "make", "name": "Power", "names": {"ne": "बिजुली"}}
    assert client.post(SORTING, json=made).json()["piles"][1]["names"] == {"ne": "बिजुली"}
    named = {"do": "name", "pile": "risk", "name": "Risk", "names": {"ne": "जोखिम"}}
    assert client.post(SORTING, json=named).json()["piles"][0]["names"] == {"bn": "ঝুঁকি", "ne": "जोखिम"}
    table = "name,name_bn,नाम\nJoint,একসঙ্গে,सँगै\nRisk,সাহস,\n"
    brought = client.post(f"{SORTING}/codebook", files={"file": ("codes.csv", table.encode())}).json()
    assert [(pile["name"], pile["names"]) for pile in brought["piles"][1:]] == [
        ("Power", {"ne": "बिजुली"}),
        ("Joint", {"bn": "একসঙ্গে", "ne": "सँगै"}),
    ]
    readings = client.get(SORTING.removesuffix("/sorting")).json()["readings"]
    assert {"bn": "ঝুঁকি", "ne": "जोखिम"} in [each["given_in"] for each in readings]
    assert client.put(SORTING, json={"piles": [{"id": "a", "names": {"bn": "ক"}}]}).status_code == 422
    assert client.put(SORTING, json={"piles": [{"id": "a", "name": "b", "names": {"no code": "c"}}]}).status_code == 422
