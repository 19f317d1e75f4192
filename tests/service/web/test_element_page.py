"""The page of an element: what it opens with, and fewer or more readings by one tap."""

import pytest
from fastapi.testclient import TestClient

from tests.nlp.readings.test_interpret import JOINT, POWER, RISK
from tests.service.working import create_app

CLEAR, MUDDLED = "/programmes/p/elements/clear", "/programmes/p/elements/muddled"
WORDS = "river lamp chair stone cloud bread paper wheel glass horse"


def rows():
    """Three clear readings on one element; forty notes that have no word in common on another."""
    clear = [(text, "Clear", team) for texts, team in ((RISK, "A"), (JOINT, "B"), (POWER, "A")) for text in texts]
    muddled = [(f"{word}{at} {word[::-1]}{at}", "Muddled", "AB"[at % 2]) for at in range(4) for word in WORDS.split()]
    return "\n".join(["text,element,team", *(",".join(row) for row in (*clear, *muddled))]).encode()


@pytest.fixture
def client(settings, open_workspace):
    """The pages of a programme with both elements."""
    workspace = open_workspace(settings)
    workspace.programmes.create("P")
    workspace.files.add("p", [("notes.csv", rows())])
    with TestClient(create_app(settings, workspace), base_url="http://localhost") as client:
        yield client


@pytest.mark.parametrize("language", ["en", "bn", "ne"])
def test_notes_that_do_not_fall_together_come_before_the_guess_of_the_machine(client, language):
    """The readings are folded away, all notes are there, no question leans on them, and the report says so too."""
    page = client.get(MUDDLED, params={"lang": language}).text
    assert page.index("river0") < page.index('class="guess"')
    assert 'id="words"' not in page
    assert 'class="questions' not in page
    assert 'class="guess"' not in client.get(CLEAR, params={"lang": language}).text
    assert client.get("/programmes/p/report", params={"lang": language}).status_code == 200


def test_the_programme_says_which_elements_the_machine_cannot_lay_out(client):
    """In the lead, and under the element in the grid."""
    page = client.get("/programmes/p").text
    assert "the machine cannot tell how the notes belong together" in page
    assert "hardly better than chance: read the notes" in page


def test_a_tap_gives_fewer_readings_and_another_one_more(client):
    """Without a script; the page comes back to the readings, and says that this is one way."""
    assert "in 3 readings" in client.get(CLEAR).text
    fewer = client.post(f"{CLEAR}/edit/layout", data={"readings": "2"})
    assert (fewer.status_code, fewer.url.path) == (200, CLEAR)
    assert "in 2 readings" in fewer.text
    assert "in 3 readings" in client.post(f"{CLEAR}/edit/layout", data={"readings": "3"}).text
    assert client.post(f"{CLEAR}/edit/layout", data={"readings": "0"}).status_code == 422


@pytest.mark.parametrize("element", [CLEAR, MUDDLED])
def test_the_page_leads_to_the_wall_on_which_its_notes_are_sorted(client, element):
    """Whether it opens with readings or with notes."""
    assert client.get(element).text.count(f'href="{element}/sort"') == 1
    assert client.get(f"{element}/sort").status_code == 200
