"""A team begins a rubric, writes beside another team, lets the room write a cell on phones, and keeps a version."""

from pathlib import Path

import pytest

pytestmark = pytest.mark.browser

HOME = "/programmes/both-banks/rubrics"
CHECKS = (Path(__file__).parent.parent / "checks.js").read_text(encoding="utf-8")
TEXTS = {"bn-BD": "খবর দেরিতে আসে", "ne-NP": "खबर ढिलो आउँछ", "en-GB": "News comes late <here>"}


def passes(page):
    """No sideways scrolling, names, contrast, targets."""
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert page.evaluate(CHECKS) == []


def test_a_team_writes_its_rubric_and_the_room_helps(open_page, sample, browser):
    """Two desks and three cheap phones; nothing is lost, and the comparison has the new version."""
    desk, other = open_page(1280), open_page(390)
    desk.goto(f"{sample}{HOME}?lang=en")
    desk.get_by_role("link", name="Write rubrics").click()
    passes(desk)
    desk.locator("#team").fill("Nepal")
    desk.get_by_label("What Nepal has now").check()
    desk.get_by_role("button", name="Begin").click()
    passes(desk)
    for page in (desk, other):
        page.goto(f"{sample}{HOME}/write/nepal/communications?lang=en")
    passes(other)
    emerging = "section:has(input[name=level][value=emerging])"
    desk.locator(f"{emerging} textarea[name=text]").fill("First words")
    desk.locator(f"{emerging} button:has-text('Save')").click()
    other.locator(f"{emerging} textarea[name=text]").fill("Second words")
    other.locator(f"{emerging} button:has-text('Save')").click()
    assert "wrote in this cell" in other.locator("[role=alert]").inner_text()
    assert other.locator(f"{emerging} textarea[name=text]").input_value() == "Second words"
    other.errors.clear()  # the browser itself writes that the answer was 409
    other.locator(f"{emerging} textarea[name=text]").fill("First words\nSecond words")
    other.locator(f"{emerging} button:has-text('Save')").click()
    desk.reload()
    desk.locator(f"{emerging} button:has-text('phones')").click()
    passes(desk)
    room, code = desk.url, desk.url.rsplit("/", 1)[1]
    for place, text in TEXTS.items():
        context = browser.new_context(viewport={"width": 360, "height": 640}, java_script_enabled=False, locale=place)
        phone = context.new_page()
        phone.goto(f"{sample}/w/{code}")
        phone.locator("#text").fill(text)
        phone.locator("form button").click()
        assert phone.locator("[role=status]").count() == 1
        context.close()
    desk.goto(room)
    passes(desk)
    desk.get_by_label(TEXTS["ne-NP"]).check()
    desk.get_by_role("button", name="Save").click()
    written = desk.locator(f"{emerging} textarea[name=text]").input_value()
    assert written.splitlines() == ["First words", "Second words", TEXTS["ne-NP"]]
    desk.goto(f"{sample}{HOME}/write/nepal?lang=en")
    desk.locator("#why").fill("said in the room")
    desk.get_by_role("button", name="Keep as version").click()
    desk.goto(f"{sample}{HOME}?lang=en")
    compared = desk.locator("main").inner_text()
    assert "What changed in the rubric of Nepal" in compared
    assert TEXTS["ne-NP"] in compared
