"""What programmes and sessions are called, on pages and in the API; what has come to its end goes by itself."""

import json
import re
import time
from datetime import UTC, datetime, timedelta

import pytest
from fastapi.testclient import TestClient

from service.settings import Settings
from service.web.app import create_app
from tests.service.files import NOTES, ROSTER, TRANSCRIPT

HOME = "/programmes/two-rivers"
API = f"/api/v1{HOME}"
SESSION = "/sessions/review-2026-03-18"


@pytest.fixture
def client(workspace, settings):
    """A service with one programme and a session."""
    slug = workspace.programmes.create("Two rivers", ["North", "South"]).slug
    workspace.files.add(slug, [("notes.csv", NOTES), ("roster.csv", ROSTER), ("review-2026-03-18.vtt", TRANSCRIPT)])
    with TestClient(create_app(settings, workspace), client=("127.0.0.1", 1), base_url="http://localhost") as given:
        yield given


def revision(page):
    """The revision that the forms of a page carry."""
    return re.search(r'name="revision" value="(\d+)"', page.text)[1]


def test_a_programme_is_renamed_from_its_settings(client):
    """By the form and under the API; of two people the second is told, and what they wrote stays."""
    page = client.get(f"{HOME}/settings?lang=en")
    assert "What is this programme called?" in page.text
    fields = {"name": "दुई नदी", "text": "Of both banks", "revision": revision(page)}
    assert (
        client.post(f"{HOME}/settings", data=fields, follow_redirects=False).headers["location"].endswith("/settings")
    )
    assert "दुई नदी" in client.get(f"{HOME}/settings").text
    late = client.post(f"{HOME}/settings", data={**fields, "name": "Three rivers"}, follow_redirects=False)
    assert late.status_code == 409
    assert "Three rivers" in late.text
    changed = client.patch(API, json={"name": "Two rivers"}).json()
    assert (changed["name"], changed["description"], changed["slug"]) == ("Two rivers", "Of both banks", "two-rivers")
    assert client.patch(API, json={"name": "  "}).status_code == 422


def test_a_model_is_chosen_where_there_is_another_one(client, settings):
    """From the settings and under the API; where there is only one, nothing is asked."""
    assert "Which model reads the notes?" not in client.get(f"{HOME}/settings?lang=en").text
    folder = settings.data_dir / "models" / "other"
    folder.mkdir(parents=True)
    about = {"name": "other", "repository": "org/other", "revision": "1", "licence": "MIT", "size": 1}
    (folder / "manyvoices.json").write_text(json.dumps(about))
    page = client.get(f"{HOME}/settings?lang=en")
    assert "The model “bundled” reads them." in page.text
    fields = {"model": "other", "revision": revision(page)}
    assert client.post(f"{HOME}/settings/model", data=fields, follow_redirects=False).status_code == 303
    assert "The model “other” reads them." in client.get(f"{HOME}/settings").text
    late = client.post(f"{HOME}/settings/model", data={**fields, "model": ""}, follow_redirects=False)
    assert late.status_code == 409
    assert client.get(API).json()["model"] == "other"
    assert client.patch(API, json={"model": ""}).json()["model"] == ""
    refused = client.patch(API, json={"model": "another"})
    assert (refused.status_code, "bundled, other" in refused.text) == (422, True)


def test_a_session_is_renamed_where_it_is_shown(client):
    """Title and date; empty fields take back what the name of its file says."""
    assert 'name="date" type="text" value="2026-03-18"' in client.get(f"{HOME}{SESSION}").text
    fields = {"name": "वसन्त समीक्षा", "date": "2 April 2026"}
    assert client.post(f"{HOME}{SESSION}/title", data=fields, follow_redirects=False).status_code == 303
    assert "वसन्त समीक्षा" in client.get(f"{HOME}{SESSION}").text
    given = client.patch(f"{API}{SESSION}", json={"title": ""}).json()
    assert (given["title"], given["date"]) == ("Review", "2026-04-02")
    assert client.patch(f"{API}{SESSION}", json={"date": "soon"}).status_code == 422
    assert client.patch(f"{API}/sessions/another", json={}).status_code == 404


def test_removed_files_go_for_good_by_themselves(settings, open_workspace):
    """Thirty days after, while the service runs."""
    clock = [datetime(2026, 3, 1, tzinfo=UTC)]
    work = open_workspace(Settings(data_dir=settings.data_dir), clock=lambda: clock[0])
    slug = work.programmes.create("Two rivers").slug
    (kept,) = work.files.add(slug, [("notes.csv", NOTES)])
    work.files.remove(slug, kept.id)
    clock[0] += timedelta(days=31)
    with TestClient(create_app(settings, work), client=("127.0.0.1", 1), base_url="http://localhost") as service:
        for _ in range(200):
            entries = service.get(f"{API}/history").json()["entries"]
            if entries[0]["action"] == "file deleted":
                break
            time.sleep(0.05)
        assert entries[0]["action"] == "file deleted"
        assert service.post(f"{API}/files/removed/{kept.id}/take-back").status_code == 404


def test_the_next_phase_is_begun_from_the_settings(client):
    """A double click makes one programme; what is ticked comes along, and under the API too."""
    page = client.get(f"{HOME}/settings").text
    key = re.search(r'name="once" value="([^"]+)"', page[page.index("/settings/copy") :])[1]
    fields = {"name": "Two rivers, second phase", "rosters": "1", "once": key}
    places = {
        client.post(f"{HOME}/settings/copy", data=fields, follow_redirects=False).headers["location"] for _ in "ab"
    }
    assert places == {"/programmes/two-rivers-second-phase/upload"}
    assert [each["filename"] for each in client.get("/api/v1/programmes/two-rivers-second-phase/files").json()] == [
        "roster.csv"
    ]
    made = client.post(f"{API}/copy", json={"name": "Third", "files": ["rubric"]})
    assert (made.status_code, made.json()["teams"]) == (201, client.get(API).json()["teams"])
    assert client.post(f"{API}/copy", json={"name": "Third", "files": ["notes"]}).status_code == 422
