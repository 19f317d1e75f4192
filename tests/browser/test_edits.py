"""A facilitator puts right what the model found: on a phone, without JavaScript, in three scripts."""

from pathlib import Path

import pytest

pytestmark = pytest.mark.browser

HOME = "/programmes/both-banks"
EDIT = f"{HOME}/elements/communications/edit"
CHECKS = (Path(__file__).parent / "checks.js").read_text(encoding="utf-8")


def opened(page, place):
    """The first, second ... reading of the page, opened."""
    found = page.locator("#readings ~ .place-edit").nth(place)
    found.locator("summary").first.click()
    return found


def labels(page):
    return page.locator("#readings ~ .place-edit summary .label > span:first-child").all_inner_texts()


@pytest.mark.parametrize("javascript", [False, True])
def test_rename_put_together_undo(sample, open_page, javascript):
    """From the page of the element, there and back: a name in Bangla, two readings as one, and both undone."""
    page = open_page(width=390, java_script_enabled=javascript)
    page.goto(f"{sample}{HOME}/elements/communications?lang=en")
    page.get_by_role("link", name="Change it").click()
    before = labels(page)
    first = opened(page, 0)
    first.get_by_label("Call it").fill("খবর দেরিতে আসে")
    first.get_by_role("button", name="Keep this name").click()
    assert labels(page)[0] == "খবর দেরিতে আসে"
    second = opened(page, 1)
    second.get_by_label("It says the same as").select_option(label="খবর দেরিতে আসে")
    second.get_by_role("button", name="Put them together").click()
    assert len(labels(page)) == len(before) - 1
    assert labels(page)[0] == "খবর দেরিতে আসে"
    page.get_by_role("link", name="Communications").click()
    assert page.locator(".strip h4").filter(has_text="খবর দেরিতে আসে").get_by_text("named by a person").is_visible()
    page.goto(f"{sample}{HOME}/report?lang=en")
    assert page.get_by_text("Put together:").is_visible()
    page.goto(f"{sample}{EDIT}?lang=en")
    for left in (1, 0):
        page.get_by_role("button", name="Undo").first.click()
        assert page.get_by_role("button", name="Undo").count() == left
    assert labels(page) == before


def test_ticked_notes_become_a_reading_of_their_own(sample, open_page):
    """Two notes under a name in Nepali; the file of changes has it."""
    page = open_page(width=390, java_script_enabled=False)
    page.goto(f"{sample}{EDIT}?lang=en")
    first = opened(page, 0)
    for box in first.get_by_role("checkbox").all()[:2]:
        box.check()
    first.get_by_label("Name, if they are").fill("बाटो र नेटवर्क")
    first.get_by_role("button", name="Move the ticked notes").click()
    assert "बाटो र नेटवर्क" in labels(page)
    with page.expect_download() as download:
        page.get_by_role("link", name="Download the changes").click()
    file = Path(download.value.path())
    page.get_by_role("button", name="Undo").first.click()
    page.get_by_label("A file of changes").set_input_files(
        [{"name": "changes.json", "mimeType": "application/json", "buffer": file.read_bytes()}]
    )
    page.get_by_role("button", name="Take them in").click()
    assert "बाटो र नेटवर्क" in labels(page)
    page.get_by_role("button", name="Undo").first.click()


@pytest.mark.parametrize(("code", "width"), [("en", 1280), ("bn", 390), ("ne", 390)])
def test_the_page_fits_and_passes_the_checks(sample, open_page, code, width):
    """Opened and closed: no sideways scrolling, targets of 44 pixels, names, contrast."""
    page = open_page(width=width)
    page.goto(f"{sample}{EDIT}?lang={code}")
    opened(page, 0)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert page.evaluate(CHECKS) == []
    ticks = page.locator(".tick fieldset label").all()
    assert ticks
    assert all(tick.bounding_box()["height"] >= 43.5 for tick in ticks if tick.is_visible())
