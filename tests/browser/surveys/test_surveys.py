"""A facilitator makes a survey from a ready one; people answer it on cheap phones; the answers are read by all."""

from pathlib import Path

import pytest

pytestmark = pytest.mark.browser

HOME = "/programmes/both-banks"
CHECKS = (Path(__file__).parent.parent / "checks.js").read_text(encoding="utf-8")
PLACES = {"en": "en-GB", "bn": "bn-BD", "ne": "ne-NP"}
THANKS = {"en": "Thank you.", "bn": "ধন্যবাদ।", "ne": "धन्यवाद।"}
TEXTS = {"en": "Start <earlier>", "bn": "সময়মতো শুরু হোক", "ne": "समयमा सुरु होस्"}


def passes(page):
    """No sideways scrolling, names, contrast, targets."""
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert page.evaluate(CHECKS) == []


def answer(browser, where, code):
    """Answer on a phone without scripts, pressing the button twice."""
    phone = browser.new_context(
        viewport={"width": 360, "height": 640}, java_script_enabled=False, locale=PLACES[code], has_touch=True
    )
    page = phone.new_page()
    page.goto(where)
    page.locator("fieldset").first.locator("label").nth(3).tap()
    page.locator("textarea").first.fill(TEXTS[code])
    page.locator("form button.button").dblclick()
    page.get_by_role("heading", name=THANKS[code], exact=True, level=1).wait_for()
    phone.close()


def test_a_survey_from_the_desk_to_what_came_of_it(open_page, sample, browser):
    """Every page fits a phone and has names, contrast and targets; what is pressed twice counts once."""
    desk = open_page(390)
    desk.goto(f"{sample}{HOME}/reviews?lang=en")
    desk.get_by_role("link", name="A small survey").click()
    passes(desk)
    desk.get_by_role("button", name="After a session").click()
    passes(desk)
    desk.get_by_role("button", name="Move question 2 up").click()
    desk.get_by_role("button", name="See it as on a phone").click()
    passes(desk)
    assert desk.locator("legend").first.inner_text().endswith("I understood what was said.")
    desk.get_by_role("link", name="Back to the survey").click()
    here = desk.url
    desk.get_by_role("button", name="Open it").click()
    passes(desk)
    code = here.rpartition("/")[2]
    for language in PLACES:
        answer(browser, f"{sample}/q/{code}?lang={language}", language)
    desk.get_by_role("button", name="Close it and show the answers").click()
    assert desk.locator(".lead").inner_text().startswith("3 people answered.")
    assert desk.locator(".quote").count() == 3
    desk.get_by_label("In a line or two").fill("We begin at ten.")
    desk.get_by_role("button", name="Show it at the link").click()
    passes(desk)
    desk.goto(f"{sample}/q/{code}?lang=bn")
    assert "We begin at ten." in desk.locator(".outcome").inner_text()
    passes(desk)
