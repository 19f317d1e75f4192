"""The page “Where does this partnership stand?”, without any script, and the same over the API."""

import re

import pytest
from fastapi.testclient import TestClient

from tests.service.working import create_app

HOME = "/programmes/p/stages"
API = "/api/v1/programmes/p/stages"


@pytest.fixture
def desk(settings, open_workspace):
    """The facilitator's browser, in a programme with two notes."""
    work = open_workspace(settings)
    work.programmes.create("P", ["A", "B"])
    work.files.add("p", [("notes.csv", b"text,element,team\nWe call,Trust,A\nWe write,Trust,B\n")])
    with TestClient(create_app(settings, work), base_url="http://localhost") as client:
        yield client


def test_it_says_what_was_done_and_never_where_it_stands(desk):
    """Counts with links; what is not here yet behind a line; the page is found from the programme and its reviews."""
    for page in ("/programmes/p", "/programmes/p/reviews"):
        assert f'href="{HOME}"' in desk.get(page).text
    page = desk.get(HOME).text
    assert "Nobody has said yet where it stands. Below is what was done." in page
    assert re.search(r">notes that came in</a>: <b>2</b>", page)
    assert "Plan a World Café" in page
    assert "facilitators say: here" not in page


def test_every_link_leads_somewhere(desk):
    """What was done, and where what is not here yet is done."""
    page = desk.get(HOME).text
    for link in set(re.findall(r'href="(/programmes/p(?:/[^"]*)?)"', page)):
        assert desk.get(link).status_code == 200, link


def test_facilitators_say_it_change_it_and_take_it_back(desk):
    """With its words as words; what was said before stays."""
    said = {"stage": "acclimate", "why": "আমরা <b>শুনি</b>", "day": "2026-03-01", "who": "Rina"}
    page = desk.post(HOME, data=said).text
    assert "Facilitators say: Acclimate, since 1 March 2026." in page
    assert "আমরা &lt;b&gt;শুনি&lt;/b&gt;" in page
    assert page.count("facilitators say: here") == 1
    page = desk.post(HOME, data={"stage": "activate", "why": "हामी गर्छौँ"}).text
    assert "Facilitators say: Activate" in page
    assert "What was said before" in page
    number = desk.get(API).json()["said"][-1]["number"]
    page = desk.post(f"{HOME}/{number}/remove").text
    assert "Facilitators say: Acclimate" in page
    assert desk.post(f"{HOME}/{number}/remove").status_code == 404


def test_what_was_typed_is_not_lost(desk):
    """A day to come is said beside the form, and the reason stays."""
    page = desk.post(HOME, data={"stage": "advise", "why": "सुन्दैछौँ", "day": "2999-01-01"})
    assert page.status_code == 422
    assert "is still to come" in page.text
    assert ">सुन्दैछौँ</textarea>" in page.text


def test_the_same_over_the_api(desk):
    """Said, read, taken back."""
    made = desk.post(f"{API}/said", json={"stage": "advise", "why": "सुन्दैछौँ", "day": "2026-03-01"})
    assert made.status_code == 201
    assert made.headers["location"] == API
    found = desk.get(API).json()
    assert found["said"] == [made.json()]
    assert [each["stage"] for each in found["stages"]] == ["advise", "acclimate", "activate", "accelerate"]
    assert "rubrics" in found["stages"][1]["not_yet"]
    assert desk.delete(f"{API}/said/{made.json()['number']}").status_code == 204
    assert desk.post(f"{API}/said", json={"stage": "nowhere", "why": "x"}).status_code == 422


@pytest.mark.parametrize("code", ["bn", "ne"])
def test_it_speaks_the_readers_language(desk, code):
    """Nothing of the page itself stays English."""
    page = desk.get(HOME, params={"lang": code}).text
    for word in ("Where does this", "Acclimate", "Advise", "notes that", "What is not here", "Which stage"):
        assert word not in page
