"""Questions for the room can be chosen, reworded, discarded and taken back, without a script."""

import re

import pytest
from fastapi.testclient import TestClient

from service.web.app import create_app

HOME = "/programmes/p"
API = "/api/v1/programmes/p/questions"
PLACES = ("", "/elements/trust", "/rubrics", "/sessions/talk")
NOTES = "text,team,element\n" + "\n".join(
    f"{text},{team},Trust"
    for team, texts in (
        ("North", ("We ring before we write", "A call settles it", "We ring each other", "Calls are quick")),
        ("South", ("বিদ্যুৎ চলে গেলে কাজ বন্ধ", "বিদ্যুৎ নেই তাই ফোন বন্ধ", "We ring before we write", "A call settles it")),
    )
    for text in texts
)
RUBRIC = """element,level,descriptor,team
Trust,good,Problems are discussed openly,North
Trust,bad,Nobody says what is wrong,North
Trust,good,We never talk,South
Trust,bad,Problems are discussed openly,South
"""
TALK = "WEBVTT\n\n" + "\n\n".join(
    f"00:0{at}:00.000 --> 00:0{at}:{length}.000\n<v {name}>We talk about the plan"
    for at, (name, length) in enumerate((("Ann", 50), ("Bo", 10), ("Cy", 10), ("Di", 10)))
)


@pytest.fixture
def workspace(settings, open_workspace):
    """A programme with notes and a record."""
    made = open_workspace(settings)
    made.programmes.create("P")
    files = {"notes.csv": NOTES, "rubric.csv": RUBRIC, "talk.vtt": TALK}
    made.files.add("p", [(name, text.encode()) for name, text in files.items()])
    return made


@pytest.fixture
def client(settings, workspace):
    """Its pages."""
    with TestClient(create_app(settings, workspace), base_url="http://localhost") as client:
        yield client


def first(client, path):
    """The key, the place and the words of the first question of a page."""
    page = client.get(HOME + path).text
    key, place = re.search(
        r'name="key" value="([0-9a-f]{16})"><input type="hidden" name="place" value="([^"]*)"', page
    ).groups()
    return {"key": key, "place": place, "text": re.search(r"<textarea[^>]*>([^<]+)<", page)[1]}


def do(client, what, **said):
    answered = client.post(f"{HOME}/questions{what}", data=said)
    assert answered.status_code == 200
    return answered


@pytest.mark.parametrize("path", PLACES)
def test_a_discarded_question_is_not_asked_again_until_it_is_taken_back(client, workspace, path):
    """On its page, whatever the reader's language; the page comes back where one was."""
    asked = first(client, path)
    answered = do(client, "", state="discarded", **asked)
    assert answered.url.path == HOME + path
    for code in ("en", "bn", "ne"):
        assert f'name="key" value="{asked["key"]}"' not in client.get(f"{HOME}{path}?lang={code}").text
    client.get(f"{HOME}?lang=en")
    assert asked["text"] not in client.get(f"{HOME}/report").text
    (choice,) = workspace.findings("p").at.questions
    do(client, "/undo", choice=choice.id, place=asked["place"])
    assert first(client, path) == asked


@pytest.mark.parametrize("path", PLACES)
def test_a_chosen_question_goes_into_the_report_in_the_words_that_it_was_given(client, path):
    """It stands first there, and on the programme's page; questions that nobody chose stand back."""
    asked = first(client, path)
    do(client, "", **{**asked, "state": "chosen", "text": "What would make  this easier?"})
    assert "What would make this easier?" in client.get(HOME + path).text
    assert "What would make this easier?" in client.get(HOME).text
    report = client.get(f"{HOME}/report").text
    assert re.search(r'id="q-first".{0,200}What would make this easier\?', report, re.DOTALL)


def test_what_was_done_last_counts_and_undo_goes_back_step_by_step(client, workspace):
    """Chosen, then discarded, then taken back: chosen."""
    asked = first(client, "/elements/trust")
    do(client, "", state="chosen", **asked)
    do(client, "", state="discarded", **asked)
    assert "Chosen for the report" not in client.get(f"{HOME}/elements/trust").text
    do(client, "/undo", choice=workspace.findings("p").at.questions[-1].id)
    assert "Chosen for the report" in client.get(f"{HOME}/elements/trust").text


def test_a_question_comes_back_when_its_finding_changes(client, workspace):
    """Who was not heard in one session is not who was not heard in another."""
    asked = first(client, "/sessions/talk")
    do(client, "", state="discarded", **asked)
    workspace.files.add("p", [("other.vtt", TALK.encode() + b"\n")])
    assert first(client, "/sessions/other")["text"] == asked["text"]


def test_over_the_api(client):
    """The same, with the undo by id; keys and words are checked."""
    asked = first(client, "/elements/trust")
    (made,) = client.post(API, json={**asked, "state": "chosen"}).json()
    assert (made["key"], made["state"], made["text"]) == (asked["key"], "chosen", asked["text"].replace("&#39;", "'"))
    assert client.get(API).json() == [made]
    assert client.delete(f"{API}/{made['id']}").status_code == 204
    assert client.delete(f"{API}/{made['id']}").status_code == 404
    assert client.post(API, json={**asked, "key": "x", "state": "chosen"}).status_code == 422
    assert client.post(API, json={**asked, "text": "   ", "state": "chosen"}).status_code == 422


def test_words_are_words(client):
    """Markup in a reworded question stays text, and another place than a page of questions leads to the programme."""
    asked = {**first(client, "/elements/trust"), "text": "<script>x</script> কী?", "place": "//evil.example"}
    answered = do(client, "", state="chosen", **asked)
    assert answered.url.path == HOME
    assert "<script>x" not in answered.text
    assert "&lt;script&gt;x&lt;/script&gt; কী?" in answered.text


def test_what_was_not_reworded_is_said_in_the_readers_language(client):
    """On its page and in the report; what was reworded stays as it was written."""
    asked = first(client, "/sessions/talk")
    do(client, "", state="chosen", **asked, asked=asked["text"])
    for page in ("/sessions/talk", "/report"):
        said = client.get(f"{HOME}{page}?lang=ne").text
        assert asked["text"] not in said
        assert "अर्को सत्र" in said
    client.get(f"{HOME}?lang=en")
    do(client, "", state="chosen", **{**asked, "text": "Who begins?"}, asked=asked["text"])
    assert "Who begins?" in client.get(f"{HOME}/report?lang=ne").text
