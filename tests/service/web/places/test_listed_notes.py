"""Notes with their readings, in pages."""

import pytest
from fastapi.testclient import TestClient

from service.web.app import create_app
from tests.service.web.access_people import client, fill, known, people


@pytest.fixture
def ask(workspace, full):
    """A program that asks for notes."""
    return TestClient(create_app(workspace.settings, workspace), base_url=f"http://localhost/api/v1/programmes/{full}")


def test_every_note_says_where_it_is(ask):
    """The same readings as the elements have, and every note once."""
    notes = ask.get("/notes").json()
    elements = ask.get("/elements").json()["elements"]
    placed = {
        note["id"]: (reading["id"], reading["label"])
        for each in elements
        for reading in each["readings"]
        for note in reading["units"]
    }
    alone = {note["id"] for each in elements for note in each["alone"]}
    assert {note["id"] for note in notes} >= set(placed) | alone
    for note in notes:
        assert (note["reading"], note["reading_name"]) == placed.get(note["id"], (None, None))
        assert (note["placed"] == "alone") == (note["id"] in alone)
    assert len({note["id"] for note in notes}) == len(notes)
    assert set(notes[0]["attributes"]) <= {"team", "organisation", "language", "review", "participant", "date"}


def test_notes_come_in_pages(ask):
    """File by file; each once, also when a file goes in between."""
    every = [note["id"] for note in ask.get("/notes").json()]
    seen, where = [], "/notes?limit=2"
    page = ask.get(where)
    while page.links.get("next"):
        seen += [note["id"] for note in page.json()]
        page = ask.get(f"http://localhost{page.links['next']['url']}")
    assert seen + [note["id"] for note in page.json()] == every
    file = ask.get("/notes").json()[0]["file"]
    first = ask.get("/notes", params={"limit": 2})
    ask.delete(f"/files/{file}")
    rest = ask.get(f"http://localhost{first.links['next']['url']}&limit=1000").json()
    assert [note["id"] for note in rest] == [note["id"] for note in ask.get("/notes").json()]


def test_notes_are_chosen(ask):
    """By element as it is called and as it stands in addresses, by team, by reading."""
    every = ask.get("/notes").json()
    element = next(note for note in every if note["element"])
    for said in (element["element"], element["element_slug"]):
        found = ask.get("/notes", params={"element": said}).json()
        assert found == [note for note in every if note["element"] == element["element"]]
    team = next(note["team"] for note in every if note.get("team"))
    assert ask.get("/notes", params={"team": team}).json() == [note for note in every if note.get("team") == team]
    if readings := [note["reading"] for note in every if note["reading"]]:
        found = ask.get("/notes", params={"reading": readings[0]}).json()
        assert {note["reading"] for note in found} == {readings[0]}
    assert ask.get("/notes", params={"team": "Nobody's"}).json() == []


def test_notes_are_there_before_their_readings(workspace, full):
    """Not known to be anywhere, and none of them held back."""
    ask = TestClient(
        create_app(workspace.settings, workspace.for_readers()),
        base_url=f"http://localhost/api/v1/programmes/{full}",
    )
    notes = ask.get("/notes")
    assert notes.status_code == 200
    assert {note["placed"] for note in notes.json()} == {"unknown"}


def test_members_see_no_readings(settings, open_workspace):
    """They quote all teams."""
    work = open_workspace(settings.model_copy(update={"sign_in": "always"}))
    here = fill(work, "Quillwater")
    known(work, people(work.programmes.id_of(here.slug), 0))
    app, path = create_app(work.settings, work), f"/api/v1/programmes/{here.slug}/notes"
    assert {note["reading"] for note in client(app, "member").get(path).json()} == {None}
    assert {note["placed"] for note in client(app, "member").get(path).json()} == {"unknown"}


def test_an_element_is_addressed_by_name_or_by_its_name_in_addresses(ask):
    """As answers call it; also its readings without their notes."""
    element = next(each for each in ask.get("/elements").json()["elements"] if each["element"])
    name = element["element"]
    assert ask.get(f"/elements/{name}").json() == ask.get(f"/elements/{name.lower()}").json() == element
    lean = ask.get(f"/elements/{name}", params={"notes": False}).json()
    assert (lean["notes"], lean["alone"]) == (element["notes"], [])
    assert [each["units"] for each in lean["readings"]] == [[]] * len(element["readings"])
    every = ask.get("/elements", params={"notes": False}).json()
    assert [each["element"] for each in every["elements"]] == [
        each["element"] for each in ask.get("/elements").json()["elements"]
    ]
