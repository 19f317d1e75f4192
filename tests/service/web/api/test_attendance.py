"""Who was in a session, over the API."""

import pytest
from fastapi.testclient import TestClient

from tests.service.files import ROSTER, TRANSCRIPT
from tests.service.working import create_app

ATTENDANCE = "/api/v1/programmes/p/sessions/may/attendance"


@pytest.fixture
def client(settings, open_workspace):
    """The service with one session in which Asha and Tom speak."""
    workspace = open_workspace(settings)
    workspace.programmes.create("P")
    workspace.files.add("p", [("roster.csv", ROSTER), ("may.vtt", TRANSCRIPT)])
    with TestClient(create_app(settings, workspace), base_url="http://localhost") as client:
        yield client


def test_who_was_there_is_told_and_measured(client):
    """The answer says everybody's state and what says so; what is measured follows."""
    before = client.get(ATTENDANCE).json()
    assert (before["present"], before["absent"], before["not_known"]) == (2, 0, 2)
    assert before["people"][0] == {
        "name": "Asha Rai", "state": "present", "source": "speech", "where": "", "marked_absent": False,
    }  # fmt: skip
    told = client.put(ATTENDANCE, json={"people": {"Rina Das": "present"}, "others": "absent"}).json()
    assert {each["name"]: each["state"] for each in told["people"]} == {
        "Asha Rai": "present", "Rina Das": "present", "Tom Bell": "present", "Hari Lama": "absent",
    }  # fmt: skip
    found = client.get(ATTENDANCE.removesuffix("/attendance")).json()
    assert (found["silent"], found["absent"], found["not_known"]) == (["Rina Das"], ["Hari Lama"], [])


@pytest.mark.parametrize("wrong", [{"people": {"Rina Das": "perhaps"}}, {"people": {"Zoe": "present"}}, {"others": 1}])
def test_what_makes_no_sense_is_refused(client, wrong):
    """With 422 and one line; nothing is kept."""
    refused = client.put(ATTENDANCE, json=wrong)
    assert refused.status_code == 422
    assert refused.json()["problem"]
    assert client.get(ATTENDANCE).json()["not_known"] == 2


def test_a_session_that_is_not_there_is_not_found(client):
    """Reading and telling."""
    elsewhere = ATTENDANCE.replace("may", "june")
    assert client.get(elsewhere).status_code == 404
    assert client.put(elsewhere, json={"others": "present"}).status_code == 404


def test_the_form_of_the_page_keeps_what_it_says(client):
    """Fields that are none of people, and states that are none, say nothing; others are told at once."""
    page = "/programmes/p/sessions/may"
    sent = client.post(
        f"{page}/attendance", data={"of Rina Das": "present", "of Hari Lama": "ghost", "x": "absent"},
        follow_redirects=False,
    )  # fmt: skip
    assert (sent.status_code, sent.headers["location"]) == (303, f"{page}#attendance")
    assert client.get(ATTENDANCE).json()["not_known"] == 1
    assert client.post(f"{page}/attendance/others", data={"state": "absent"}, follow_redirects=False).status_code == 303
    assert client.get(ATTENDANCE).json()["absent"] == 2
    assert client.post(f"{page}/attendance", data={"of Zoe": "present"}).status_code == 422
