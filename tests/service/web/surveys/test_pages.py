"""Surveys on pages and phones: without any script, in three languages, sent once."""

import re

import pytest
from fastapi.testclient import TestClient

from service.annotations.tokens import new_token
from service.store.surveys.outcomes import Asked
from service.surveys.types import Answer, QuestionKind, Ready, SurveyState
from tests.service.surveys.conftest import CONTENT, RUBRIC
from tests.service.working import create_app

HOME = "/programmes/p/surveys"


@pytest.fixture
def work(settings, open_workspace):
    """A workspace with a programme of two teams and a rubric."""
    workspace = open_workspace(settings)
    workspace.programmes.create("P", ["Bangladesh", "Nepal"])
    workspace.files.add("p", [("rubric.csv", RUBRIC.encode())])
    return workspace


@pytest.fixture
def client(settings, work):
    """A browser."""
    return TestClient(create_app(settings, work), base_url="http://localhost")


@pytest.fixture
def code(work):
    """An open survey."""
    made = work.surveys.make("p", CONTENT).code
    work.surveys.open("p", made)
    return made


def fields(page):
    """What a browser would send of the first form that has a title."""
    sent = dict(re.findall(r'<input type="(?:text|hidden)"[^>]* name="([^"]+)"[^>]* value="([^"]*)"', page))
    sent |= dict(re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', page))
    return sent | dict(re.findall(r'<textarea[^>]* name="([^"]+)"[^>]*>\n?([^<]*)</textarea>', page))


def test_from_a_ready_one_to_answers(client, work):
    """Made, changed with its buttons, previewed, opened, answered, closed, and told what came of it."""
    draft = client.post(HOME, data={"ready": Ready.AFTER_SESSION.value})
    (made,) = work.surveys.every("p")
    assert draft.url.path == f"{HOME}/{made.code}"
    sent = fields(draft.text) | {"do": "add", "add": "one"}
    page = client.post(f"{HOME}/{made.code}", data=sent)
    assert len(work.surveys.get("p", made.code).content.questions) == 6
    sent = fields(page.text) | {"do": "open"}
    assert client.post(f"{HOME}/{made.code}", data=sent).status_code == 422
    written = {"5.text.en": "Next time?", "5.text.ne": "अर्को पटक?", "5.options.en": "here\nthere", "do": "up.5"}
    page = client.post(f"{HOME}/{made.code}", data=fields(page.text) | written)
    asked = work.surveys.get("p", made.code).content.questions
    assert (asked[4].kind, asked[4].options, asked[4].text["ne"]) == (
        QuestionKind.ONE,
        ({"en": "here"}, {"en": "there"}),
        "अर्को पटक?",
    )
    assert "Bangla: 3 of" in page.text
    page = client.post(f"{HOME}/{made.code}", data=fields(page.text) | {"do": "remove.0"})
    preview = client.post(f"{HOME}/{made.code}", data=fields(page.text) | {"do": "preview"})
    assert "disabled" in preview.text
    page = client.post(f"{HOME}/{made.code}", data=fields(client.get(f"{HOME}/{made.code}").text) | {"do": "open"})
    assert work.surveys.get("p", made.code).state is SurveyState.OPEN
    for point in "1145":
        phone = client.get(f"/q/{made.code}?lang=ne")
        client.post(f"/q/{made.code}", data={"token": token(phone), "q2": point, "q4": "कुरा छिटो भन्नुहोस्"})
    page = client.post(f"{HOME}/{made.code}/close")
    assert "4 people answered." in page.text
    assert page.text.count("कुरा छिटो भन्नुहोस्") == 4
    assert client.get(f"{HOME}/{made.code}/answers.csv").text.count("strongly disagree") == 2
    client.post(f"{HOME}/{made.code}/files", data={"review": "May 2026"})
    assert work.surveys.get("p", made.code).content.review == "May 2026"
    client.post(f"/programmes/p/outcomes/q/{made.code}", data={"text": "हामी एघार बजे फोन गर्छौँ।"})
    assert "हामी एघार बजे फोन गर्छौँ।" in client.get(f"/q/{made.code}").text
    client.post(HOME, data={"again": made.code})
    client.post(f"{HOME}/{made.code}/remove")
    assert [each.state for each in work.surveys.every("p")] == [SurveyState.DRAFT]


def token(page):
    return re.search(r'name="token" value="([^"]*)"', page.text)[1]


@pytest.mark.parametrize("language", ["en", "bn", "ne"])
def test_a_phone_needs_no_script_and_little(client, code, language):
    """One page in the reader's language; words that are not written in it are marked with theirs."""
    page = client.get(f"/q/{code}?lang={language}")
    loaded = re.findall(r'(?:href|src)="(/static/[^"]+)"', page.text)
    assert "<script" not in page.text
    assert "set-cookie" not in page.headers
    assert len(page.content) + sum(len(client.get(each).content) for each in loaded) < 60_000
    assert CONTENT.title[language] in page.text
    assert '<span lang="en">News reaches me in time.</span>' in page.text
    assert page.text.count('type="radio" name="q1"') == 5
    assert page.text.count('type="radio" name="q4"') == 3
    assert page.text.count('name="team"') == 2


def test_what_is_pressed_twice_is_sent_once(client, work, code):
    """And nothing that was written is lost where it cannot be kept."""
    page = client.get(f"/q/{code}")
    sent = {"token": token(page), "q3": ["0", "2"], "team": "Nepal", "q5": "भेट्न\r\nआउनुहोस्"}
    assert "sent=once" in str(client.post(f"/q/{code}", data=sent).url)
    assert "counts once" in client.post(f"/q/{code}", data=sent).text
    assert work.surveys.get("p", code).received == 1
    refused = client.post(f"/q/{code}", data={"token": token(page), "q3": "0", "q5": "x" * 1_001})
    assert refused.status_code == 422
    assert "x" * 1_001 in refused.text
    assert refused.text.count(" checked") == 1
    work.surveys.close("p", code)
    assert "closed" in client.post(f"/q/{code}", data=sent | {"token": new_token()}).text
    assert client.get("/q/nowhere").status_code == 404


def test_every_form_says_why_and_what_came_of_it(client, work):
    """Those of before as well: when they are closed, whoever answered reads it at the same link."""
    form = work.feedback.add_form("p", "Day one").code
    channel = work.channels.open("p", "What?").code
    assert "leaves nobody out" in client.get(f"/f/{form}").text
    assert "hard to say aloud" in client.get(f"/c/{channel}").text
    work.feedback.set_open("p", form, is_open=False)
    for kind, code, desk in (("f", form, "forms"), ("c", channel, "channels")):
        page = client.post(f"/programmes/p/outcomes/{kind}/{code}", data={"text": "We call at eleven."})
        assert page.url.path == f"/programmes/p/{desk}/{code}"
        assert "We call at eleven." in client.get(f"/{kind}/{code}").text
    assert client.post(f"/programmes/p/outcomes/x/{form}", data={"text": "a"}).status_code == 404
    assert work.outcomes.of(Asked.FORM, form) == "We call at eleven."


def test_the_hub_leads_to_surveys(client):
    """From the reviews; and an empty programme is told what to do."""
    assert f'href="{HOME}"' in client.get("/programmes/p/reviews").text
    assert "Before a review" in client.get(HOME).text


def test_teams_that_are_too_small_are_not_shown(client, work, code):
    """The page says how many, and why."""
    for team in ["Nepal"] * 4 + ["Bangladesh"]:
        work.surveys.answer(code, {new_token(): Answer(team, {"1": ("2",)})})
    page = client.post(f"{HOME}/{code}/close").text
    assert "2 teams are not shown by themselves" in page
    assert "By team" not in page
