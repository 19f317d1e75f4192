"""A photographed sheet from the drop to a kept note: its words are mended beside its picture, on a phone."""

from pathlib import Path

import pytest

from nlp.documents.tools import has

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not has("tesseract", "pdftoppm"), reason="Tesseract or poppler-utils is not installed"),
]

CHECKS = (Path(__file__).parent / "checks.js").read_text(encoding="utf-8")
SHEET = Path(__file__).parents[1] / "nlp" / "documents" / "pdf" / "files" / "sheet.png"
LOADED = "image => image.decode().then(() => image.naturalWidth)"
READ = "Feedback reaches the consortium late, and nobody knows who decides."
MENDED = "Feedback reaches the consortium late, and no one knows who decides."


@pytest.mark.parametrize(("code", "javascript"), [("en", True), ("bn", False), ("ne", True)])
def test_a_line_is_mended_beside_its_picture(address, open_page, code, javascript):
    """Below each other at 390 pixels; what was mended is what is kept, and it says where it was read from."""
    name = f"Pages{code}"
    page = open_page(width=390, java_script_enabled=javascript)
    page.request.post(f"{address}/programmes", form={"name": name, "teams": "London"})
    page.goto(f"{address}/programmes/{name.lower()}/upload?lang={code}")
    page.locator("#files").set_input_files(SHEET)
    page.locator("form.drop button.button").press("Enter")
    page.locator("#keep").wait_for(timeout=90_000)
    picture, words = page.locator("#f0-picture-1"), page.locator("#f0-page-1")
    picture.scroll_into_view_if_needed()
    assert picture.evaluate(LOADED) > 500
    assert picture.bounding_box()["y"] + picture.bounding_box()["height"] <= words.bounding_box()["y"]
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    if javascript:
        assert page.evaluate(CHECKS) == []
    assert READ in words.input_value()
    words.fill(words.input_value().replace(READ, MENDED).replace("Communications", "## Communications"))
    page.keyboard.press("Tab")
    if not javascript:
        page.locator("#f0-mended").press("Enter")
    page.locator("#file-0 .sample").get_by_text(MENDED).wait_for()
    assert picture.evaluate(LOADED) > 500
    page.locator("#decide .button").press("Enter")
    page.wait_for_url(f"**/programmes/{name.lower()}")
    page.goto(f"{address}/programmes/{name.lower()}/elements/communications?lang=en")
    quote = page.locator("blockquote", has_text=MENDED).first
    assert "(read from a picture)" in quote.text_content()
