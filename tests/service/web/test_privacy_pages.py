"""The pages of consent, keeping and deleting."""

import re
from datetime import UTC, datetime

import pytest
from fastapi.testclient import TestClient

from service.web.app import create_app


@pytest.fixture
def client(workspace, full):
    """The service with a programme that has all its files."""
    return TestClient(create_app(workspace.settings, workspace), base_url="http://127.0.0.1")


@pytest.mark.parametrize("code", ["en", "bn", "ne"])
def test_pages_say_first_what_holds(client, full, code):
    """In every language, with a sentence, and a way from one to the other."""
    for page in ("consent", "keeping"):
        answer = client.get(f"/programmes/{full}/{page}?lang={code}")
        assert answer.status_code == 200
        assert re.search(r'class="lead">[^<]{20,}', answer.text)
    assert f"/programmes/{full}/keeping" in client.get(f"/programmes/{full}/consent").text


def test_who_may_be_quoted_is_said_by_hand(client, workspace, full):
    """Only what is another answer than before is kept; the sentence counts it."""
    fields = {
        "person.Asha Rai": "counted only",
        "person.Tom Bell": "quote with name",
        "session.session-2026-03-18": "x",
    }
    fields |= {"other": "Rina", "of_other": "not at all"}
    answer = client.post(f"/programmes/{full}/consent", data=fields)
    assert "Everybody may be quoted with their name, but for 1 only counted and 1 not used at all." in answer.text
    said = [(row.name, row.consent.value) for row in workspace.findings(full).at.consents]
    assert said == [("Asha Rai", "counted only"), ("Rina", "not at all")]
    assert client.post(f"/programmes/{full}/consent", data={}).status_code == 200


def test_every_person_has_a_field_that_their_label_names(client, full):
    """By a number: an id with a space in it, as names have, is none."""
    page = client.get(f"/programmes/{full}/consent").text
    ids = re.findall(r'<select id="([^"]*)" name="person[.]', page)
    assert len(ids) == len(set(ids)) == 4
    assert not any(re.search(r"\s", each) for each in ids)
    assert all(f'<label for="{each}">' in page for each in ids)


def test_the_page_of_a_programme_warns_before_it_ends(client, workspace, full):
    """With the day, and where to change it; months that are none are refused in one line."""
    assert "deleted for good" not in client.get(f"/programmes/{full}").text
    answer = client.post(f"/programmes/{full}/keeping", data={"until": "2999-01-01"})
    assert "is kept until 1 January 2999" in answer.text
    workspace.retention._clock = lambda: datetime(2998, 12, 20, tzinfo=UTC)
    page = client.get(f"/programmes/{full}").text
    assert "is deleted for good on 1 January 2999" in page
    assert f"/programmes/{full}/keeping" in page
    assert client.post(f"/programmes/{full}/keeping", data={"months": "many"}).status_code == 422


def test_what_would_go_is_shown_before_anything_goes(client, workspace, full):
    """And nothing goes until the name is typed; a wrong one is told."""
    gone = f"/programmes/{full}/keeping/delete"
    shown = client.post(gone, data={"kind": "person", "name": "Asha"}).text
    assert "Delete" in shown
    assert "2 notes" not in shown
    assert "3 notes" in shown
    assert "Backups" in shown
    assert 'value="Asha"' in shown
    assert client.post(gone, data={"kind": "person", "name": "Asha", "typed": "Tom Bell"}).status_code == 422
    assert "Asha Rai" in client.get(f"/programmes/{full}/sessions/session-2026-03-18").text
    answer = client.post(gone, data={"kind": "person", "name": "Asha", "typed": "asha rai"}, follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (303, f"/programmes/{full}/keeping")
    assert "Asha" not in client.get(f"/programmes/{full}/sessions/session-2026-03-18").text
    assert client.post(gone, data={"kind": "person", "name": "Nobody at all"}).status_code == 404


def test_a_note_is_found_by_its_words(client, workspace, full):
    """By all of them, or by some that only it has; several notes with them are none."""
    gone = f"/programmes/{full}/keeping/delete"
    assert "1 note" in client.post(gone, data={"kind": "note", "name": "take risks"}).text
    assert client.post(gone, data={"kind": "note", "name": "we"}).status_code == 404
    assert client.post(gone, data={"kind": "note", "name": ""}).status_code in {404, 422}
    client.post(gone, data={"kind": "note", "name": "take risks", "typed": "We take risks"})
    assert "take risks" not in workspace.findings(full).readings().to_json()


def test_a_file_whose_original_went_cannot_be_read_in_another_way(client, workspace, full):
    """It says so; what was read from it stays."""
    notes = workspace.findings(full).at.of_kind("notes")[0].id
    data = {"kind": "note", "name": "We take risks together", "typed": "We take risks"}
    client.post(f"/programmes/{full}/keeping/delete", data=data)
    answer = client.post(f"/programmes/{full}/files/{notes}/settings")
    assert answer.status_code == 422
    assert "the original was dropped" in answer.text
    assert "We share the news in time" in workspace.findings(full).readings().to_json()


def test_a_programme_is_deleted_from_its_page(client, workspace, full):
    """Then the first page is shown."""
    data = {"kind": "programme", "typed": "two rivers"}
    answer = client.post(f"/programmes/{full}/keeping/delete", data=data, follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (303, "/")
    assert workspace.programmes.every() == ()


def test_the_api_does_the_same(client, full):
    """What would go without `typed`, and then that it is gone; consent and keeping with their words."""
    there = f"/api/v1/programmes/{full}"
    put = client.put(f"{there}/consent", json={"consent": "quote without name", "person": "Tom Bell"})
    assert {"name": "Tom Bell", "consent": "quote without name", "said": True} in put.json()["people"]
    assert client.put(f"{there}/keeping", json={"months": 12}).json()["months"] == 12
    assert client.get(f"{there}/keeping").json()["ends"]
    looked = client.post(f"{there}/deletions", json={"kind": "session", "name": "session-2026-03-18"}).json()
    assert (looked["done"], looked["turns"], looked["sessions"]) == (False, 3, 1)
    typed = {"kind": "session", "name": "session-2026-03-18", "typed": looked["name"]}
    assert client.post(f"{there}/deletions", json=typed).json()["done"]
    assert client.get(f"{there}/sessions").json() == []
    assert client.post(f"{there}/deletions", json={"kind": "person", "name": "Qwertysen"}).status_code == 404
