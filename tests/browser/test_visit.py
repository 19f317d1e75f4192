"""A facilitator's first evening: start, sample, findings, own files; with and without JavaScript, on desk and phone."""

import re
from pathlib import Path

import pytest

pytestmark = pytest.mark.browser

HOME = "/programmes/both-banks"
PAGES = [
    "/",
    HOME,
    f"{HOME}/elements/communications",
    f"{HOME}/rubrics",
    f"{HOME}/sessions",
    f"{HOME}/upload",
    f"{HOME}/report",
]
CHECKS = (Path(__file__).parent / "checks.js").read_text(encoding="utf-8")
NOTES = "text,element,team\nফোন করলে উত্তর পাই,Communications,Dhaka\nWe ring each other,Communications,Leeds\n"


@pytest.fixture(scope="module")
def sample(address, browser):
    """The address of a service that has the sample programme, loaded as a user does: with the button."""
    page = browser.new_page()
    page.goto(address)
    page.get_by_role("button", name="Try it with the sample programme").click()
    page.wait_for_url(f"**{HOME}")
    page.close()
    return address


def session_links(page, sample):
    page.goto(f"{sample}{HOME}/sessions?lang=en")
    return [link.get_attribute("href") for link in page.locator(".sessions h2 a").all()]


def test_first_start_offers_the_sample_and_three_steps(address, open_page):
    """Before anything is there; afterwards the programmes are listed."""
    page = open_page()
    page.goto(address)
    assert page.get_by_role("button", name="Try it with the sample programme").is_visible()
    assert page.locator("main h1").count() == 1


def test_from_the_sample_to_the_words_behind_a_finding(sample, open_page):
    """Lead sentence, question, element page, a mark that is tapped, its quote."""
    page = open_page()
    page.goto(sample + HOME)
    assert page.locator(".lead").inner_text()
    page.get_by_role("table").get_by_role("link", name="Communications", exact=True).click()
    assert "Communications" in page.locator("h1").inner_text()
    strip = page.locator(".strip").first
    dot = strip.locator("a.dot").first
    dot.click()
    assert strip.locator(".peek").inner_text().endswith(dot.get_attribute("data-text"))
    assert page.url.endswith("/elements/communications")
    assert page.locator(".quote").first.is_visible()


def test_marks_work_with_the_keyboard(sample, open_page):
    """A mark is a link: it takes the focus and answers to Enter."""
    page = open_page()
    page.goto(f"{sample}{HOME}/elements/communications")
    strip = page.locator(".strip").first
    strip.locator("a.dot").first.focus()
    page.keyboard.press("Enter")
    assert strip.locator(".peek").is_visible()


def test_without_javascript_a_mark_leads_to_its_quote(sample, open_page):
    """Everything can be read without a script."""
    page = open_page(java_script_enabled=False)
    page.goto(f"{sample}{HOME}/elements/communications")
    assert page.get_by_role("button", name="Copy").count() == 0
    dot = page.locator("a.dot").last
    anchor = dot.get_attribute("href")
    dot.click()
    assert page.url.endswith(anchor)
    assert page.locator(f'[id="{anchor[1:]}"]').is_visible()


def test_a_question_can_be_copied(sample, open_page):
    """The button says that it has done so."""
    page = open_page(permissions=["clipboard-read", "clipboard-write"])
    page.goto(f"{sample}{HOME}/elements/communications")
    question = page.locator(".room li").first
    question.get_by_role("button", name="Copy").click()
    question.get_by_role("button", name="Copied").wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == question.locator(".ask").inner_text()


def test_a_session_shows_silent_people_and_hides_names(sample, open_page):
    """Silent people have an empty bar; one link turns names into numbers."""
    page = open_page()
    page.goto(sample + session_links(page, sample)[0])
    assert page.locator(".person.silent").count() > 0
    assert "Person 1" not in page.content()
    page.get_by_role("link", name="Hide names").click()
    names = page.locator(".person .who").all_inner_texts()
    assert names
    assert all(name.startswith("Person ") for name in names)


def test_the_language_is_switched_and_remembered(sample, open_page):
    """Bangla from one click on, on the next page too."""
    page = open_page(locale="en-GB")
    page.goto(sample + HOME)
    page.get_by_role("link", name="বাংলা").click()
    assert page.locator("html").get_attribute("lang") == "bn"
    page.get_by_role("link", name="প্রতিবেদন").click()
    assert page.locator("html").get_attribute("lang") == "bn"


@pytest.mark.parametrize("javascript", [True, False])
def test_own_files_from_the_name_to_the_first_finding(sample, open_page, javascript):
    """Name a programme, look at a file, keep it, see it; a broken file is refused in one line."""
    page = open_page(java_script_enabled=javascript)
    page.goto(sample)
    page.get_by_label("Name of the programme").fill(f"নদী {javascript}")
    page.get_by_label("Teams, one a line").fill("Dhaka\nLeeds")
    page.get_by_role("button", name="Begin").click()
    files = [
        {"name": "notes.csv", "mimeType": "text/csv", "buffer": NOTES.encode()},
        {"name": "empty.csv", "mimeType": "text/csv", "buffer": b""},
    ]
    page.locator("#files").set_input_files(files)
    page.get_by_role("button", name="Look at them").click()
    assert "1 of 2 files were understood" in page.locator(".lead").inner_text()
    assert "empty.csv" in page.locator(".problem").inner_text()
    page.get_by_role("button", name="Keep 1 file").click()
    assert page.locator(".grid tbody tr").count() == 1
    assert page.locator(".grid thead .team").all_inner_texts() == ["Dhaka", "Leeds"]


def test_files_can_be_thrown_away(sample, open_page):
    """A preview can be read in another language and loaded again; nothing is kept unless it is asked for."""
    page = open_page()
    page.goto(f"{sample}{HOME}/upload")
    before = page.locator(".files > li").count()
    page.locator("#files").set_input_files([{"name": "more.csv", "mimeType": "text/csv", "buffer": NOTES.encode()}])
    assert page.locator(".chosen").inner_text() == "more.csv"
    page.get_by_role("button", name="Look at them").click()
    page.get_by_role("link", name="नेपाली").click()
    assert page.locator(".previewed h2").inner_text() == "more.csv"
    page.get_by_role("link", name="English").click()
    page.reload()
    assert page.locator(".previewed h2").inner_text() == "more.csv"
    page.get_by_role("button", name="Throw them away").click()
    assert page.locator(".files > li").count() == before


@pytest.mark.parametrize(("code", "scheme"), [("en", "dark"), ("bn", "light"), ("ne", "dark")])
def test_pages_fit_a_phone_and_pass_the_checks(sample, open_page, code, scheme):
    """No sideways scrolling at 390 pixels; names, labels, captions, targets and contrast are right."""
    page = open_page(width=390, color_scheme=scheme)
    for path in [*PAGES, session_links(page, sample)[0]]:
        page.goto(f"{sample}{path}?lang={code}")
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), path
        assert page.evaluate(CHECKS) == [], path


@pytest.mark.parametrize("path", PAGES)
def test_pages_pass_the_checks_on_a_desk(sample, open_page, path):
    """The same at full width."""
    page = open_page()
    page.goto(f"{sample}{path}?lang=en")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert page.evaluate(CHECKS) == []


def test_the_downloaded_report_opens_without_the_service(sample, open_page, tmp_path):
    """One file that asks for nothing else."""
    page = open_page()
    page.goto(f"{sample}{HOME}/report")
    with page.expect_download() as download:
        page.get_by_role("link", name="Download as one file").click()
    download.value.save_as(tmp_path / "report.html")
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto((tmp_path / "report.html").as_uri())
    assert page.locator("h1").inner_text() == "Both Banks"
    assert len(asked) == 1


def test_the_report_prints_as_a_short_handout(sample, open_page):
    """Ten sheets of A4 at most for seven elements and two sessions; what is folded on other pages is not in it."""
    page = open_page()
    page.goto(f"{sample}{HOME}/report?lang=en")
    assert page.locator("main details").count() == 0
    assert len(re.findall(rb"/Type\s*/Page\b", page.pdf(prefer_css_page_size=True))) <= 10


def test_an_unknown_address_is_calm(sample, open_page):
    """A page with one line and a way back."""
    page = open_page()
    page.on("console", lambda _: page.errors.clear())
    response = page.goto(f"{sample}/programmes/nowhere")
    assert response.status == 404
    assert page.get_by_role("link", name="Go back").is_visible()
    page.errors.clear()
