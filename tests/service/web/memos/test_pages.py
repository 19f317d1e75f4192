"""The page of memos and the links to it, without any script."""

import re

import pytest
from fastapi.testclient import TestClient

from nlp.readings.edits.types import text_key
from service.memos.subjects import as_now
from tests.nlp.readings.test_interpret import RISK
from tests.service.giving_back.conftest import notes, table
from tests.service.working import create_app

HOME = "/programmes/p/memos"
TALK = b"WEBVTT\n\n00:00.000 --> 00:02.000\n<v A>Hello there\n\n00:02.000 --> 00:04.000\n<v B>Good day\n"
SAID = "এটা <b>সত্যি</b> কি?"


@pytest.fixture
def work(settings, open_workspace):
    """A workspace with a programme with readings."""
    workspace = open_workspace(settings)
    workspace.programmes.create("P", ["A", "B", "C"])
    workspace.files.add("p", [("march.csv", table(*notes())), ("talk.vtt", TALK)])
    return workspace


@pytest.fixture
def desk(settings, work):
    """The facilitator's browser."""
    with TestClient(create_app(settings, work), base_url="http://localhost") as client:
        yield client


def links_to_memos(page):
    return [each.replace("&amp;", "&") for each in re.findall(rf'href="({HOME}\?[^"]+)"', page.text)]


def test_from_a_reading_to_its_memo_and_back(desk, work):
    """Written, answered, closed; the page of the element counts it, and every word is shown as a word."""
    assert "Nobody has written a memo yet." in desk.get(HOME).text
    (link, *_) = links_to_memos(desk.get("/programmes/p/elements/culture"))
    form = desk.get(link)
    fields = dict(re.findall(r'name="(kind|id|element)" value="([^"]*)"', form.text))
    assert fields["kind"] == "reading"
    after = desk.post(HOME, data={**fields, "text": SAID, "who": "Rina"})
    assert after.status_code == 200
    assert "এটা &lt;b&gt;সত্যি&lt;/b&gt; কি?" in after.text
    assert "1 open memo" in desk.get("/programmes/p/elements/culture").text
    (memo,) = as_now(work.findings("p"))
    assert "Rina, " in desk.post(f"{HOME}/{memo.number}/answers", data={"text": "हो"}).text
    assert "1 closed memo" in desk.post(f"{HOME}/{memo.number}/close").text
    assert "1 memo is open." in desk.post(f"{HOME}/{memo.number}/open").text
    assert "Nobody has written a memo yet." in desk.post(f"{HOME}/{memo.number}/remove").text


def test_from_a_note_and_a_session(desk, work):
    """Each page leads to the memos about what it shows."""
    note = next(unit for unit in work.findings("p").cards("Culture")[text_key(RISK[0])])
    (of_note,) = links_to_memos(desk.get(f"/programmes/p/notes/{note.id}"))
    assert RISK[0] in desk.get(of_note).text
    (session,) = work.findings("p").at.sessions
    (of_session,) = links_to_memos(desk.get(f"/programmes/p/sessions/{session.slug}"))
    assert session.title in desk.get(of_session).text


def test_from_an_action_and_back(desk):
    """Its page leads to the memos about it, and counts them; what was said goes with it."""
    page = desk.post("/programmes/p/actions", data={"what": "फोन गर्ने"})
    (link,) = links_to_memos(page)
    fields = dict(re.findall(r'name="(kind|id|element)" value="([^"]*)"', desk.get(link).text))
    assert "फोन गर्ने" in desk.post(HOME, data={**fields, "text": SAID}).text
    assert "1 open memo" in desk.get(page.url.path).text
    desk.post(f"{page.url.path}/remove")
    assert "Nobody has written a memo yet." in desk.get(HOME).text


def test_what_was_typed_is_not_lost(desk, work):
    """A memo or an answer that is too long is shown again, with why."""
    words = "x" * 2_001
    data = {"kind": "note", "id": text_key(RISK[0]), "element": "culture", "text": words}
    again = desk.post(HOME, data=data)
    assert again.status_code == 422
    assert words in again.text
    assert "a memo has 1 to 2,000 letters" in again.text.lower()
    desk.post(HOME, data={**data, "text": "short"})
    (memo,) = as_now(work.findings("p"))
    again = desk.post(f"{HOME}/{memo.number}/answers", data={"text": words})
    assert words in again.text
    assert desk.get(HOME, params={"kind": "note", "id": "nothing", "element": "culture"}).status_code == 404


def test_the_same_over_the_api(desk):
    """Begun, read, answered, closed, removed."""
    home = "/api/v1/programmes/p/memos"
    new = {"kind": "note", "id": text_key(RISK[0]), "element": "culture", "text": SAID}
    made = desk.post(home, json=new)
    assert made.status_code == 201
    number = made.json()["number"]
    assert made.json()["now"]["words"] == RISK[0]
    one = f"{home}/{number}"
    answered = desk.post(f"{one}/answers", json={"text": "Yes", "who": "Sita"}).json()
    assert [each["text"] for each in answered["said"]] == [SAID, "Yes"]
    assert desk.patch(one, json={"closed": True}).json()["closed"]
    assert desk.delete(f"{one}/answers/{answered['said'][1]['number']}").status_code == 204
    assert desk.get(home).json() == [desk.get(one).json()]
    assert desk.delete(one).status_code == 204
    assert desk.get(one).status_code == 404
    assert desk.post(home, json={**new, "text": " "}).status_code == 422
