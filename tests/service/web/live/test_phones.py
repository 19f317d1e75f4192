"""The page on which people write notes: without a script, with one, and telling nobody who wrote."""

import re

import pytest

from service.annotations.tokens import new_token
from service.errors import TooOften
from service.presentation.template import FILES
from service.store.giving_back import asks

SCRIPT = {"accept": "application/json"}
SMALL = 90_000
"""Bytes of a whole page with its scripts, as they come over the wire uncompressed."""


def hidden(page, name):
    return re.search(rf'name="{name}" value="([^"]*)"', page)[1]


def too_often(*_):
    raise TooOften(7)


def texts(work, code):
    return sorted(each.text for each in work.gatherings.notes("p", code))


@pytest.mark.parametrize("language", ["en", "bn", "ne"])
def test_a_phone_without_a_script_writes_and_takes_back(work, code, browser, language):
    """In its language; no cookie is set beside that of the language."""
    mine = browser()
    page = mine.get(f"/n/{code}", params={"lang": language})
    assert f'<html lang="{language}">' in page.text
    sent = {"key": hidden(page.text, "key"), "text": "সবাই বলে & हामी सुन्छौं", "element": "trust", "team": "Nepal"}
    thanks = mine.post(f"/n/{code}", data=sent, params={"lang": language})
    assert thanks.status_code == 200
    assert hidden(thanks.text, "key") == sent["key"]
    mine.post(f"/n/{code}", data=sent)
    (note,) = work.gatherings.notes("p", code)
    assert (note.text, note.element, note.team) == (sent["text"], "Trust", "Nepal")
    gone = mine.post(f"/n/{code}/take-back", data={"key": sent["key"]})
    assert gone.status_code == 200
    assert texts(work, code) == []
    assert set(mine.cookies) <= {"language"}


def test_what_cannot_be_taken_is_not_lost(code, browser, monkeypatch):
    """The form comes again with all that was written and says why; the key stays, so that it counts once."""
    mine, key = browser(), new_token()
    sent = {"key": key, "text": "x" * 601, "element": "planning", "team": "Bangladesh"}
    again = mine.post(f"/n/{code}", data=sent)
    assert again.status_code == 422
    assert hidden(again.text, "key") == key
    assert "x" * 601 in again.text
    assert again.text.count(" selected") == 2
    monkeypatch.setattr("service.annotations.rate.Rate.check", too_often)
    again = mine.post(f"/n/{code}", data={**sent, "text": "too many at once"})
    assert again.status_code == 429
    assert "too many at once" in again.text


def test_a_script_is_told_what_became_of_a_note(work, code, browser, monkeypatch):
    """In a few words that it understands; it sends again where it is told to wait."""
    mine, key = browser(), new_token()
    sent = {"key": key, "text": "from a script"}
    for _ in range(2):
        assert mine.post(f"/n/{code}", data=sent, headers=SCRIPT).json() == {"done": True}
    assert texts(work, code) == ["from a script"]
    wrong = mine.post(f"/n/{code}", data={"key": new_token(), "text": "…"}, headers=SCRIPT)
    assert (wrong.status_code, wrong.json()["code"]) == (422, "unusable-input")
    assert "1 to 600 letters" in wrong.json()["problem"]
    work.gatherings.set_open("p", code, is_open=False)
    late = mine.post(f"/n/{code}", data={"key": new_token(), "text": "late"}, headers=SCRIPT)
    assert (late.status_code, late.json()["code"]) == (409, "closed")
    assert mine.post(f"/n/{code}/take-back", data={"key": key}, headers=SCRIPT).status_code == 409
    assert mine.post(f"/n/{code}", data=sent, headers=SCRIPT).json() == {"done": True}
    assert mine.post("/n/nothere", data=sent, headers=SCRIPT).status_code == 404
    monkeypatch.setattr("service.annotations.rate.Rate.check", too_often)
    wait = mine.post(f"/n/{code}", data=sent, headers=SCRIPT)
    assert wait.status_code == 429
    assert wait.headers["retry-after"] == "7"


def test_a_closed_one_says_so(work, code, browser):
    """The form is gone, what comes late is led to that page, and what the phone keeps stays there.

    Where those present are asked whether they were heard right, it leads there.
    """
    with work._database.writing() as db:
        ask = asks.add(db, work.programmes.id_of("p"), "", "2026-03-01", "2099-12-31", ())
        asks.add(db, work.programmes.id_of("p"), "Nepal", "2026-03-01", "2099-12-31", ())
    work.gatherings.set_open("p", code, is_open=False)
    page = browser().post(f"/n/{code}", data={"key": new_token(), "text": "late"}).text
    assert "no more notes are taken" in page
    assert "<textarea" not in page
    assert 'id="kept"' in page
    assert re.findall(r'href="/g/([^"]+)"', page) == [ask.code]


def test_the_page_is_small(code, browser):
    """With all that it loads; no script stands in it."""
    client = browser()
    page = client.get(f"/n/{code}")
    loaded = re.findall(r'(?:href|src)="(/static/[^"]+)"', page.text)
    more = [FILES[name].read_bytes() for name in ("notes-kept.js", "notes-send.js")]
    assert len(page.content) + sum(len(client.get(each).content) for each in loaded) + sum(map(len, more)) < SMALL
    assert not re.search(r"<script(?![^>]*src=)", page.text)
