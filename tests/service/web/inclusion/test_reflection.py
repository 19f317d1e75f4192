"""The page “How inclusive was it?”, without any script, and the same through the API."""

import pytest
from fastapi.testclient import TestClient

from nlp.participation.feedback import Observation
from nlp.participation.people.attendance import Presence
from service.annotations.tokens import new_token
from tests.service.files import ROSTER, TRANSCRIPT
from tests.service.working import create_app

SESSION = "session-2026-03-18"
SAID = "दुई जनालाई कसैले सोधेन <b>"


@pytest.fixture
def work(settings, open_workspace):
    """A workspace with one session in which two of four say nothing."""
    workspace = open_workspace(settings)
    workspace.programmes.create("P", ["Nepal"])
    workspace.files.add("p", [("roster.csv", ROSTER), (f"{SESSION}.vtt", TRANSCRIPT)])
    workspace.attendance.say_of_the_others("p", SESSION, Presence.PRESENT)
    return workspace


@pytest.fixture
def code(work):
    """The form of that session."""
    return work.feedback.add_form("p", session=SESSION).code


@pytest.fixture
def desk(settings, work):
    """The facilitator's browser."""
    with TestClient(create_app(settings, work), base_url="http://localhost") as client:
        yield client


def test_the_page_says_first_where_the_three_agree_or_differ(desk, work, code):
    """From the session to the page; what is noted stands there as it was written, and the sentence follows it."""
    here = f"/programmes/p/forms/{code}/reflection"
    assert f'href="{here}"' in desk.get(f"/programmes/p/sessions/{SESSION}").text
    assert "at least two of them must say something clear" in desk.get(here).text
    for _ in range(2):
        page = desk.post(f"{here}/notes", data={"text": SAID, "observer": "Bina", "points": "somebody was left out"})
    assert page.url.path == here
    assert '<p lang="ne">दुई जनालाई कसैले सोधेन &lt;b&gt;</p>' in page.text
    assert "To judge by the record and the notes of observers, somebody was left out." in page.text
    work.feedback.answer(code, {new_token(): Observation(5, 5, 5) for _ in range(3)})
    work.feedback.set_open("p", code, is_open=False)
    assert "They differ. To judge by the answers of those present, everybody had a part" in desk.get(here).text


def test_the_plan_has_as_many_minutes_as_it_says(desk, code):
    """Twenty, twenty-five or thirty; anything else is the usual length."""
    here = f"/programmes/p/forms/{code}/reflection"
    for asked, minutes in (("20", 20), ("30", 30), ("7", 25)):
        text = desk.get(here, params={"minutes": asked}).text
        parts = text.split('<ol class="talk">')[1].split("</ol>")[0].split('<span class="minutes">')[1:]
        assert sum(int(part.split()[0]) for part in parts) == minutes


def test_what_the_group_wants_becomes_an_action_by_one_click(desk, work, code):
    """Its evidence is that talk; afterwards the line leads to the action, and it is no button any more."""
    here = f"/programmes/p/forms/{code}/reflection"
    page = desk.post(f"{here}/intentions", data={"text": "सबैलाई सोध्ने"})
    assert '<input type="hidden" name="what" value="सबैलाई सोध्ने">' in page.text
    made = desk.post("/programmes/p/actions", data={"origin": "reflection", "id": code, "what": "सबैलाई सोध्ने"})
    assert "From talking about how inclusive" in made.text
    assert f'href="{here}"' in made.text
    again = desk.get(here).text
    assert f'href="{made.url.path}"' in again
    assert '<input type="hidden" name="what"' not in again
    wrong = {"what": "x", "made_of": {"origin": "reflection", "id": "nothing"}}
    assert desk.post("/api/v1/programmes/p/actions", json=wrong).status_code == 404


def test_what_was_wrong_is_said_and_nothing_is_lost(desk, code):
    """A note that is too long comes back with what was written."""
    here = f"/programmes/p/forms/{code}/reflection"
    page = desk.post(f"{here}/notes", data={"text": "ন" * 2001})
    assert page.status_code == 422
    assert "ন" * 2001 in page.text
    assert 'role="alert"' in page.text
    assert desk.post(f"{here}/intentions", data={"text": " "}).status_code == 422
    assert desk.post(f"{here}/notes/take", data={}).status_code == 422


def test_lines_and_notes_are_taken_over_and_removed(desk, work, code):
    """Each by its button."""
    here = f"/programmes/p/forms/{code}/reflection"
    desk.post(f"{here}/notes", data={"text": SAID})
    page = desk.post(f"{here}/intentions", data={"text": "সবার আগে নতুনরা বলবেন"})
    assert "সবার আগে নতুনরা বলবেন" in page.text
    found = work.reflections.of("p", code)
    note, line = found.notes[0].number, found.intentions[0].number
    assert "among the notes" in desk.post(f"{here}/notes/take", data={"numbers": [note]}).text
    desk.post(f"{here}/notes/{note}/remove")
    page = desk.post(f"{here}/intentions/{line}/remove")
    assert "Nobody has entered a note yet." in page.text
    assert work.reflections.of("p", code).intentions == ()


def test_the_api_does_the_same(desk, code):
    """What the page shows and changes, with its types."""
    here = f"/api/v1/programmes/p/forms/{code}/reflection"
    assert desk.get(here).json()["views"] == {
        "record": "somebody was left out",
        "answers": "nothing clear",
        "observers": "nothing clear",
    }
    made = desk.post(f"{here}/notes", json={"text": SAID, "points": "people had a part"})
    assert (made.status_code, made.json()["notes"][0]["text"]) == (201, SAID)
    line = desk.post(f"{here}/intentions", json={"text": "Begin with the newest"}).json()["intentions"][0]["number"]
    note = made.json()["notes"][0]["number"]
    assert desk.post(f"{here}/notes/take", json={"notes": [note]}).json()["notes"][0]["taken"]
    assert desk.delete(f"{here}/notes/{note}").status_code == 204
    assert desk.delete(f"{here}/intentions/{line}").status_code == 204
    assert desk.delete(f"{here}/intentions/{line}").status_code == 404
    assert desk.get(here).json()["notes"] == []
