"""The pictures of the guide show pages as they are: `make pictures` takes them, this says when one is out of date."""

import os
from dataclasses import dataclass
from pathlib import Path

import pytest

pytestmark = pytest.mark.browser

PICTURES = Path(__file__).parent.parent.parent / "docs" / "pictures"
HOME = "/programmes/both-banks"
SURVEY = """Timestamp,Organisation,What works in how we communicate?,What would you change?
2027-03-04 10:12,Nepal,The one-page bulletin reaches everybody,Say dates two weeks before
2027-03-04 10:15,Nepal,फोनमा छिटो कुरा हुन्छ,बैठक नेपालीमा पनि होस्
2027-03-04 10:31,Bangladesh,মাসিক চিঠিটা সবাই পড়ে,মিটিং একটু ছোট হোক
2027-03-04 11:02,Bangladesh,We can call each other at any time,Translate the minutes
"""
IN_VIEW = """() => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const lines = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node.textContent.replace(/\\s+/g, " ").trim();
    const range = document.createRange();
    range.selectNodeContents(node);
    const place = range.getBoundingClientRect();
    const inView = place.height > 1 && place.top >= 0 && place.bottom < innerHeight;
    if (text && inView && node.parentElement.checkVisibility()) lines.push(text);
  }
  return lines;
}"""


@dataclass(frozen=True)
class Picture:
    """One picture of the guide: its name, the page, and the language that it is in."""

    name: str
    path: str
    language: str = "en"


TAKEN = [
    Picture("start", "/"),
    Picture("programme", HOME),
    Picture("programme-bn", HOME, "bn"),
    Picture("programme-ne", HOME, "ne"),
    Picture("element", f"{HOME}/elements/communications"),
    Picture("rubrics", f"{HOME}/rubrics"),
    Picture("session", f"{HOME}/sessions/session-2026-09-review"),
    Picture("preview", f"{HOME}/upload"),
    Picture("sort", f"{HOME}/elements/communications/sort"),
    Picture("review", f"{HOME}/reviews/september-2026"),
    Picture("said-and-done", f"{HOME}/actions/said-and-done"),
    Picture("looking-back", f"{HOME}/looking-back/adaptability-and-flexibility"),
]


def few_colours(path):
    """Keep a picture in a third of its bytes; pages have few colours."""
    Image = pytest.importorskip("PIL.Image", reason="Pillow comes with the extra reports")  # noqa: N806
    Image.open(path).convert("RGB").quantize(64, dither=0).save(path, optimize=True)


@pytest.mark.parametrize("picture", TAKEN, ids=lambda picture: picture.name)
def test_a_picture_shows_what_stands_on_the_page(sample, open_page, picture):
    """Every line that the picture shows still stands on its page, in its order."""
    page = open_page(width=1100)
    page.goto(f"{sample}{picture.path}?lang={picture.language}")
    if picture.name == "preview":
        upload = {"name": "survey-2027.csv", "mimeType": "text/csv", "buffer": SURVEY.encode()}
        page.set_input_files("#files", [upload])
        page.get_by_role("button", name="Look at them").click()
    if picture.name == "sort":
        page.get_by_role("button", name="small heaps").click()
        page.get_by_role("button", name="Undo").wait_for()
    beside = PICTURES / f"{picture.name}.txt"
    if os.environ.get("PICTURES") == "take":
        page.screenshot(path=PICTURES / f"{picture.name}.png")
        few_colours(PICTURES / f"{picture.name}.png")
        beside.write_text("\n".join(page.evaluate(IN_VIEW)) + "\n", encoding="utf-8")
    shown = " ".join(page.locator("body").text_content().split())
    at = 0
    for line in beside.read_text(encoding="utf-8").splitlines():
        found = shown.find(line, at)
        assert found >= 0, f"“{line}” is not there any more: make pictures"
        at = found + len(line)
