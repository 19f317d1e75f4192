"""The facilitator ticks who was there, on a phone, without a mouse."""

from pathlib import Path

import pytest

pytestmark = pytest.mark.browser

CHECKS = (Path(__file__).parent / "checks.js").read_text(encoding="utf-8")
ROSTER = "name,gender\nAsha Rai,woman\nरीता थापा,woman\nরিনা দাস,woman\nHari Lama,man\n"
RECORD = """WEBVTT

00:00:00.000 --> 00:00:30.000
<v Hari Lama>शुभ प्रभात।</v>

00:00:30.000 --> 00:00:40.000
<v Asha Rai>Shall we begin?</v>
"""


@pytest.fixture(params=[True, False], ids=["script", "no-script"])
def session(request, address, open_page):
    """A page in Bangla on a phone, with a session of four people of whom two spoke."""
    page = open_page(width=390, java_script_enabled=request.param, locale="bn-BD")
    page.goto(f"{address}/?lang=en")
    page.get_by_label("Name of the programme").fill(f"There {request.param}")
    page.get_by_role("button", name="Begin").click()
    page.locator("#files").set_input_files(
        [
            {"name": name, "mimeType": "text/plain", "buffer": text.encode()}
            for name, text in (("roster.csv", ROSTER), ("may.vtt", RECORD))
        ]
    )
    page.get_by_role("button", name="Look at them").click()
    page.get_by_role("button", name="Keep 2 files").click()
    page.goto(f"{page.url}/sessions/may?lang=bn")
    return page


def focused(page):
    return page.evaluate("[document.activeElement.name ?? '', document.activeElement.value ?? '']")


def tab_to(page, name, value=None, key="Tab"):
    for _ in range(200):
        page.keyboard.press(key)
        if focused(page)[0] == name and value in (None, focused(page)[1]):
            return
    raise AssertionError(f"{name} cannot be reached by keyboard")


def test_who_was_there_is_ticked_by_keyboard(session):
    """Nobody is silent at first; one was there and said nothing, one was not; then all others were."""
    assert session.locator(".person.silent").count() == 0
    assert "উপস্থিতির তালিকার আরও ২ জন ছিলেন কি না, জানা নেই।" in session.locator(".lead").inner_text()
    tab_to(session, "of रीता थापा")
    assert focused(session) == ["of रीता थापा", "not known"]
    session.keyboard.press("ArrowUp")
    session.keyboard.press("ArrowUp")
    assert focused(session) == ["of रीता थापा", "present"]
    tab_to(session, "of রিনা দাস")
    session.keyboard.press("ArrowUp")
    assert focused(session) == ["of রিনা দাস", "absent"]
    with session.expect_navigation():
        session.keyboard.press("Enter")
    assert session.url.endswith("#attendance")
    assert session.locator(".person.silent .who").all_inner_texts() == ["रीता थापा"]
    assert "৩ জন উপস্থিত ছিলেন, ১ জন উপস্থিত ছিলেন না" in session.locator("section:has(#attendance)").inner_text()
    session.locator("summary", has_text="কারা উপস্থিত ছিলেন, টিক দিন").focus()
    session.keyboard.press("Enter")
    tab_to(session, "state", "present")
    with session.expect_navigation():
        session.keyboard.press("Enter")
    assert session.locator(".person.silent .who").all_inner_texts() == ["रीता थापा", "রিনা দাস"]


@pytest.mark.parametrize("session", [False], indirect=True)
@pytest.mark.parametrize(("code", "width"), [("en", 320), ("bn", 390), ("ne", 1280)])
def test_the_list_fits_and_passes_the_checks(session, code, width):
    """On a phone and on a desk; a page without names asks nothing."""
    session.set_viewport_size({"width": width, "height": 900})
    session.goto(f"{session.url.partition('?')[0]}?lang={code}")
    assert session.locator("[aria-labelledby=attendance] fieldset.there").count() == 2
    assert session.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert session.evaluate(CHECKS) == []
    session.goto(f"{session.url}&names=0")
    assert session.locator("[aria-labelledby=attendance] fieldset.there").count() == 0
