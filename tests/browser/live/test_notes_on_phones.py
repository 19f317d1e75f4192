"""Notes on phones in a real browser: asked, written, arriving, sorted; and a network that goes away."""

from pathlib import Path

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

CHECKS = (Path(__file__).parents[1] / "checks.js").read_text(encoding="utf-8")
NOTES = "text,element,team\nWe plan together,Trust,Nepal\nCalls come late,Planning,Bangladesh\n"
PHONE = {"width": 360, "has_touch": True, "is_mobile": True}
SOON = 20_000


@pytest.fixture(scope="module")
def home(address, browser):
    """The address of a programme with two elements and two teams."""
    page = browser.new_page(locale="en-GB")
    page.goto(address)
    page.get_by_label("Name of the programme").fill("Notes")
    page.get_by_role("button", name="Begin").click()
    page.locator("#files").set_input_files([{"name": "a.csv", "mimeType": "text/csv", "buffer": NOTES.encode()}])
    page.get_by_role("button", name="Look at them").click()
    page.get_by_role("button", name="Keep 1 file").click()
    home = page.url
    page.close()
    return home


def ask(page, home, title):
    """Open something for phones; return where its notes arrive and where phones write."""
    page.goto(f"{home}/notes-on-phones")
    page.get_by_label("What do you ask the room?").fill(title)
    page.get_by_label("People may say which team is theirs").check()
    page.get_by_role("button", name="Open it for phones").click()
    return page.url, page.get_by_role("link", name="Look at it on this device").get_attribute("href")


def write(page, text, element="", team=""):
    page.locator("#text").fill(text)
    for select, value in (("#element", element), ("#team", team)):
        if value:
            page.locator(select).select_option(value)
    page.locator("#write button[type=submit]").click()


def test_a_room_writes_and_the_wall_has_it(open_page, address, home):
    """From the question to the cards; a note arrives on the open page, is hidden, and comes back."""
    desk = open_page(locale="en-GB")
    _, to = ask(desk, home, "What changed since May?")
    for code, text in (("bn", "টাকা সময়মতো আসে"), ("ne", "हामीलाई सोधियो"), ("en", "We call before we write")):
        phone = open_page(**PHONE)
        phone.goto(f"{address}{to}?lang={code}")
        write(phone, text, "trust", "Nepal")
        expect(phone.locator(".mine-note.sent .words")).to_have_text(text, timeout=SOON)
        assert phone.evaluate(CHECKS) == []
        assert phone.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    expect(desk.locator(".arrived-note")).to_have_count(3, timeout=SOON)
    assert desk.locator(".arrived-note.just-came").count()
    expect(desk.locator("#arrived-lead")).to_contain_text("3 notes have arrived.")
    assert desk.evaluate(CHECKS) == []
    desk.locator(".arrived-note", has_text="We call before").get_by_role("button", name="Hide").click()
    desk.get_by_text("1 hidden note").click()
    desk.get_by_role("button", name="Show it again").click()
    desk.get_by_role("button", name="Bring 3 new notes to the wall").click()
    desk.get_by_role("link", name="Trust").click()
    desk.locator('form:has(input[value="nothing"]) button').click()
    expect(desk.locator("#wall")).to_contain_text("हामीलाई सोधियो", timeout=SOON)


def test_a_note_outlives_a_network_that_goes_away(open_page, address, home):
    """It is kept, told so, sent later and once; taken back it is gone here and there; the text outlives the page."""
    desk = open_page(locale="en-GB")
    arrived, to = ask(desk, home, "What was hard?")
    phone = open_page(**PHONE, locale="en-GB")
    phone.goto(f"{address}{to}")
    phone.locator("#text").fill("in the middle of a n")
    phone.context.set_offline(True)
    write(phone, "नेटवर्क छैन, তবু লিখি 👩‍👧")
    expect(phone.locator(".mine-note.waits")).to_have_count(1)
    expect(phone.locator(".mine-note").first).to_contain_text("Kept on this phone. It is sent by itself")
    phone.context.set_offline(False)
    expect(phone.locator(".mine-note.sent")).to_have_count(1, timeout=SOON)
    # somebody else answers for the service, as the network of a hotel does until one signs in
    phone.route("**/n/**", lambda route: route.fulfill(status=200, body="<title>Welcome to the hotel</title>"))
    write(phone, "and a second one", "planning")
    expect(phone.locator(".mine-note.waits")).to_have_count(1)
    phone.unroute_all(behavior="wait")
    # the service has the note, but its answer is lost on the way: sent again, it counts once
    phone.route("**/n/**", lambda route: (route.fetch(), route.abort()))
    write(phone, "the answer gets lost")
    expect(phone.locator(".mine-note.waits")).to_have_count(2)
    phone.unroute_all(behavior="wait")
    expect(phone.locator(".mine-note.sent")).to_have_count(3, timeout=SOON)
    desk.goto(arrived)
    expect(desk.locator(".arrived-note")).to_have_count(3)
    phone.locator(".mine-note", has_text="and a second one").get_by_role("button", name="Take it back").click()
    expect(phone.locator(".mine-note")).to_have_count(2, timeout=SOON)
    expect(desk.locator(".arrived-note")).to_have_count(2, timeout=SOON)
    phone.locator("#text").fill("half a thou")
    phone.reload()
    expect(phone.locator("#text")).to_have_value("half a thou")
    phone.get_by_role("button", name="Forget what has arrived").click()
    expect(phone.locator("#kept")).to_be_hidden()
    assert all("ERR_INTERNET_DISCONNECTED" in each or "ERR_FAILED" in each for each in phone.errors)
    phone.errors.clear()
