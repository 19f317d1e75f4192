"""Somebody is deleted for good: what would go is shown first, and the name is asked for once."""

import pytest

pytestmark = pytest.mark.browser

ROSTER = "name,team\nSaurabh Shrestha,North\nরিনা দাস,South\n"
NOTES = """text,element,team,participant
We share the news,Trust,North,Saurabh Shrestha
রিনা খবর দেন না,Trust,North,Saurabh Shrestha
খবর দেরিতে আসে,Trust,South,রিনা দাস
"""


@pytest.mark.parametrize("script", [True, False], ids=["script", "no-script"])
def test_a_person_is_deleted_by_keyboard(address, open_page, script):
    """With and without JavaScript; afterwards nothing of them is shown."""
    page = open_page(java_script_enabled=script, locale="en-GB")
    page.goto(f"{address}/?lang=en")
    page.get_by_label("Name of the programme").fill(f"Gone {script}")
    page.get_by_role("button", name="Begin").click()
    files = [("roster.csv", ROSTER), ("notes.csv", NOTES)]
    page.locator("#files").set_input_files(
        [{"name": name, "mimeType": "text/plain", "buffer": text.encode()} for name, text in files]
    )
    page.get_by_role("button", name="Look at them").click()
    page.get_by_role("button", name="Keep 2 files").click()
    home = page.url
    page.get_by_role("link", name="Privacy").click()
    page.get_by_role("link", name="How long this is kept, and deleting for good").click()
    page.get_by_label("A person, from everything").fill("রিনা দাস")
    page.get_by_label("A person, from everything").press("Enter")
    assert "1 note" in page.locator(".lead").inner_text()
    assert "1 line of a roster" in page.locator(".lead").inner_text()
    page.get_by_label("To delete it, type").fill("রিনা দাস")
    page.get_by_label("To delete it, type").press("Enter")
    assert page.url.endswith("/keeping")
    page.goto(f"{home}/elements/trust")
    shown = page.locator("main").inner_text()
    assert "We share the news" in shown
    assert "… খবর দেন না" in shown
    assert "খবর দেরিতে আসে" not in shown
    assert "রিনা" not in page.content()
