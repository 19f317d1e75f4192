"""From a session to talking about how inclusive it was, who held power in it, and first names only."""

from pathlib import Path

import pytest

pytestmark = pytest.mark.browser

HOME = "/programmes/both-banks"
CHECKS = (Path(__file__).parent.parent / "checks.js").read_text(encoding="utf-8")
NOTED = ("দুজনকে কেউ কিছু জিজ্ঞেস করেননি", "चियापछि मात्र सबै बोल्न थाले")


def passes(page):
    """No sideways scrolling, names, contrast, targets."""
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert page.evaluate(CHECKS) == []


def test_a_facilitator_talks_about_a_session(open_page, sample):
    """Observers' notes, a line for next time, who held power, first names only; wide, then on a phone in Nepali."""
    desk = open_page(1280)
    desk.goto(f"{sample}{HOME}/sessions?lang=en")
    desk.locator(".sessions a").last.click()
    session = desk.url
    desk.locator("section:has(#observers) button").click()
    desk.locator("main .links a").first.click()
    for text in NOTED:
        desk.locator("#text").fill(text)
        desk.locator("#observer").fill("Anika")
        desk.locator("input[name=points]").first.check()
        desk.locator("form:has(#text) button").click()
    desk.locator("#line").fill("The chair speaks last")
    desk.locator("form:has(#line) button").click()
    passes(desk)
    said = desk.locator("main").inner_text()
    assert "To judge by the record and the notes of observers, somebody was left out." in said
    assert all(text in said for text in (*NOTED, "The chair speaks last"))
    here = desk.url
    desk.goto(session)
    desk.locator("details:has(form[action$='/power']) > summary").first.click()
    passes(desk)
    desk.locator("input[name=there-funder]").first.check()
    desk.locator("form[action$='/power'] button").first.click()
    assert "Noted as there: a funder." in desk.locator("main").inner_text()
    desk.locator("section:has(#power) .links a").click()
    assert "too few to say" in desk.locator(".lead").inner_text()
    passes(desk)
    phone = open_page(390)
    for path in (here, f"{sample}{HOME}/power"):
        phone.goto(f"{path}?lang=ne")
        passes(phone)
    whole = "Dipendra Chaudhary"
    desk.goto(session)
    desk.locator("details:has(form[action$='/first-names']) > summary").click()
    desk.locator("form[action$='/first-names'] button").click()
    assert desk.locator(".people .who").count() > 0
    assert whole.split()[1] not in desk.locator(".people").first.inner_text()
