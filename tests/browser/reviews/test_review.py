"""A review from planning to its day: a plan, ratings in dots, the timer that keeps time without a network."""

from datetime import date, timedelta
from pathlib import Path

import pytest

pytestmark = pytest.mark.browser

HOME = "/programmes/both-banks"
CHECKS = (Path(__file__).parent.parent / "checks.js").read_text(encoding="utf-8")


def passes(page):
    """No sideways scrolling, names, contrast, targets."""
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert page.evaluate(CHECKS) == []


def test_a_review_from_planning_to_its_day(open_page, sample):
    """Plan it, let phones rate, enter a team's level, see dots and reasons, begin the timer, lose the network."""
    page = open_page(390)
    page.goto(f"{sample}{HOME}?lang=en")
    page.get_by_role("link", name="Reviews", exact=True).click()
    passes(page)
    page.get_by_label("What is it called?").fill("Spring")
    page.get_by_label("On which day?").fill((date.today() + timedelta(days=1)).isoformat())
    page.get_by_role("button", name="Plan it").click()
    passes(page)
    page.get_by_role("link", name="Enter ratings").click()
    passes(page)
    element = page.locator("fieldset.element").first
    element.locator(".choice label").nth(1).click()
    element.locator("textarea").fill("We are new to each other")
    page.get_by_role("button", name="Save").click()
    page.get_by_role("link", name="See all ratings").click()
    assert page.locator(".pips i").count() == 1
    page.locator("summary", has_text="1 reason").click()
    assert page.get_by_text("We are new to each other").is_visible()
    passes(page)
    page.goto(f"{sample}{HOME}?lang=en")
    assert page.get_by_role("link", name="Next review: Spring").is_visible()


def test_the_timer_keeps_time_without_a_network(open_page, sample):
    """By keyboard; after a reload it goes on where it was; at the end it keeps how long each part took."""
    page = open_page(1280)
    page.clock.install()
    page.goto(f"{sample}{HOME}/reviews/september-2026/room?lang=en")
    page.clock.pause_at(page.evaluate("Date.now() / 1000") + 1)  # only this test lets time pass, however slow it runs
    passes(page)
    left, part = page.locator("#left"), page.locator("#part")
    assert left.inner_text() == "15:00"
    page.keyboard.press("Space")
    page.context.set_offline(True)
    page.clock.run_for(61_500)
    assert left.inner_text() == "13:59"
    page.keyboard.press("Space")
    page.clock.run_for(60_000)
    assert left.inner_text() == "13:59"
    page.keyboard.press("Space")
    page.clock.run_for(15 * 60_000)
    assert page.get_by_text("over its time").is_visible()
    page.keyboard.press("ArrowRight")
    assert part.inner_text() == "What did we set out to do, and what happened?"
    page.clock.run_for(5_000)
    page.context.set_offline(False)
    page.reload()
    page.clock.run_for(1_000)
    assert left.inner_text() in {"29:54", "29:53"}
    for _ in range(6):
        page.keyboard.press("ArrowRight")
    page.get_by_role("button", name="Keep how long each part took").click()
    assert page.url.endswith("/reviews/september-2026")
