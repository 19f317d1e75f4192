"""The facilitator says once who is behind a label."""

from pathlib import Path

import pytest

pytestmark = pytest.mark.browser

CHECKS = (Path(__file__).parent / "checks.js").read_text(encoding="utf-8")
ROSTER = "name,gender\nSaurabh Shrestha,man\nরিনা দাস,woman\nHari Lama,man\nAsha Rai,woman\n"
RECORD = """WEBVTT

00:00:00.000 --> 00:00:30.000
<v Saurabh's Galaxy S9>Good morning.</v>

00:00:30.000 --> 00:00:40.000
<v SPEAKER_01>शुभ प्रभात।</v>

00:00:40.000 --> 00:00:55.000
<v Asha Rai>Shall we begin?</v>
"""


@pytest.fixture(params=[True, False], ids=["script", "no-script"])
def session(request, address, open_page):
    """A page with a session whose labels nobody knows."""
    page = open_page(java_script_enabled=request.param, locale="en-GB")
    page.goto(f"{address}/?lang=en")
    page.get_by_label("Name of the programme").fill(f"Names {request.param}")
    page.get_by_role("button", name="Begin").click()
    files = [("roster.csv", ROSTER), ("may.vtt", RECORD), ("june.vtt", RECORD.replace("begin?", "go on?"))]
    page.locator("#files").set_input_files(
        [{"name": name, "mimeType": "text/plain", "buffer": text.encode()} for name, text in files]
    )
    page.get_by_role("button", name="Look at them").click()
    page.get_by_role("button", name="Keep 3 files").click()
    page.goto(f"{page.url}/sessions/may")
    return page


def shown(page):
    return page.locator(".person .who").all_inner_texts()


def test_from_a_question_to_a_person_in_every_session(session):
    """Yes; the bars are drawn again; the next session knows it; undo takes it back."""
    assert "Saurabh's Galaxy S9" in shown(session)
    session.get_by_role("button", name="Yes, Saurabh Shrestha").click()
    assert "Saurabh's Galaxy S9" not in shown(session)
    assert "Saurabh's Galaxy S9 is Saurabh Shrestha · in every session" in session.locator(".told").inner_text()
    session.goto(session.url.partition("#")[0].replace("/may", "/june"))
    assert "Saurabh's Galaxy S9" not in shown(session)
    session.get_by_role("button", name="Undo: Saurabh's Galaxy S9").click()
    assert "Saurabh's Galaxy S9" in shown(session)


@pytest.mark.parametrize("session", [True], indirect=True)
def test_a_voice_gets_a_name_in_its_session(session):
    """Another person, typed in, in her own script: the roster has her; the other session keeps its voice."""
    asked = session.locator(".whose", has_text="SPEAKER_01")
    asked.get_by_label("Name").fill("হরি লামা")
    asked.get_by_role("button", name="Save").click()
    assert "SPEAKER_01" not in shown(session)
    assert shown(session).count("Hari Lama") == 1
    session.goto(session.url.partition("#")[0].replace("/may", "/june"))
    assert "SPEAKER_01" in shown(session)


@pytest.mark.parametrize("session", [False], indirect=True)
@pytest.mark.parametrize(("code", "width"), [("en", 320), ("bn", 390), ("ne", 1280)])
def test_the_questions_fit_and_pass_the_checks(session, code, width):
    """On a phone and on a desk; a page without names asks nothing."""
    session.set_viewport_size({"width": width, "height": 900})
    session.goto(f"{session.url}?lang={code}")
    assert session.locator(".whose").count() == 2
    assert session.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert session.evaluate(CHECKS) == []
    session.goto(f"{session.url}&names=0")
    assert session.locator(".whose").count() == 0


@pytest.mark.parametrize("session", [False], indirect=True)
def test_the_roster_of_a_session_can_be_changed(session):
    """On the page of the session, without uploading anything again."""
    session.get_by_text("Measured against roster.csv").click()
    session.get_by_label("The roster of this session").select_option("roster.csv")
    session.locator("details", has_text="Measured against").get_by_role("button", name="Save").click()
    assert session.locator(".person").count() > 0
