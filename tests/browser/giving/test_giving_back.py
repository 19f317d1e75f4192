"""A participant on a phone in Bangla says whether they were heard right; a channel without names fills a round."""

from pathlib import Path

import pytest

pytestmark = pytest.mark.browser

HOME = "/programmes/both-banks"
CHECKS = (Path(__file__).parent.parent / "checks.js").read_text(encoding="utf-8")
PLACES = {"en": "en-GB", "bn": "bn-BD", "ne": "ne-NP"}
THANKS = {"en": "Thank you.", "bn": "ধন্যবাদ।", "ne": "धन्यवाद।"}
TEXTS = {"en": "Send the agenda <early>", "bn": "সময়মতো শুরু হোক", "ne": "समयमा सुरु होस्"}


@pytest.fixture
def phone(browser):
    """Make cheap phones: small, without scripts, each with a language and cookies of its own."""
    made = []

    def one(code):
        made.append(
            browser.new_context(
                viewport={"width": 360, "height": 640}, java_script_enabled=False, locale=PLACES[code], has_touch=True
            )
        )
        return made[-1].new_page()

    yield one
    for each in made:
        each.close()


def passes(page):
    """No sideways scrolling, names, contrast, targets."""
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert page.evaluate(CHECKS) == []


def answer(page, where, verdict, line=""):
    """Answer every reading, part by part; how many parts there were."""
    page.goto(where)
    parts = 0
    while page.locator(".choice").count():
        for label in page.locator(f".choice label:has(input[value={verdict}])").all():
            label.tap()
        if line and not parts:
            page.locator("textarea").first.fill(line)
        with page.expect_navigation():
            page.locator("form button.button").tap()
        parts += 1
    return parts


def test_a_participant_answers_in_bangla_and_the_facilitator_sees_it_from_three_on(open_page, sample, phone):
    """From opening the link to the answers beside the reading; two of them show nothing."""
    desk = open_page(1280)
    desk.goto(f"{sample}{HOME}/giving-back?lang=en")
    passes(desk)
    for box in desk.locator("input[name=elements]:not([value=communications])").all():
        box.uncheck()
    desk.locator("form:has([name=elements]) button").click()
    desk.wait_for_url("**/giving-back/*")
    code = desk.url.rsplit("/", 1)[1]
    where = f"{sample}/g/{code}"
    line = "ঠিক শুনেছেন, তবে রেডিওর কথা বাদ গেছে"
    for number, said in enumerate(("bn", "ne", "en")):
        one = phone(said)
        assert answer(one, where, "yes", line if said == "bn" else "") == 1
        assert one.locator("h1").inner_text() == THANKS[said]
        desk.goto(f"{sample}{HOME}/elements/communications?lang=en")
        assert (line in desk.content()) is (number == 2)
    passes(desk)
    assert "All 3 who answered say: you heard us right." in desk.content()


def test_a_message_is_seen_when_three_people_have_written(open_page, sample, phone):
    """By everybody at once, with what the facilitator replies."""
    desk = open_page(390)
    desk.goto(f"{sample}{HOME}/giving-back?lang=en")
    desk.locator("#title").fill("What should change?")
    desk.locator("form:has(#title) button").click()
    desk.wait_for_url("**/channels/*")
    home, code = desk.url, desk.url.rsplit("/", 1)[1]
    for number, (said, text) in enumerate(TEXTS.items()):
        one = phone(said)
        one.goto(f"{sample}/c/{code}")
        one.locator("#text").fill(text)
        one.locator("form button").tap()
        one.locator("[role=status]").wait_for()
        desk.goto(home)
        assert desk.locator(".said-here").count() == (3 if number == 2 else 0)
    passes(desk)
    desk.locator(".round > details summary").click()
    desk.locator(".round > details textarea").fill("We begin on time from now on.")
    desk.locator(".round > details button").click()
    desk.locator(".round > .reply").wait_for()
    late = phone("ne")
    late.goto(f"{sample}/c/{code}")
    shown = late.locator("main").inner_text()
    assert not [text for text in (*TEXTS.values(), "We begin on time from now on.") if text not in shown]


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("code", ["en", "bn", "ne"])
def test_every_page_can_be_read_and_used(open_page, sample, width, code):
    """On phones and wide screens, in every language: targets, names, contrast, nothing beside the screen."""
    page = open_page(width)
    api = f"{sample}/api/v1{HOME}"
    (ask,) = page.request.post(f"{api}/giving-back", data={"teams": ["Nepal"]}).json()
    channel = page.request.post(f"{api}/channels", data={"title": "What should change?"}).json()
    for path in (
        f"/g/{ask['code']}",
        f"/g/{ask['code']}?done=1",
        f"/c/{channel['code']}",
        f"{HOME}/giving-back",
        f"{HOME}/giving-back/{ask['code']}",
        f"{HOME}/giving-back/{ask['code']}/print",
        f"{HOME}/giving-back/{ask['code']}/sheets",
        f"{HOME}/channels/{channel['code']}",
    ):
        page.goto(f"{sample}{path}{'&' if '?' in path else '?'}lang={code}")
        passes(page)
    page.request.delete(f"{api}/giving-back/{ask['code']}")
    page.request.delete(f"{api}/channels/{channel['code']}")
