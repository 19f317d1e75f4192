"""A World Café from the page of reviews to the notes: on a desk, on paper, on the screen and on a phone in Bangla."""

import re
from pathlib import Path

import pytest

pytestmark = pytest.mark.browser

HOME = "/programmes/both-banks"
CHECKS = (Path(__file__).parent.parent / "checks.js").read_text(encoding="utf-8")


def passes(page):
    """No sideways scrolling, names, contrast, targets."""
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert page.evaluate(CHECKS) == []


def test_a_cafe_from_planning_to_notes(open_page, sample, browser):
    """The facilitator seats people and ends a round; a table writes, without scripts; its notes join the rest."""
    desk = open_page(1280)
    desk.goto(f"{sample}{HOME}/reviews?lang=en")
    desk.get_by_role("link", name="World Café").click()
    passes(desk)
    desk.locator("#others").fill("রিনা আক্তার, Dui Teer Foundation")
    desk.locator("#questions").fill("What do we never say?\nকোন কথাটা আমরা কখনো বলি না?")
    desk.get_by_role("button", name="Seat them").click()
    desk.wait_for_url(re.compile(r"/cafes/[a-z0-9]+$"))
    assert "Everybody meets" in desk.locator(".lead").inner_text()
    passes(desk)
    plan, code = desk.url, desk.url.rsplit("/", 1)[1]
    desk.locator("#other").select_option(index=8)
    desk.get_by_role("button", name="What would it cost?").click()
    passes(desk)
    desk.goto(plan)
    desk.get_by_role("button", name="This round is over").click()
    desk.goto(f"{plan}/screen/2")
    desk.get_by_role("button", name="Start the time").click()
    assert re.fullmatch(r"(20:00|19:\d\d)", desk.locator(".clock").inner_text())
    passes(desk)
    desk.goto(f"{plan}/print")
    passes(desk)
    context = browser.new_context(
        viewport={"width": 360, "height": 640}, java_script_enabled=False, locale="bn-BD", has_touch=True
    )
    phone = context.new_page()
    phone.goto(f"{sample}/t/{code}")
    passes(phone)
    phone.get_by_role("link", name="টেবিল ২").tap()
    assert "কোন কথাটা আমরা কখনো বলি না?" in phone.locator("main").inner_text()
    passes(phone)
    phone.locator("#text").fill("আমরা দেরিতে খবর পাই\nকেউ প্রশ্ন করে না")
    phone.locator("form button").tap()
    phone.locator("[role=status]").wait_for()
    passes(phone)
    context.close()
    narrow = open_page(390)
    narrow.goto(f"{plan}/notes?lang=ne")
    passes(narrow)
    narrow.locator("form[action$=gather] button").click()
    narrow.goto(f"{sample}{HOME}/search?q=প্রশ্ন&lang=bn")
    assert "কেউ প্রশ্ন করে না" in narrow.locator("main").inner_text()
