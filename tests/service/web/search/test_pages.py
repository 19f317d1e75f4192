"""Searching in the browser, without a script."""

import re

import pytest
from fastapi.testclient import TestClient

from service.access.types import Membership, Reader, Role
from service.web.app import create_app

HOME = "/programmes/both-banks"
HOSTILE = '<script>alert("x")</script>'


@pytest.fixture
def visitor(sample_workspace):
    """A browser at the sample programme; it only looks."""
    with TestClient(create_app(sample_workspace.settings, sample_workspace), base_url="http://localhost") as client:
        yield client


def quotes(page):
    """The texts that a page shows."""
    return [
        re.sub("<[^>]+>", "", said) for said in re.findall(r'<blockquote class="quote.*?<p[^>]*>(.*?)</p>', page, re.S)
    ]


@pytest.mark.parametrize("language", ["en", "bn", "ne"])
@pytest.mark.parametrize("typed", ["trust", "টাকা", "विश्वास", "football match", "🙂", ""])
def test_a_page_in_every_language(visitor, language, typed):
    """What was found, nothing, or how to look: each has its page."""
    answer = visitor.get(f"{HOME}/search", params={"q": typed, "lang": language})
    assert answer.status_code == 200
    assert bool(quotes(answer.text)) == (typed in {"trust", "টাকা", "विश्वास"})


def test_words_are_marked_and_lead_to_where_they_stand(visitor):
    """A tap shows the note among its neighbours, the word still marked, and a way to its element."""
    page = visitor.get(f"{HOME}/search", params={"q": "विश्वास"}).text
    assert "<mark>विश्वास</mark>" in page
    link = re.search(rf'href="({HOME}/notes/[^"#]+)', page)[1]
    note = visitor.get(link.replace("&amp;", "&")).text
    assert "<mark>विश्वास</mark>" in note
    assert len(quotes(note)) > 1
    assert f"{HOME}/elements/" in note
    assert 'href="/programmes/both-banks/search?q=' in note
    assert re.search(r"line \d+\. It is in ", note)


def test_the_empty_field_gives_examples_from_the_programme(visitor):
    """Elements, each of which finds something."""
    page = visitor.get(f"{HOME}/search").text
    examples = re.findall(rf'href="({HOME}/search\?q=[^"]+)"', page)
    assert examples
    assert all(quotes(visitor.get(each).text) for each in examples)


def test_filters_are_fields_of_the_form_and_stay_on_the_next_page(visitor):
    """What is chosen is said, holds on every page, and one tap looks everywhere again."""
    asked = {"q": "the", "team": "Nepal", "kind": "note"}
    page = visitor.get(f"{HOME}/search", params=asked).text
    assert '<option value="Nepal" selected>' in page
    assert f'href="{HOME}/search?q=the"' in page
    many = visitor.get(f"{HOME}/search", params={"q": "the", "kind": "note"}).text
    more = re.search(r'href="([^"]+)" rel="next"', many)[1].replace("&amp;", "&")
    assert "kind=note" in more
    assert not set(quotes(visitor.get(more).text)) & set(quotes(many))


def test_what_is_typed_stays_text(visitor):
    """Nothing that is typed, in the field or in a filter, becomes part of the page."""
    params = dict.fromkeys(("q", "by", "kind", "element", "team", "review", "reading", "language", "session"), HOSTILE)
    page = visitor.get(f"{HOME}/search", params=params)
    assert page.status_code == 200
    assert HOSTILE not in page.text
    assert HOSTILE not in visitor.get(f"{HOME}/notes/{HOSTILE}", params={"q": HOSTILE}).text


@pytest.mark.parametrize("path", [f"{HOME}/notes/none", "/programmes/none/search?q=x", "/programmes/none/notes/1-1"])
def test_what_is_not_there_is_said(visitor, path):
    """With its own status."""
    assert visitor.get(path).status_code == 404


@pytest.mark.parametrize("cursor", ["-1", "x", "9999999"])
def test_pages_that_cannot_be(visitor, cursor):
    """Are refused in one line."""
    assert visitor.get(f"{HOME}/search", params={"q": "the", "cursor": cursor}).status_code == 422


def test_ten_thousand_letters_are_answered(visitor):
    """With what was not looked for."""
    page = visitor.get(f"{HOME}/search", params={"q": "trust " * 1_700})
    assert page.status_code == 200
    assert "only its first 12 words" in page.text


@pytest.fixture
def member(sample_workspace, monkeypatch):
    """A browser of somebody from the team Nepal."""
    (programme,) = sample_workspace.programmes.every()
    place = {sample_workspace.findings(programme.slug).at.id: Membership(Role.MEMBER, "Nepal")}
    monkeypatch.setattr("service.web.sign_in.find_reader.OWN_MACHINE", Reader(1, "Sita", memberships=place))
    with TestClient(create_app(sample_workspace.settings, sample_workspace), base_url="http://localhost") as client:
        yield client


def test_a_member_finds_what_the_own_team_wrote(member, sample_workspace):
    """No word of others, no turn, nothing of readings, and no way to pages that are not theirs."""
    hits = member.get(f"/api/v1{HOME}/search", params={"q": "trust"}).json()["hits"]
    assert {hit["place"]["team"] for hit in hits} == {"Nepal"}
    assert {hit["place"]["reading"] for hit in hits} == {""}
    page = member.get(f"{HOME}/search", params={"q": "trust"}).text
    assert f"{HOME}/elements/" not in page.split("<main")[1]
    found = sample_workspace.findings("both-banks")
    other = next(hit for hit in sample_workspace.search.find(found, "trust").hits if hit.place.team != "Nepal")
    assert member.get(f"{HOME}/notes/{other.id}").status_code == 404
    own = member.get(f"/api/v1{HOME}/notes/{hits[0]['id']}").json()
    assert own["readings"] == {}
    assert {each["place"]["team"] for each in (*own["before"], *own["after"])} <= {"Nepal"}
