"""Pictures beside the charts of pages: what leads to them, and what comes back."""

import re

import pytest
from fastapi.testclient import TestClient

from service.access.types import Membership, Reader, Role
from service.journal.words import in_words
from service.web.app import create_app
from tests.service.web.access_people import known

pytest.importorskip("matplotlib")

HOME = "/programmes/both-banks"
SESSION = "/sessions/session-2026-03-review"
PAGES = ("", "/elements/communications", SESSION, "/over-time", "/rubrics")


@pytest.fixture(scope="module")
def client(sample_workspace):
    """The pages of the sample programme."""
    with TestClient(create_app(sample_workspace.settings, sample_workspace), base_url="http://localhost") as given:
        yield given


def links(page):
    return re.findall(r'<a href="([^"]+/pictures/[^"]+)" download', page.text)


@pytest.mark.parametrize("path", PAGES)
def test_every_chart_leads_to_its_pictures(client, path):
    """As PNG and as SVG, without a script; what they lead to is there, and is a file to keep."""
    found = links(client.get(HOME + path))
    assert found
    assert len(found) == len(set(found))
    for address in (found[0], found[-1]):
        answer = client.get(address)
        assert answer.status_code == 200
        assert answer.headers["content-type"] == ("image/png" if ".png" in address else "image/svg+xml")
        assert answer.headers["content-disposition"].startswith("attachment; filename*=UTF-8''both-banks-")
        assert answer.content.startswith(b"\x89PNG" if ".png" in address else b"<svg")


def test_people_are_numbered_until_somebody_shows_names(client):
    """The page of a session names people; its pictures do where names were asked for."""
    asked, unasked = (client.get(HOME + SESSION + query) for query in ("?names=1", ""))
    assert "In pictures people are numbered." in unasked.text
    assert "In pictures people are numbered." not in asked.text
    named = next(link for link in links(asked) if "people.svg" in link)
    numbered = next(link for link in links(unasked) if "people.svg" in link)
    assert "Farhan Tanzil" in client.get(named.replace("&amp;", "&")).text
    assert "Farhan Tanzil" not in client.get(numbered).text
    assert "Person 1" in client.get(numbered).text


def test_a_picture_speaks_the_language_of_the_page(client):
    """Its words are those of the reader."""
    assert "Person 1" not in client.get(f"{HOME}{SESSION}/pictures/people.svg", params={"lang": "ne"}).text


@pytest.mark.parametrize("file", ["grid.gif", "grid", "nothing.png", "rubrics-99.svg", "over-time-9-9.png", ".png"])
def test_what_is_no_picture_is_said_so(client, file):
    """In one line, as not found."""
    answer = client.get(f"{HOME}/pictures/{file}")
    assert answer.status_code == 404
    assert "here is no picture" in answer.text


def test_what_left_stands_in_the_history(workspace, full):
    """Who took which picture out; whoever sits at the machine itself is not written down."""
    place = {workspace.programmes.id_of(full): Membership(Role.FACILITATOR)}
    known(workspace, {"asha": Reader(1, "Asha", memberships=place)})
    workspace.jobs.do_all()
    app = create_app(workspace.settings.model_copy(update={"sign_in": "always"}), workspace)
    asha = TestClient(app, base_url="http://localhost", headers={"authorization": "Bearer asha"})
    assert asha.get(f"/programmes/{full}/pictures/grid.svg").status_code == 200
    (done,) = workspace.journal.page(full, who="Asha").done
    assert str(in_words(done.entry)) == "Asha took grid.svg out as a file."
