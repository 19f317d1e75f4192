"""The addresses of what facilitators change."""

import pytest
from fastapi.testclient import TestClient

from service.settings import Settings
from tests.nlp.readings.test_interpret import JOINT, POWER, RISK
from tests.service.annotations.test_reading_edits import table
from tests.service.files import every_unit
from tests.service.working import create_app

EDITS = "/api/v1/programmes/p/edits"
ELEMENT = "/api/v1/programmes/p/elements/culture"


@pytest.fixture
def client(tmp_path, open_workspace):
    """A service with one programme of three readings."""
    settings = Settings(data_dir=tmp_path)
    workspace = open_workspace(settings)
    workspace.programmes.create("P")
    workspace.files.add("p", [("march.csv", table((RISK, "A"), (JOINT, "B"), (POWER, "C")))])
    with TestClient(create_app(settings, workspace), base_url="http://localhost") as client:
        yield client


def with_text(form, text):
    return next(each for each in form["readings"] if text in {unit["text"] for unit in each["units"]})


def ids(form, *texts):
    return [unit["id"] for unit in every_unit(form) if unit["text"] in texts]


def reading(client, text):
    return with_text(client.get(ELEMENT).json(), text)


def test_a_change_is_made_shown_and_undone(client):
    """201 with the change, the readings with it, 204 without."""
    asked = {"kind": "rename", "element": "culture", "reading": reading(client, RISK[0])["id"], "name": "ঝুঁকি"}
    made = client.post(EDITS, json={**asked, "by": "आशा"})
    assert made.status_code == 201
    assert made.json()["by"] == "आशा"
    assert reading(client, RISK[0])["given"] == "ঝুঁকি"
    (told,) = client.get("/api/v1/programmes/p/elements").json()["edits"]
    assert (told["id"], told["why_not"]) == (made.json()["id"], None)
    assert client.delete(f"{EDITS}/{made.json()['id']}").status_code == 204
    assert reading(client, RISK[0])["given"] == ""
    assert client.delete(f"{EDITS}/{made.json()['id']}").status_code == 404


def test_every_kind_is_taken(client):
    """Together, apart, elsewhere, alone, not a reading."""
    here = client.get(ELEMENT).json()
    risk, joint, power = (with_text(here, texts[0])["id"] for texts in (RISK, JOINT, POWER))
    asked = [
        {"kind": "split", "notes": ids(here, *POWER[:2]), "name": "फोन"},
        {"kind": "move", "notes": ids(here, JOINT[0]), "to": risk},
        {"kind": "move", "notes": ids(here, JOINT[1]), "to": None},
        {"kind": "merge", "reading": joint, "into": risk},
        {"kind": "dismiss", "reading": power},
    ]
    for each in asked:
        assert client.post(EDITS, json={"element": "culture", **each}).status_code == 201
    after = client.get(ELEMENT).json()
    assert {unit["text"] for unit in after["alone"]} == {JOINT[1], *POWER[2:]}
    assert with_text(after, POWER[0])["label"] == "फोन"
    assert len(with_text(after, RISK[0])["units"]) == 7


def test_fewer_readings_can_be_asked_for(client):
    """Through the API and on the page, which comes back to the readings."""
    made = client.post(EDITS, json={"kind": "layout", "element": "culture", "readings": 2})
    assert (made.status_code, made.json()["readings"]) == (201, 2)
    assert (client.get(ELEMENT).json()["laid_out"], len(client.get(ELEMENT).json()["readings"])) == (2, 2)
    asked = client.post("/programmes/p/elements/culture/edit/layout", data={"readings": "1"}, follow_redirects=False)
    assert (asked.status_code, asked.headers["location"]) == (303, "/programmes/p/elements/culture#map")
    assert len(client.get(ELEMENT).json()["readings"]) == 1
    assert client.post(EDITS, json={"kind": "layout", "element": "culture", "readings": 0}).status_code == 422


def test_the_list_is_the_file(client):
    """What is listed can be taken in, once; what is broken is named."""
    client.post(EDITS, json={"kind": "dismiss", "element": "culture", "reading": reading(client, RISK[0])["id"]})
    listed = client.get(EDITS).json()
    client.delete(f"{EDITS}/{listed['edits'][0]['id']}")
    for _ in range(2):
        assert client.post(f"{EDITS}/import", json=listed).status_code == 201
    assert client.get(EDITS).json() == listed
    del listed["edits"][0]["reading"]
    refused = client.post(f"{EDITS}/import", json=listed)
    assert refused.status_code == 422
    assert "“reading”" in refused.json()["problem"]


@pytest.mark.parametrize(
    ("asked", "status"),
    [
        ({"kind": "grade", "element": "culture", "reading": "x"}, 422),
        ({"kind": "rename", "element": "culture", "reading": "x", "name": ""}, 422),
        ({"kind": "rename", "element": "culture", "reading": "x", "name": "y"}, 404),
        ({"kind": "dismiss", "element": "nowhere", "reading": "x"}, 404),
        ({"kind": "split", "element": "culture", "notes": []}, 422),
    ],
)
def test_what_cannot_be_done_is_one_line(client, asked, status):
    """And nothing is kept."""
    refused = client.post(EDITS, json=asked)
    assert refused.status_code == status
    assert refused.json()["problem"]
    assert client.get(EDITS).json()["edits"] == []


def test_another_web_site_changes_nothing(client):
    """The guard stands before this form as before all others."""
    asked = {"kind": "dismiss", "element": "culture", "reading": reading(client, RISK[0])["id"]}
    refused = client.post(EDITS, json=asked, headers={"origin": "http://elsewhere.example"})
    assert refused.status_code == 403
    assert client.get(EDITS).json()["edits"] == []
