"""Rating on a phone, and on the facilitator's page."""

import re

import pytest
from fastapi.testclient import TestClient

from tests.service.working import create_app

HOME = "/programmes/p/reviews/may-2031/ratings"
NOTES = b"text,element,team\nWe call,Trust,A\nWe write,Calls,B\n"


@pytest.fixture
def work(settings, open_workspace):
    """A workspace with a programme that has a review to come."""
    work = open_workspace(settings)
    work.programmes.create("P", ["A", "B"])
    work.files.add("p", [("notes.csv", NOTES)])
    work.reviews.plan("p", "May 2031")
    return work


@pytest.fixture
def phone(settings, work):
    """Make phones, each with cookies of its own."""
    app = create_app(settings, work)
    return lambda: TestClient(app, base_url="http://localhost")


@pytest.mark.parametrize("code", ["en", "bn", "ne"])
def test_from_opening_to_dots(work, phone, code):
    """Three phones, each in its language; then the facilitator takes them in and sees dots and reasons."""
    desk = phone()
    assert "/v/" in desk.post(f"{HOME}/phones", data={"on": "1"}).text
    link = work.ratings.link("p", "may-2031").code
    for level in "002":
        one = phone()
        page = one.get(f"/v/{link}", params={"lang": code})
        assert f'<html lang="{code}">' in page.text
        assert "<script" not in page.text
        token = re.search(r'name="token" value="([^"]*)"', page.text)[1]
        form = {"token": token, "team": "A", "level-0": level, "why-0": "কারণ & ठीक", "level-1": ""}
        thanks = one.post(f"/v/{link}", data=form)
        assert thanks.status_code == 200
        assert "sent=1" in str(thanks.url)
    assert "Take in 3 new ratings" in desk.get(HOME).text
    shown = desk.post(f"{HOME}/take-in").text
    assert shown.count("<i></i>") == 3
    assert shown.count("কারণ &amp; ठीक") == 3
    assert "One team has rated so far." in shown
    desk.post(f"{HOME}/phones")
    assert phone().get(f"/v/{link}").status_code == 200
    assert 'type="radio"' not in phone().get(f"/v/{link}").text


def test_what_was_typed_is_not_lost(work, phone):
    """No team, or no level: said beside the form."""
    link = work.ratings.set_open("p", "may-2031", is_open=True).code
    answer = phone().post(f"/v/{link}", data={"token": "tokentoken", "team": "A", "why-0": "because"})
    assert answer.status_code == 422
    assert "no level was chosen" in answer.text
    assert phone().post(f"/v/{link}", data={"token": "tokentoken", "level-0": "0"}).status_code == 404
    assert phone().get("/v/nothing").status_code == 404


def test_the_facilitator_enters_in_three_ways(phone):
    """Each is there again when the page is opened; too long a reason is said, and stays."""
    desk = phone()
    desk.post(HOME, data={"team": "A", "way": "collective", "level-0": "1", "why-0": "We are new"})
    assert re.search(r'name="level-0" value="1" checked', desk.get(HOME).text)
    desk.post(HOME, data={"team": "B", "way": "individual", "participant": "Asha", "level-0": "2"})
    named = desk.get(HOME, params={"team": "B", "way": "individual", "participant": "Asha"}).text
    assert re.search(r'name="level-0" value="2" checked', named)
    desk.post(HOME, data={"team": "B", "way": "under every level", "text-0-0": "Calls", "text-0-2": "Silence"})
    under = desk.get(HOME, params={"team": "B", "way": "under every level"}).text
    assert ">Calls</textarea>" in under
    long = desk.post(HOME, data={"team": "A", "way": "collective", "level-0": "1", "why-0": "x" * 1_001})
    assert long.status_code == 422
    assert "x" * 1_001 in long.text
    page = desk.get("/programmes/p/reviews/may-2031").text
    assert page.count("<i></i>") == 4
    assert "the levels lie apart" in page
    assert "levels" not in desk.get("/programmes/p/reviews/may-2031", params={"lang": "ne"}).text
