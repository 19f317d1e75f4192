"""The pages of actions: from a reading to the next review, in three languages, with what was typed kept."""

import csv
import io

import pytest
from fastapi.testclient import TestClient

from service.actions.types import Origin, Source
from tests.service.giving_back.conftest import slug
from tests.service.working import create_app

__all__ = ("slug",)
RATED = "review,team,element,level\n{review} 2026,A,Culture,emerging\n"


@pytest.fixture
def workspace(settings, open_workspace):
    """An empty workspace."""
    return open_workspace(settings)


@pytest.fixture
def client(workspace, settings):
    """A browser that follows no redirect."""
    with TestClient(create_app(settings, workspace), base_url="http://localhost", follow_redirects=False) as own:
        yield own


@pytest.fixture
def home(slug):
    """Where the actions are."""
    return f"/programmes/{slug}/actions"


def reading(workspace, slug):
    return workspace.findings(slug).element("culture").readings[0].id


def test_an_action_is_made_where_it_was_said(client, workspace, slug, home):
    """The page of the element leads to a form that shows the words; what is kept stands in the list."""
    own = reading(workspace, slug)
    element = client.get(f"/programmes/{slug}/elements/culture").text
    assert f"actions/new?origin=reading&amp;id={own}&amp;element=culture" in element
    source = {"origin": "reading", "id": own, "element": "culture"}
    assert "4 of 12 notes" in client.get(f"{home}/new", params=source).text
    made = client.post(home, data={**source, "what": "প্রতি সোমবার ফোন", "who": "A", "until": "2026-12-01"})
    assert made.status_code == 303
    page = client.get(made.headers["location"]).text
    assert "প্রতি সোমবার ফোন" in page
    client.post(made.headers["location"], data={"status": "doing"})
    assert "being done" in client.get(home).text
    assert "1 action is under way." in client.get(f"/programmes/{slug}").text


def test_what_was_typed_stays_when_something_is_wrong(client, home):
    """With the one line that says what."""
    answer = client.post(home, data={"what": " ", "who": "Asha and Rahim"})
    assert answer.status_code == 422
    assert "Asha and Rahim" in answer.text
    assert 'role="alert"' in answer.text


def test_the_next_review_is_shown_what_it_was_not_told_yet(client, workspace, slug, home):
    """First; a verdict with its line then stands on the page."""
    workspace.files.add(slug, [("m.csv", RATED.format(review="March").encode())])
    source = Source(Origin.READING, reading(workspace, slug), "culture")
    made = workspace.actions.make(slug, "Call", source=source)
    workspace.files.add(slug, [("s.csv", RATED.format(review="September").encode())])
    page = client.get(f"{home}/said-and-done").text
    assert "Of 1 action nobody has said yet" in page
    said = {"became": "changed", "line": "We call.", "review": "September 2026", "back": "said-and-done"}
    back = client.post(f"{home}/{made.code}/verdict", data=said).headers["location"]
    assert back.endswith(f"said-and-done#a-{made.code}")
    page = client.get(f"{home}/said-and-done").text
    assert "We call." in page
    assert "Of every action it is said what became of it." in page
    client.post(f"{home}/{made.code}/verdict", data={"became": "", "review": "September 2026"})
    assert workspace.actions.get(slug, made.code).verdicts == ()


def test_what_nobody_answered_is_answered_or_left_with_a_reason(client, workspace, slug, home):
    """And can be taken up again."""
    page = client.get(f"{home}/unanswered").text
    assert "3 readings" in page
    source = {"origin": "reading", "id": reading(workspace, slug), "element": "culture"}
    assert client.post(f"{home}/left", data={**source, "reason": " "}).status_code == 422
    client.post(f"{home}/left", data={**source, "reason": "किनभने यो हाम्रो होइन"})
    page = client.get(f"{home}/unanswered").text
    assert "2 readings" in page
    assert "किनभने यो हाम्रो होइन" in page
    (left,) = workspace.actions.left(slug)
    client.post(f"{home}/left/{left.code}/remove")
    assert workspace.actions.left(slug) == ()


def test_a_calendar_fetches_without_an_account(client, workspace, slug, home):
    """By the address alone, which shows on the page until it is closed."""
    workspace.actions.make(slug, "Call", until="2026-12-01")
    client.post(f"{home}/calendar", data={})
    secret = workspace.actions.calendar(slug).secret
    assert f"/a/{secret}" in client.get(home).text
    answer = client.get(f"/a/{secret}")
    assert answer.headers["content-type"] == "text/calendar; charset=utf-8"
    assert b"BEGIN:VEVENT" in answer.content
    client.post(f"{home}/calendar/close")
    assert client.get(f"/a/{secret}").status_code == 404


def test_the_table_opens_in_a_spreadsheet(client, workspace, slug, home):
    """What looks like a formula does not run."""
    workspace.actions.make(slug, '=HYPERLINK("x")', "A", "2026-12-01")
    answer = client.get(f"{home}.csv")
    (row,) = csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig")))
    assert (row["what"], row["by_when"], row["status"]) == ('\'=HYPERLINK("x")', "2026-12-01", "open")


def test_an_action_is_removed_only_when_that_was_asked_for(client, workspace, slug, home):
    """With what was said of it."""
    made = workspace.actions.make(slug, "Call")
    client.post(f"{home}/{made.code}/remove")
    assert workspace.actions.every(slug) == ()
    assert client.get(f"{home}/{made.code}").status_code == 404


def test_reports_say_what_was_agreed(client, workspace, slug):
    """To facilitators and participants; a person who does it is named to nobody by a report that names nobody."""
    workspace.actions.make(slug, "Call every Monday", "Zubaydah", "2026-12-01")
    workspace.actions.make(slug, "Write minutes", "B")
    for reader in ("facilitator", "participants"):
        page = client.get(f"/programmes/{slug}/report/{reader}/html").text
        assert "Call every Monday" in page
        assert "Zubaydah" not in page
    assert "Call every Monday" not in client.get(f"/programmes/{slug}/report/funder/html").text


@pytest.mark.parametrize("language", ["en", "bn", "ne"])
def test_every_page_is_there_in_every_language(client, workspace, slug, home, language):
    """Also while there is nothing."""
    made = workspace.actions.make(slug, "Call", source=Source(Origin.READING, reading(workspace, slug), "culture"))
    for path in ("", "/new", "/said-and-done", "/unanswered", f"/{made.code}"):
        assert client.get(f"{home}{path}", params={"lang": language}).status_code == 200
    workspace.actions.remove(slug, made.code)
    for path in ("", "/said-and-done", "/unanswered"):
        assert client.get(f"{home}{path}", params={"lang": language}).status_code == 200
