"""From a drop to the first finding: what was understood is put right by keyboard alone, with a script and without."""

from pathlib import Path

import pytest

pytestmark = pytest.mark.browser

CHECKS = (Path(__file__).parent / "checks.js").read_text(encoding="utf-8")
SURVEY = """Office,How do we share news?,Satisfied?
Dhaka office,খবর সময়মতো আসে না,Yes
Dhaka office,খবর দেরিতে আসে,No
Leeds office,We ring each other every week,No
Leeds office,Mails get lost between the offices,No
Leeds office,News comes too late,Yes
""".encode()
MINUTES = """# Communications
- We ring each other
- আমরা প্রতি সপ্তাহে কথা বলি

# Parking lot
- Lunch was cold
""".encode()


def made(page, address, name):
    """Make a programme; return the address of its form for files."""
    page.request.post(f"{address}/programmes", form={"name": name, "teams": "Dhaka\nLeeds"})
    return f"{address}/programmes/{name.lower()}/upload?lang=en"


def handed_in(page, *files):
    page.locator("#files").set_input_files(
        [{"name": name, "mimeType": "text/plain", "buffer": data} for name, data in files]
    )
    page.get_by_role("button", name="Look at them").press("Enter")
    page.locator("#keep").wait_for()


def chosen(page, label, first_letters):
    """Choose in a list as somebody does who has no mouse: by typing the first letters."""
    field = page.get_by_label(label, exact=False).first
    field.focus()
    page.keyboard.type(first_letters)
    return field


@pytest.mark.parametrize("javascript", [True, False])
def test_from_drop_to_finding_by_keyboard(address, open_page, javascript):
    """A survey whose columns nobody knew: three lists, a name, Keep; then the element and both teams are there."""
    name = "Script" if javascript else "Plain"
    page = open_page(width=390, java_script_enabled=javascript)
    page.goto(made(page, address, name))
    handed_in(page, ("survey.csv", SURVEY))
    chosen(page, "Office", "the team")
    chosen(page, "How do we share news?", "answers")
    field = page.get_by_label("Name of How do we share news?")
    field.focus()
    page.keyboard.press("Control+A")
    page.keyboard.type("Communications")
    page.keyboard.press("Tab")
    if not javascript:
        page.get_by_role("button", name="Read survey.csv again").press("Enter")
    page.locator("#file-0").get_by_text("Elements: Communications", exact=True).wait_for()
    assert "5 notes" in page.locator("#file-0 .understood").inner_text()
    page.get_by_role("button", name="Keep 1 file").press("Enter")
    page.wait_for_url(f"**/programmes/{name.lower()}")
    assert page.get_by_role("link", name="Communications").first.is_visible()
    assert {"Dhaka", "Leeds"} <= set(page.locator("main").inner_text().split())


def test_the_numbers_follow_each_change(address, open_page):
    """A heading is left out: the page says so at once, the focus stays, and what is open stays open."""
    page = open_page()
    page.goto(made(page, address, "Minutes"))
    handed_in(page, ("minutes.md", MINUTES), ("other.txt", b"- We meet on Mondays\n"))
    page.locator("#f0-open").press("Enter")
    field = chosen(page, "Parking lot", "leave out")
    page.keyboard.press("Tab")
    page.locator("#file-0 .understood").get_by_text("2 notes").wait_for()
    assert "2 notes" in page.locator("#said").text_content()
    assert page.evaluate("document.activeElement.closest('#file-0') !== null")
    assert field.input_value() == "skip"
    page.get_by_label("Team", exact=True).first.fill("Leeds")
    page.locator("#f0-all").check()
    other = page.locator("#f1-team")
    other.and_(page.locator("[value=Leeds]")).wait_for()
    assert other.input_value() == "Leeds"


def test_pasted_text_and_settings_of_a_kept_file(address, open_page):
    """Without a file at all; afterwards the same form opens again."""
    page = open_page(java_script_enabled=False)
    where = made(page, address, "Pasted")
    page.goto(where)
    page.get_by_text("Or paste notes or a chat").click()
    page.get_by_label("Text, one note a line").fill("- We ring each other\n- আমরা প্রতি সপ্তাহে কথা বলি\n")
    page.get_by_role("button", name="Look at them").press("Enter")
    page.get_by_label("Team", exact=True).fill("Leeds")
    page.get_by_role("button", name="Keep 1 file").press("Enter")
    page.goto(where)
    page.get_by_text("1 file is already here").click()
    page.get_by_role("button", name="Settings of Pasted text.txt").press("Enter")
    assert page.get_by_label("Team", exact=True).input_value() == "Leeds"
    page.get_by_role("button", name="Leave it as it was").press("Enter")


@pytest.mark.parametrize(("code", "width"), [("en", 1280), ("bn", 390), ("ne", 390)])
def test_the_page_fits_and_passes_the_checks(address, open_page, code, width):
    """With everything open: no sideways scrolling, targets of 44 pixels, names, contrast."""
    page = open_page(width=width)
    page.goto(made(page, address, f"Fits{code}"))
    handed_in(page, ("survey.csv", SURVEY), ("minutes.md", MINUTES), ("again.csv", SURVEY))
    page.goto(f"{page.url}?lang={code}")
    while (folded := page.locator("details.how:not([open]) > summary")).count():
        folded.first.click()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert page.evaluate(CHECKS) == []
    ticks = page.locator(".wanted label").all()
    assert ticks
    assert all(tick.bounding_box()["height"] >= 43.5 for tick in ticks)
