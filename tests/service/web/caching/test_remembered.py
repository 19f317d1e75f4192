"""Pages are made anew when something has changed, and only then."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from fastapi.testclient import TestClient
from hypothesis import given
from hypothesis import strategies as st

from nlp.participation.feedback import Observation
from service.access.types import Membership, Reader, Role
from service.presentation import template
from service.web.app import create_app as create
from service.web.caching.remembered import LATE_SECONDS, RememberedPages
from tests.service.web.access_people import known
from tests.service.working import create_app

SESSION = "session-2026-09-review"
PAGES = ["", "/elements/communications", "/rubrics", "/sessions", f"/sessions/{SESSION}", "/over-time", "/report"]
HOME = "/programmes/both-banks"


@pytest.fixture
def workspace(settings, open_workspace):
    """With the sample programme and its findings."""
    workspace = open_workspace(settings)
    workspace.load_sample()
    return workspace


@pytest.fixture
def client(settings, workspace):
    with TestClient(create_app(settings, workspace), base_url="http://localhost") as client:
        yield client


@pytest.fixture
def filled(monkeypatch):
    """The names of the templates that were filled."""
    names = []
    get = template.Environment.get_template
    monkeypatch.setattr(
        template.Environment, "get_template", lambda self, name, *more: names.append(name) or get(self, name, *more)
    )
    return names


@pytest.mark.parametrize("path", PAGES)
def test_a_page_is_filled_once_for_each_language(client, filled, path):
    """Asked for again, with the language in its address or without, it is the same to the byte."""
    first = client.get(f"{HOME}{path}", params={"lang": "bn"})
    bangla = len(filled)
    assert bangla
    assert client.get(f"{HOME}{path}").content == first.content
    assert len(filled) == bangla
    assert client.get(f"{HOME}{path}", params={"lang": "en"}).content != first.content
    assert client.get(f"{HOME}{path}").headers["cache-control"] == "no-store"
    assert len(filled) == 2 * bangla


def test_what_somebody_changes_is_seen_at_once(client, workspace, filled):
    """A new name of a reading; what the forms of a session receive."""
    page = f"{HOME}/elements/communications"
    client.get(page)
    reading = workspace.findings("both-banks").element("communications").readings[0]
    workspace.edits.rename("both-banks", "communications", reading.id, "দেরিতে খবর")
    assert "দেরিতে খবর" in client.get(page).text
    form = workspace.feedback.add_form("both-banks", session=SESSION)
    asked = f"{HOME}/sessions/{SESSION}"
    before = client.get(asked).text
    workspace.feedback.answer(form.code, {"token-of-a-phone-1": Observation(heard=5)})
    assert client.get(asked).text != before


def test_who_asks_and_what_is_asked_for_make_a_page_of_their_own(client, filled):
    """With names or numbers; of a review or of all."""
    pages = [f"{HOME}/report", f"{HOME}/report?names=true", HOME, f"{HOME}?review=March+2026"]
    assert len({client.get(page).content for page in pages}) == len(pages)


def test_what_was_not_found_is_not_remembered(client, filled):
    """The page of an error is made each time."""
    for _ in range(2):
        assert client.get(f"{HOME}/elements/nowhere").status_code == 404
    assert filled.count("error.html") == 2


@given(st.lists(st.tuples(st.integers(0, 5), st.integers(0, 60))))
def test_no_more_bytes_are_kept_than_may_be(asked):
    """Of whatever sizes pages are; what is given back is what was put last under its key."""
    pages, last = RememberedPages(most_bytes=100), {}
    for key, size in asked:
        last[key] = bytes([key]) * size
        pages.put(key, last[key])
        kept = [page for each in last if (page := pages.get(each)) is not None]
        assert sum(map(len, kept)) <= 100
        assert pages.get(key) == last[key]


def test_many_who_ask_at_once_get_one_page(client, filled):
    """The first makes it, the others wait for it."""
    page = f"{HOME}/elements/communications"
    with ThreadPoolExecutor(8) as readers:
        answers = list(readers.map(client.get, [page] * 8))
    assert len({answer.content for answer in answers}) == 1
    assert filled.count("readings/element.html") == 1


def test_people_with_the_same_place_share_pages_and_not_names(settings, workspace, filled):
    """Two facilitators: the page is filled once, and each sees their own name on it, whatever it holds."""
    programme = workspace.programmes.id_of("both-banks")
    names = {"first": r"তানিয়া <b>\1</b>", "second": "सरिता"}
    place = {programme: Membership(Role.FACILITATOR)}
    known(workspace, {token: Reader(number + 1, names[token], memberships=place) for number, token in enumerate(names)})
    everybody = TestClient(create(settings, workspace), base_url="http://localhost")
    first, second = (
        everybody.get(f"{HOME}/rubrics", headers={"authorization": f"Bearer {token}"}).text for token in names
    )
    assert filled.count("rubrics/rubrics.html") == 1
    assert r"তানিয়া &lt;b&gt;\1&lt;/b&gt;" in first
    assert "सरिता" in second
    assert "তানিয়া" not in second


def test_a_page_that_was_late_is_made_anew_once_its_finding_is_there(settings, open_workspace):
    """Whoever is told that it is there, and asks for it at once, sees it."""
    workspace = open_workspace(settings)
    slug = workspace.load_sample().slug
    workspace.jobs.do_all()
    with TestClient(create(settings, workspace.for_readers()), base_url="http://localhost") as client:
        page = f"{HOME}/rubrics"
        before = client.get(page).text
        match = workspace.findings(slug).rubrics().elements[0].matched[0]
        workspace.matches.judge(slug, match.a, match.b, same=False)
        assert 'class="renewed' in client.get(page).text
        workspace.jobs.do_all()
        after = client.get(page).text
    assert 'class="renewed' not in after
    assert after != before


def test_what_is_late_is_given_again_for_a_moment():
    """A page of the last result is not remembered for long: the new one may be there."""
    now = [10.0]
    pages = RememberedPages(clock=lambda: now[0])
    pages.put("late", b"last", LATE_SECONDS)
    pages.put("made", b"new")
    assert pages.get("late") == b"last"
    now[0] += LATE_SECONDS
    assert pages.get("late") is None
    assert pages.get("made") == b"new"
