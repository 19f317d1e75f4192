"""History and removed files on pages and in the API, and two people at once."""

import re

import pytest
from fastapi.testclient import TestClient

from service.access.types import Membership, Reader, Role
from service.journal.words import in_words
from service.web.app import create_app
from tests.service.files import NOTES, ROSTER
from tests.service.web.access_people import known

HOME = "/programmes/two-rivers"
API = f"/api/v1{HOME}"


@pytest.fixture
def client(workspace, settings):
    """A service with one programme of two files."""
    slug = workspace.programmes.create("Two rivers", ["North", "South"]).slug
    workspace.files.add(slug, [("notes.csv", NOTES), ("roster.csv", ROSTER)])
    with TestClient(create_app(settings, workspace), client=("127.0.0.1", 1), base_url="http://localhost") as given:
        yield given


def revision(page):
    """The revision that the forms of a page carry."""
    return re.search(r'name="revision" value="(\d+)"', page.text)[1]


def rename(client, name, new, seen):
    """Rename a team as a form does that was shown at a revision."""
    fields = {"kind": "team", "name": name, "new": new, "revision": seen}
    return client.post(f"{HOME}/names/rename", data=fields, follow_redirects=False)


def test_history_is_a_sentence_a_line_and_is_taken_back(client):
    """On the page and in the API alike; what is asked for by nobody's name is an empty page."""
    rename(client, "North", "Uttar", "")
    page = client.get(f"{HOME}/history?kind=name&lang=en")
    assert "Someone here renamed “North” to “Uttar”." in re.sub(r"<[^>]+>", "", page.text)
    (entry,) = client.get(f"{API}/history", params={"kind": "name"}).json()["entries"]
    assert (entry["action"], entry["undo"], entry["details"]["after"]) == ("name changed", "possible", "Uttar")
    assert client.post(f"{HOME}/history/{entry['number']}/undo", follow_redirects=False).status_code == 303
    assert "North" in client.get(API).json()["teams"]
    assert client.post(f"{API}/history/{entry['number']}/undo").status_code == 409
    assert client.get(f"{API}/history", params={"who": "Nobody"}).json()["entries"] == []


def test_a_removed_file_is_taken_back_and_deleted_for_good(client):
    """From the page of removed files; each only once."""
    number = next(file["id"] for file in client.get(f"{API}/files").json() if file["filename"] == "roster.csv")
    client.post(f"{HOME}/files/{number}/remove")
    assert "roster.csv" in client.get(f"{HOME}/files/removed").text
    client.post(f"{HOME}/files/removed/{number}/take-back")
    assert number in {file["id"] for file in client.get(f"{API}/files").json()}
    client.delete(f"{API}/files/{number}")
    assert [file["id"] for file in client.get(f"{API}/files/removed").json()] == [number]
    client.post(f"{HOME}/files/removed/{number}/delete")
    assert client.delete(f"{API}/files/removed/{number}").status_code == 404
    assert client.post(f"{API}/files/removed/{number}/take-back").status_code == 404


def test_of_two_people_the_second_is_told_what_the_first_changed(client):
    """Nothing is overridden; what was written stays on the page; what others changed of other names is no matter."""
    asha = binod = client.get(f"{HOME}/names")
    assert rename(client, "North", "Uttar", revision(asha)).status_code == 303
    late = rename(client, "North", "Northern team", revision(binod))
    assert late.status_code == 409
    assert "Northern team" in late.text
    assert "Uttar" in late.text
    assert "Uttar" in client.get(API).json()["teams"]
    assert rename(client, "South", "Dakkhin", revision(binod)).status_code == 303
    assert rename(client, "North", "Northern team", revision(client.get(f"{HOME}/names"))).status_code == 303


def test_nobody_says_of_consent_what_another_has_said_meanwhile(client, workspace):
    """The whole list comes back with the form: an answer that somebody made stricter is not taken back by it."""
    asha = binod = client.get(f"{HOME}/consent")
    said = {"person.Asha Rai": "not at all", "revision": revision(asha)}
    assert client.post(f"{HOME}/consent", data=said, follow_redirects=False).status_code == 303
    late = {"person.Asha Rai": "quote with name", "other": "Rina", "of_other": "counted only"}
    answer = client.post(f"{HOME}/consent", data={**late, "revision": revision(binod)})
    assert answer.status_code == 409
    assert "Rina" in answer.text
    assert [each.consent.value for each in workspace.findings("two-rivers").at.consents] == ["not at all"]
    days = [client.get(f"{HOME}/keeping") for _ in range(2)]
    kept = [client.post(f"{HOME}/keeping", data={"until": "2999-01-01", "revision": revision(each)}) for each in days]
    assert [each.status_code for each in kept] == [200, 409]


def test_what_somebody_takes_out_as_a_file_is_written_down(client, workspace):
    """Whoever is signed in, each time; nothing of it on one's own machine, and nobody is told that it changed."""
    before = workspace.journal.page("two-rivers")
    assert client.get(f"{HOME}/programme.zip").status_code == 200
    assert workspace.journal.page("two-rivers") == before
    place = {workspace.programmes.id_of("two-rivers"): Membership(Role.FACILITATOR)}
    known(workspace, {"asha": Reader(1, "Asha", memberships=place)})
    app = create_app(workspace.settings.model_copy(update={"sign_in": "always"}), workspace)
    asha = TestClient(app, base_url="http://localhost", headers={"authorization": "Bearer asha"})
    revision_before = workspace.findings("two-rivers").at.row.revision
    for path in (f"{HOME}/report.html", f"{HOME}/programme.zip", f"{API}/export"):
        assert asha.get(path).status_code == 200
    said = [str(in_words(each.entry)) for each in workspace.journal.page("two-rivers", who="Asha").done]
    assert said == [
        "Asha took two-rivers.zip out as a file.",
        "Asha took two-rivers.zip out as a file.",
        "Asha took report.html out as a file.",
    ]
    assert workspace.findings("two-rivers").at.row.revision == revision_before
    assert asha.get(f"{HOME}/history").status_code == 200
