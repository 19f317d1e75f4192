"""Those present sort on their phones; the facilitator opens, closes, looks, and places on the wall."""

from pathlib import Path

import pytest

pytestmark = pytest.mark.browser

HOME = "/programmes/both-banks"
SORT = f"{HOME}/elements/communications/sort"
API = f"/api/v1{SORT}ing"
CHECKS = (Path(__file__).parent / "checks.js").read_text(encoding="utf-8")
NAMES = ("Nobody answers", "বিদ্যুৎ আর ডেটা", "भाषा नबुझिने")
THANKS = {"en": "Thank you.", "bn": "ধন্যবাদ।", "ne": "धन्यवाद।"}
PLACES = {"en": "en-GB", "bn": "bn-BD", "ne": "ne-NP"}


@pytest.fixture(scope="module")
def sample(sample, browser):
    """The address of a service that has the sample programme, and three named piles on one of its walls."""
    page = browser.new_page()
    for name in NAMES:
        page.request.post(f"{sample}{API}", data={"do": "make", "name": name})
    page.close()
    return sample


def open_room(page, sample, cards, code="en"):
    """From the wall to an open room; its code."""
    page.goto(f"{sample}{SORT}?lang={code}")
    page.locator(f"a[href='{SORT}/room']").click()
    page.locator("#cards").fill(str(cards))
    page.locator("form.fields button").click()
    page.locator("#reach").wait_for()
    return page.url.rsplit("/", 1)[1]


def passes(page):
    """No sideways scrolling, names, contrast, targets."""
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert page.evaluate(CHECKS) == []


def follow(button):
    """Press it, and wait for the page that it leads to."""
    with button.page.expect_navigation():
        button.click()


def sort_all(page, sample, room, choose):
    """Sort every card; `choose` gives the place of the button for the number of a card."""
    page.goto(f"{sample}/r/{room}")
    follow(page.locator("form button"))
    number = 0
    while page.locator(".choices").count():
        follow(page.locator(".choices button").nth(choose(number)))
        number += 1
    return number


@pytest.mark.parametrize("javascript", [True, False])
def test_from_opening_to_placing_on_the_wall(sample, open_page, javascript):
    """Five people in three languages; one is not sure, one sees things otherwise."""
    desk = open_page(java_script_enabled=javascript)
    room = open_room(desk, sample, 4)
    ways = [
        lambda n: n % 2,
        lambda n: n % 2,
        lambda n: n % 2,
        lambda n: 4 if n == 3 else n % 2,
        lambda n: 2 if n > 1 else 3,
    ]
    for way, code in zip(ways, ("bn", "ne", "en", "bn", "ne"), strict=True):
        phone = open_page(width=390, java_script_enabled=javascript, locale=PLACES[code], has_touch=True)
        assert sort_all(phone, sample, room, way) == 4
        assert phone.locator("h1").inner_text() == THANKS[code]
    follow(desk.get_by_role("link", name="Count again"))
    assert desk.locator(".lead").inner_text() == (
        "5 people take part. Together they have done 20 of 20 cards. 5 people are through."
    )
    assert desk.locator(".spread").count() == 0
    follow(desk.get_by_role("button", name="Close it and show where they agree"))
    assert desk.locator(".lead").inner_text() == "5 people took part. Of 4 cards they agree on 3."
    apart = desk.locator("section", has=desk.get_by_role("heading", name="Cards to talk about")).locator(".spread")
    assert apart.locator(".amount").all_inner_texts() == ["3 of 5", "1 of 5", "1 of 5"]
    assert desk.get_by_text("Krippendorff's alpha is").is_visible()
    follow(desk.get_by_role("button", name="Place 3 cards on the wall"))
    assert desk.locator("#said").inner_text() == "The room placed 3 cards."
    assert desk.get_by_text("placed by the room").count() == 3
    desk.get_by_role("button", name="Undo").click()
    desk.get_by_text("placed by the room").first.wait_for(state="detached")
    assert phone.goto(f"{sample}/r/{room}").ok
    assert phone.locator(".choices").count() == 0


@pytest.mark.parametrize(
    ("code", "scheme", "width"),
    [("en", "light", 390), ("bn", "light", 390), ("ne", "light", 390), ("en", "dark", 320), ("bn", "dark", 390)],
)
def test_the_phone_fits_and_passes_the_checks(sample, open_page, code, scheme, width):
    """What it is about, a card with its words, a card that was answered, the end."""
    desk = open_page()
    phone = open_page(width=width, locale=PLACES[code], color_scheme=scheme, is_mobile=True, has_touch=True)
    room = open_room(desk, sample, 3)
    phone.goto(f"{sample}/r/{room}")
    passes(phone)
    follow(phone.locator("form button"))
    for _ in range(3):
        passes(phone)
        sizes = [button.bounding_box() for button in phone.locator(".choices button").all()]
        assert all(size["height"] >= 55 and size["width"] > width - 60 for size in sizes)
        if phone.locator(".quiet-link").count() and not phone.locator(".pair").count():
            phone.locator(".quiet-link").click()
            phone.locator(".pair").first.wait_for()
            passes(phone)
        follow(phone.locator(".choices button").first)
    passes(phone)
    follow(phone.locator(".card-steps a"))
    assert phone.locator("[aria-current]:not(nav *)").count() == 1
    passes(phone)
    assert phone.locator("html").get_attribute("lang") == code


@pytest.mark.parametrize(("code", "width"), [("en", 1280), ("bn", 390), ("ne", 320)])
def test_the_facilitators_pages_fit_and_pass_the_checks(sample, open_page, code, width):
    """What is opened, what is open, and what is closed."""
    desk = open_page(width=width)
    room = open_room(desk, sample, 3, code)
    passes(desk)
    for shift in range(3):
        sort_all(open_page(width=390, locale=PLACES[code]), sample, room, lambda n, own=shift: n * own % 4)
    desk.locator(".actions form button").click()
    desk.locator(".spread").first.wait_for()
    passes(desk)
    desk.goto(f"{sample}{SORT}/room/{room}?gloss=1")
    passes(desk)
    desk.goto(f"{sample}{SORT}/room")
    passes(desk)


def test_a_phone_that_comes_back_goes_on_where_it_was(sample, open_page):
    """The code scanned again, the page reloaded; the first cookie comes with the first tap."""
    desk, phone = open_page(), open_page(width=390, locale="ne-NP")
    room = open_room(desk, sample, 3)
    phone.goto(f"{sample}/r/{room}")
    assert phone.context.cookies() == []
    follow(phone.locator("form button"))
    follow(phone.locator(".choices button").nth(1))
    where = phone.locator(".progress").inner_text()
    phone.reload()
    assert phone.locator(".progress").inner_text() == where
    phone.goto("about:blank")
    phone.goto(f"{sample}/r/{room}")
    assert phone.locator(".progress").inner_text() == where
    (cookie,) = phone.context.cookies()
    assert (cookie["path"], cookie["httpOnly"]) == (f"/r/{room}", True)


def test_by_keys_alone(sample, open_page):
    """Every card is one button; nothing needs a pointer."""
    desk, phone = open_page(), open_page(width=390, locale="en-GB")
    room = open_room(desk, sample, 2)
    phone.goto(f"{sample}/r/{room}")
    phone.locator("form button").focus()
    phone.keyboard.press("Enter")
    for _ in range(2):
        phone.locator(".choices button").first.wait_for()
        for _ in range(20):
            phone.keyboard.press("Tab")
            if phone.evaluate("document.activeElement.name === 'to'"):
                break
        before = phone.url
        phone.keyboard.press("Enter")
        phone.wait_for_url(lambda url, old=before: url != old)
    assert phone.locator("h1").inner_text() == "Thank you."
