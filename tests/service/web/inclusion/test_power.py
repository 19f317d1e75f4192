"""Noting who held power, the page of all sessions, and first names only: without any script, and through the API."""

import re

import pytest
from fastapi.testclient import TestClient

from nlp.participation.people.attendance import Presence
from service.inclusion.power_types import Holder, Kind, PowerNote
from tests.service.inclusion.test_power import ROSTER, slug, spoken
from tests.service.working import create_app

HOME = "/programmes/p"
SESSION = f"{HOME}/sessions/{slug(1)}"
API = "/api/v1/programmes/p"


@pytest.fixture
def work(settings, open_workspace):
    """Two sessions of four people."""
    workspace = open_workspace(settings)
    workspace.programmes.create("P", ["IDS", "Nepal"])
    files = [(f"{slug(day)}.vtt", spoken(day, 50, 2, 0, 9)) for day in (1, 2)]
    workspace.files.add("p", [("roster.csv", ROSTER), *files])
    workspace.attendance.say_of_the_others("p", slug(1), Presence.PRESENT)
    return workspace


@pytest.fixture
def desk(settings, work):
    """The facilitator's browser."""
    with TestClient(create_app(settings, work), base_url="http://localhost") as client:
        yield client


def test_power_is_noted_on_the_page_of_the_session(desk, work):
    """Who is chosen was there, whatever the radio says; one button says that nobody was."""
    assert "Nothing is noted yet. Only facilitators see this." in desk.get(SESSION).text
    sent = {"there-funder": "yes", "who-funder": ["=Bina Rai", "team=IDS"], "words-lead-organisation": "তারা আগে বলেন"}
    page = desk.post(f"{SESSION}/power", data=sent)
    assert "Noted as there: the lead organisation and a funder." in page.text
    at = work.findings("p").at
    holders = (Holder("", "Bina Rai"), Holder("team", "IDS"))
    assert work.power.of(at, slug(1)) == (
        PowerNote(Kind.LEAD, there=True, words="তারা আগে বলেন"),
        PowerNote(Kind.FUNDER, there=True, holders=holders),
    )
    page = desk.post(f"{SESSION}/power", data={**sent, "nobody": "1"})
    assert "Noted as not there" in page.text
    assert desk.post(f"{SESSION}/power", data={"there-funder": "no", "who-funder": "=Bina Rai"}).status_code == 422


def test_the_page_of_all_sessions_says_first_what_can_be_said(desk, work):
    """From nothing noted to too few to say, always with its caution; no rank and no verdict on anybody."""
    page = desk.get(f"{HOME}/power").text
    assert "It is not noted of any session yet who held power in it." in page
    work.power.say("p", slug(1), [PowerNote(Kind.FUNDER, there=True, holders=(Holder("", "Bina Rai"),))])
    work.power.say("p", slug(2), [PowerNote(kind, there=False) for kind in Kind])
    page = desk.get(f"{HOME}/power").text
    assert "Sessions in which somebody who held power was there: 1. Sessions in which nobody was: 1." in page
    assert "That is too few to say" in page
    assert "Take a difference as a question to the room" in page
    assert "They were 1 of 4 people and had 3% of what was said." in page
    assert 'aria-current="true">the head of an organisation' in desk.get(
        f"{HOME}/power", params={"kind": "head of an organisation"}
    ).text.replace("\n", "")
    assert f'href="{HOME}/power"' in desk.get(f"{HOME}/sessions").text


def test_first_names_only_is_a_setting_of_a_session(desk, work):
    """On its page, in the report and in files; the other session stays as it is."""
    assert "Zubaydah Quill" in desk.get(SESSION).text
    page = desk.post(f"{SESSION}/first-names", data={"only": "1"}).text
    assert "Quill" not in re.sub(r'value="=[^"]*"', "", page)
    assert "Zubaydah" in page
    taken = desk.get(f"{SESSION}/transcript", params={"format": "vtt", "names": "1"}).text
    assert "Zubaydah" in taken
    assert "Quill" not in taken
    whole = desk.get(SESSION, params={"whole": "1"}).text
    assert "Zubaydah Quill" in whole
    assert "Zubaydah Quill" in desk.get(f"{HOME}/sessions/{slug(2)}").text
    answered = desk.get(f"{API}/sessions/{slug(1)}").json()
    assert "Zubaydah" in [each["name"] for each in answered["speakers"]]
    assert "Quill" not in str(answered)
    assert "Quill" not in desk.get(f"{HOME}/report", params={"names": "1"}).text
    desk.post(f"{SESSION}/first-names", data={})
    assert "Zubaydah Quill" in desk.get(SESSION).text


def test_the_api_does_the_same(desk):
    """What is noted, compared and set, with its types."""
    here = f"{API}/sessions/{slug(1)}"
    note = {"kind": "funder", "there": True, "holders": [{"attribute": "", "name": "Bina Rai"}], "words": "first"}
    assert desk.put(f"{here}/power", json=[note]).json() == [note]
    assert desk.get(f"{here}/power").json() == [note]
    picture = desk.get(f"{API}/power", params={"kind": "funder"}).json()
    assert (picture["kind"], picture["sessions"][0]["held"], picture["sessions"][1]["held"]) == ("funder", True, None)
    assert desk.put(f"{here}/first-names", json={"only": True}).json() == {"only": True}
    assert desk.get(f"{here}/first-names").json() == {"only": True}
    assert desk.put(f"{API}/elements/nothing/critical", json={"readings": []}).status_code == 404


def test_what_was_said_is_found_under_first_names(desk):
    """In the results of the search, and where a turn stands between others; also in a file of data."""
    assert "Sunita" not in desk.get(f"{HOME}/search", params={"q": "word"}).text
    assert "Quill" in desk.get(f"{HOME}/search", params={"q": "word"}).text
    for day in (1, 2):
        desk.post(f"{HOME}/sessions/{slug(day)}/first-names", data={"only": "1"})
    found = desk.get(f"{HOME}/search", params={"q": "word"}).text
    assert "Zubaydah" in found
    assert "Quill" not in found
    data = desk.get(f"{HOME}/data/file", params={"format": "jsonl", "names": "1"}).text
    assert "Quill" not in "\n".join(line for line in data.splitlines() if '"session-2026' in line)
