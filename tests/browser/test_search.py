"""Somebody searches in three scripts and opens a note."""

import pytest

pytestmark = pytest.mark.browser

NOTES = """text,element,team
We trust each other with bad news,Trust,Consortium
বিশ্বাসের কথা আগে বলতে হয়,Trust,Bangladesh
विश्वासले काम सजिलो बनाउँछ,Trust,Nepal
The boat came late,Trust,Consortium
"""


@pytest.fixture(params=[True, False], ids=["script", "no-script"])
def search(request, address, open_page):
    """The page on which a programme is searched, on a phone."""
    page = open_page(390, java_script_enabled=request.param, locale="en-GB")
    page.goto(f"{address}/?lang=en")
    page.get_by_label("Name of the programme").fill(f"Search {request.param}")
    page.get_by_role("button", name="Begin").click()
    notes = {"name": "notes.csv", "mimeType": "text/csv", "buffer": NOTES.encode()}
    page.locator("#files").set_input_files([notes])
    page.get_by_role("button", name="Look at them").click()
    page.get_by_role("button", name="Keep 1 file").click()
    page.get_by_role("link", name="Search", exact=True).click()
    return page


@pytest.mark.parametrize(
    ("typed", "marked"), [("trust", "trust"), ("বিশ্বাস", "বিশ্বাসের"), ("विश्वास", "विश्वासले")], ids=["en", "bn", "ne"]
)
def test_a_word_in_each_script_leads_to_its_note(search, typed, marked):
    """The word is marked whole, its note opens among its neighbours, and the way back keeps the question."""
    search.get_by_label("Words, in any language").fill(typed)
    search.get_by_role("button", name="Search").click()
    assert search.locator("mark").first.inner_text() == marked
    search.get_by_role("link", name="Where it stands").first.click()
    assert search.locator("[aria-current=true] mark").inner_text() == marked
    assert search.locator("blockquote").count() == 4
    assert search.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    search.get_by_role("link", name="← Search").click()
    assert search.get_by_label("Words, in any language").input_value() == typed
