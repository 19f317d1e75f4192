"""Who is shown what is written down: by whichever way it was shown, and never of one's own machine."""

import pytest
from fastapi.testclient import TestClient

from service.access.types import Membership, Reader, Role
from service.errors import Busy
from service.journal.words import in_words
from service.web.app import create_app
from tests.service.files import NOTES, ROSTER, TRANSCRIPT
from tests.service.web.access_people import known

HOME = "/programmes/two-rivers"
API = f"/api/v1{HOME}"


@pytest.fixture
def slug(workspace):
    """A programme with notes, a roster and a session, and somebody of each role."""
    slug = workspace.programmes.create("Two rivers", ["North", "South"]).slug
    workspace.files.add(slug, [("notes.csv", NOTES), ("roster.csv", ROSTER), ("session.vtt", TRANSCRIPT)])
    here = workspace.programmes.id_of(slug)
    people = {
        "asha": Reader(1, "Asha", memberships={here: Membership(Role.FACILITATOR)}),
        "মিতা": Reader(2, "মিতা", memberships={here: Membership(Role.MEMBER, "North")}),
    }
    known(workspace, {"asha": people["asha"], "mita": people["মিতা"]})
    return slug


@pytest.fixture
def app(workspace, settings, slug):
    return create_app(workspace.settings.model_copy(update={"sign_in": "always"}), workspace)


def browser(app, who):
    return TestClient(app, base_url="http://localhost", headers={"authorization": f"Bearer {who}"})


def written(workspace, slug, **asked):
    """What is written down of who saw what, newest first."""
    workspace.looks.write_down()
    return [str(in_words(each.entry)) for each in workspace.journal.page(slug, looked=True, **asked).done]


def test_pages_and_api_are_written_down_once_an_hour(app, workspace, slug):
    """By what they are called; the page that is remembered too, and whichever way the same was shown."""
    asha = browser(app, "asha")
    before = workspace.findings(slug).at.row.revision
    for path in (HOME, HOME, API, f"{HOME}/elements/communications", f"{API}/elements/communications"):
        assert asha.get(path).status_code == 200
    for path in (f"{HOME}/sessions/session", f"{HOME}/search?q=late", f"{HOME}/report", f"{API}/files"):
        assert asha.get(path).status_code == 200
    assert written(workspace, slug) == [
        "Asha looked at the files.",
        "Asha looked at the report.",
        "Asha looked at the search in notes and sessions.",
        "Asha looked at Session.",
        "Asha looked at Communications.",
        "Asha looked at the page of the programme.",
    ]
    asha.get(HOME)
    assert len(written(workspace, slug)) == 6
    assert workspace.findings(slug).at.row.revision == before


def test_what_was_looked_at_stands_apart_from_what_was_done(app, workspace, slug):
    """It is on a page of its own, by person, and stops nobody from changing or taking back what they saw."""
    browser(app, "asha").get(f"{HOME}/elements/communications")
    browser(app, "mita").get(f"{HOME}/notes")
    assert written(workspace, slug, who="মিতা") == ["মিতা looked at the notes."]
    assert "looked at" not in browser(app, "asha").get(f"{HOME}/history?lang=en").text
    shown = browser(app, "asha").get(f"{HOME}/history/seen?lang=en").text
    assert "Communications" in shown
    assert "মিতা" in shown
    assert "Communications" not in browser(app, "asha").get(f"{HOME}/history/seen?who=মিতা").text.split("<main")[1]
    api = browser(app, "asha").get(f"{API}/history", params={"looked": True}).json()["entries"]
    assert {each["action"] for each in api} == {"saw"}
    assert browser(app, "mita").get(f"{HOME}/history/seen").status_code == 403


def test_nothing_is_written_down_of_what_was_refused_or_of_ones_own_machine(app, workspace, settings, slug):
    """Nor of what is not there; strangers are shown nothing."""
    assert browser(app, "mita").get(f"{HOME}/elements/communications").status_code == 403
    assert browser(app, "asha").get(f"{HOME}/elements/nowhere").status_code == 404
    own = TestClient(create_app(settings, workspace), client=("127.0.0.1", 1), base_url="http://localhost")
    assert own.get(HOME).status_code == 200
    assert written(workspace, slug) == []


def test_what_cannot_be_written_now_is_written_later(app, workspace, slug, monkeypatch):
    """Reading goes on where the database takes nothing; nothing is written twice when it does again."""
    browser(app, "asha").get(HOME)
    browser(app, "mita").get(f"{HOME}/notes")
    with monkeypatch.context() as broken:
        broken.setattr("service.store.journal.entries.add", lambda *_: (_ for _ in ()).throw(Busy()))
        with pytest.raises(Busy):
            workspace.looks.write_down()
    assert len(written(workspace, slug)) == 2
    assert len(written(workspace, slug)) == 2


def test_the_service_writes_it_down_when_it_stops(workspace, slug, monkeypatch):
    """What was seen a moment before is not lost."""
    app = create_app(workspace.settings.model_copy(update={"sign_in": "always"}), workspace)
    with monkeypatch.context() as left_open:
        left_open.setattr(workspace, "close", lambda: None)
        with TestClient(app, base_url="http://localhost", headers={"authorization": "Bearer asha"}) as asha:
            asha.get(HOME)
    assert len(workspace.journal.page(slug, looked=True).done) == 1
