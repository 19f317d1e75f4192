"""Those present answer on their phones; the facilitator opens, closes and reads."""

from pathlib import Path

import pytest

pytestmark = pytest.mark.browser

HOME = "/programmes/both-banks"
CHECKS = (Path(__file__).parent / "checks.js").read_text(encoding="utf-8")


def make_form(page, sample, title):
    page.goto(f"{sample}{HOME}/forms?lang=en")
    page.get_by_label("What is this session called?").fill(title)
    page.get_by_role("button", name="Make a form").click()
    return page.url.rsplit("/", 1)[1].partition("?")[0]


def answer(page, sample, code, point, missing=""):
    page.goto(f"{sample}/f/{code}")
    for item in ("voice", "language", "heard"):
        page.locator(f"input[name={item}][value='{point}']").check()
    page.locator("#missing").fill(missing)
    page.locator("button[type=submit]").click()


@pytest.mark.parametrize("javascript", [True, False])
def test_from_the_form_to_the_answers(sample, open_page, javascript):
    """Four people answer; the page counts them, and shows what they say after the form is closed."""
    desk = open_page(java_script_enabled=javascript)
    code = make_form(desk, sample, f"Day {javascript}")
    assert desk.locator(".qr").count() == 0
    assert "manyvoices serve --phones" in desk.locator("main").inner_text()
    for point, missing in [(5, ""), (4, "রাতের পাহারাদার"), (4, ""), (1, "")]:
        phone = open_page(width=390, java_script_enabled=javascript, locale="bn-BD")
        answer(phone, sample, code, point, missing)
        assert phone.locator("h1").inner_text() == "ধন্যবাদ।"
        assert [(each["name"], each["value"]) for each in phone.context.cookies()] == [("sent", "1")]
    desk.get_by_role("link", name="Count again").click()
    assert "4 answers so far" in desk.locator(".lead").inner_text()
    assert desk.locator(".answered").count() == 0
    desk.get_by_role("button", name="Close it and show the answers").click()
    assert "3 of 4 who answered say" in desk.locator(".lead").inner_text()
    assert desk.locator(".quote").inner_text() == "রাতের পাহারাদার"


def test_a_form_that_is_sent_again_counts_once(sample, open_page):
    """As browsers do on a slow line, or when the page of thanks is loaded again."""
    page = open_page(width=390, locale="en-GB")
    code = make_form(page, sample, "Twice")
    page.goto(f"{sample}/f/{code}")
    sent = {"token": page.locator("input[name=token]").input_value(), "heard": "4"}
    first, second = (page.request.post(f"{sample}/f/{code}", form=sent).text() for _ in range(2))
    assert "Your answer is in." in first
    assert "It counts once." in second
    page.goto(f"{sample}{HOME}/forms/{code}")
    assert page.locator(".lead").inner_text().startswith("1 answer ")


def test_an_empty_form_is_told_in_one_line(sample, open_page):
    """And nothing that was written is lost."""
    page = open_page(width=390, locale="en-GB")
    page.on("console", lambda _: page.errors.clear())
    code = make_form(page, sample, "Empty")
    page.goto(f"{sample}/f/{code}")
    page.get_by_role("button", name="Send").click()
    assert "Choose at least one answer" in page.get_by_role("alert").inner_text()
    page.errors.clear()


def test_answers_stand_beside_the_record(sample, open_page):
    """From the session's page to a form about it, and back with answers and a question."""
    page = open_page(locale="en-GB")
    page.goto(f"{sample}{HOME}/sessions?lang=en")
    page.locator(".sessions h2 a").first.click()
    where = page.url
    page.get_by_role("button", name="Ask those present").click()
    code = page.url.rsplit("/", 1)[1]
    for _ in range(3):
        answer(page, sample, code, 5)
    page.goto(f"{sample}{HOME}/forms/{code}")
    page.get_by_role("button", name="Close it and show the answers").click()
    page.goto(where)
    said = page.locator("section", has=page.get_by_role("heading", name="What those present say")).last
    assert "3 of 3 who answered say that everybody's view was heard" in said.inner_text()
    assert "were not heard, and 3 of 3 answer" in said.locator(".ask").first.inner_text()


@pytest.mark.parametrize(
    ("code", "scheme", "width"), [("en", "dark", 320), ("bn", "light", 390), ("ne", "dark", 390), ("en", "light", 1280)]
)
def test_the_pages_fit_and_pass_the_checks(sample, open_page, code, scheme, width):
    """The form, the thanks, the list and the facilitator's page."""
    page = open_page(width=width, color_scheme=scheme)
    form = make_form(page, sample, "চতুর্থ দিন")
    sessions = [f"{HOME}/over-time", f"{HOME}/over-time?names=0", f"{HOME}/report", f"{HOME}/sessions"]
    for path in [f"/f/{form}", f"/f/{form}?sent=once", f"{HOME}/forms", f"{HOME}/forms/{form}", *sessions]:
        page.goto(f"{sample}{path}{'&' if '?' in path else '?'}lang={code}")
        assert page.locator("html").get_attribute("lang") == code
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), path
        assert page.evaluate(CHECKS) == [], path
