"""People sort the cards of an element: with and without a script, by keys alone, by touch, with the mouse."""

from pathlib import Path

import pytest

pytestmark = pytest.mark.browser

HOME = "/programmes/both-banks"
SORT = f"{HOME}/elements/communications/sort"
CHECKS = (Path(__file__).parent / "checks.js").read_text(encoding="utf-8")
NAMES = ("Nobody answers", "বিদ্যুৎ আর ডেটা", "भाषा नबुझिने")


@pytest.fixture
def own(request):
    """The name of a wall that no other test has."""
    return request.node.name[:90]


def open_wall(page, sample, own, code="en", start="empty table"):
    page.goto(f"{sample}{SORT}?lang={code}&sorter={own}")
    if start:
        page.get_by_role("button", name=start).click()
        page.get_by_role("heading", name="The piles").wait_for()


def make_piles(page, names=NAMES):
    for name in names:
        page.locator("#new-name").fill(name)
        page.locator("#new-make").click()
        page.locator(".pile h3").filter(has_text=name).wait_for()


def left(page):
    """How many cards are not sorted yet."""
    return page.locator("#pile-unsorted .card").count() + page.locator("#next").count()


def pile_of(page, name):
    return page.locator(".piles .pile:not(.new)").filter(has=page.locator("h3", has_text=name))


def settled(page, wanted):
    """Wait until the live region says something."""
    page.locator("#said").filter(has_text=wanted).wait_for()


@pytest.mark.timeout(900)
@pytest.mark.parametrize("javascript", [False, True])
def test_every_card_is_sorted_with_one_action_each(sample, open_page, own, javascript):
    """Forty cards in five minutes: no card takes more than one click, and the machine takes some of them."""
    page = open_page(width=1280, java_script_enabled=javascript)
    open_wall(page, sample, own)
    make_piles(page)
    cards, actions = left(page), 0
    assert cards > 40
    while page.locator("#next").count() and actions < cards:
        before = page.locator("#wall").get_attribute("data-revision")
        page.locator("#next .targets button").nth(actions % 3).click()
        page.locator(f'#wall:not([data-revision="{before}"])').wait_for()
        actions += 1
    assert page.get_by_text("No card is left to sort.").first.is_visible()
    assert actions <= cards


def test_without_a_script_ticked_cards_move_together(sample, open_page, own):
    """Begin with heaps, name one, tick two cards, put them on it, undo, redo."""
    page = open_page(width=390, java_script_enabled=False)
    open_wall(page, sample, own, start="small heaps")
    first = page.locator(".piles .pile").first
    first.get_by_label("What its cards say").fill(NAMES[2])
    first.get_by_role("button", name="Name this pile").click()
    size = pile_of(page, NAMES[2]).locator(".card").count()
    for box in page.locator("#pile-unsorted input").all()[:2]:
        box.check()
    page.get_by_label("Move to").select_option(label=NAMES[2])
    page.locator("#move-go").click()
    assert page.locator("#said").inner_text() == f"2 cards are in “{NAMES[2]}” now."
    assert pile_of(page, NAMES[2]).get_by_text("placed by").count() >= size
    page.get_by_role("button", name="Undo").click()
    page.get_by_role("button", name="Redo").click()
    assert page.locator("#said").inner_text() == f"2 cards are in “{NAMES[2]}” now."


def test_by_keys_alone(sample, open_page, own):
    """From the first tab on: piles, cards, several at once, undo; the focus stays where the work is."""
    page = open_page(width=1280)
    open_wall(page, sample, own)
    page.locator("#new-name").focus()
    for name in NAMES[:2]:
        page.keyboard.type(name)
        page.keyboard.press("Enter")
        settled(page, name)
        assert page.evaluate("document.activeElement.id") == "new-name"
    page.locator("#next .targets button").first.focus()
    page.keyboard.press("1")
    settled(page, f"One card is in “{NAMES[0]}” now.")
    page.keyboard.press("2")
    settled(page, f"One card is in “{NAMES[1]}” now.")
    assert page.evaluate("document.activeElement.closest('#next') !== null")
    page.locator("#pile-unsorted input").first.focus()
    page.keyboard.press("Space")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Space")
    page.keyboard.press("0")
    settled(page, "2 cards fit no pile.")
    assert page.evaluate("document.activeElement.closest('#pile-unsorted .card') !== null")
    page.keyboard.press("z")
    settled(page, NAMES[1])
    assert page.locator("#pile-none").count() == 0


def test_by_touch_on_a_phone(sample, open_page, own):
    """Tap a card, choose a pile from the sheet at the bottom; nothing is dragged, nothing scrolls sideways."""
    page = open_page(width=390, has_touch=True, is_mobile=True)
    open_wall(page, sample, own)
    make_piles(page)
    assert not page.locator("#move").is_visible()
    card = page.locator("#pile-unsorted .card").first
    key = card.get_attribute("data-card")
    card.locator(".note").tap()
    sheet = page.locator("#sheet")
    assert sheet.is_visible()
    buttons = sheet.get_by_role("button").all()
    assert all(button.bounding_box()["height"] >= 43.5 for button in buttons)
    assert page.locator("#move").bounding_box()["y"] > 300
    sheet.get_by_role("button", name=NAMES[1]).tap()
    settled(page, f"One card is in “{NAMES[1]}” now.")
    assert page.locator(f'.piles [data-card="{key}"]').count() == 1
    assert not page.locator("#move").is_visible()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_a_card_is_dragged_with_the_mouse(sample, open_page, own):
    """With all that are chosen beside it."""
    page = open_page(width=1280)
    open_wall(page, sample, own)
    make_piles(page, NAMES[:1])
    cards = page.locator("#pile-unsorted .card")
    cards.nth(1).locator("input").check()
    cards.nth(0).locator("input").check()
    cards.nth(0).drag_to(pile_of(page, NAMES[0]).locator("h3"))
    settled(page, f"2 cards are in “{NAMES[0]}” now.")


def test_somebody_elses_change_is_told(sample, open_page, own):
    """The wall as it is now, with what was done meanwhile."""
    page, other = open_page(width=1280), open_page(width=1280)
    page.errors = type("Refusals", (list,), {"append": lambda *_: None})()
    open_wall(page, sample, own)
    open_wall(other, sample, own, start=None)
    make_piles(other, NAMES[:1])
    page.locator("#new-name").fill("Mine")
    page.locator("#new-make").click()
    settled(page, "somebody changed these piles")
    assert pile_of(page, NAMES[0]).count() == 1
    assert pile_of(page, "Mine").count() == 0


@pytest.mark.parametrize(("code", "width"), [("en", 1280), ("bn", 390), ("ne", 390)])
def test_the_page_fits_and_passes_the_checks(sample, open_page, own, code, width):
    """Names, contrast, targets, no sideways scrolling."""
    page = open_page(width=width)
    page.goto(f"{sample}{SORT}?lang={code}&sorter={own}")
    page.locator(".starts button").first.click()
    page.locator(".piles").wait_for()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert page.evaluate(CHECKS) == []


def test_words_of_the_readers_language_stand_under_a_card_on_request(sample, open_page, own):
    """Marked as word by word and made by the machine; they stay while cards are moved."""
    page = open_page(width=390)
    open_wall(page, sample, own)
    make_piles(page, NAMES[:1])
    assert page.locator(".pair").count() == 0
    page.get_by_role("link", name="Show words in English").click()
    page.locator(".pair").first.wait_for()
    assert page.locator(".near:not(:empty)").count() > 20
    assert page.get_by_text("made by the machine; it can be wrong").first.is_visible()
    page.locator("#next .targets button").first.click()
    settled(page, "One card is in")
    assert page.locator(".pair").count() > 0


def test_two_people_sort_apart_and_compare(sample, open_page, own):
    """From the wall of one to the cards to talk about."""
    page = open_page(width=390)
    for person, order in ((f"{own}-1", (0, 1, 0, 1)), (f"{own}-2", (0, 1, 1, 1))):
        open_wall(page, sample, person)
        make_piles(page, NAMES[:2])
        for at, to in enumerate(order):
            key = page.evaluate(
                "[...document.querySelectorAll('.card, #next')].map((each) => "
                "each.dataset.card ?? each.querySelector('[name=cards]').value).sort()"
            )[at]
            page.request.post(
                f"{sample}/api/v1{SORT}ing",
                data={
                    "do": "place",
                    "sorter": person,
                    "cards": [key],
                    "to": page.locator("#next .targets button").nth(to).get_attribute("value"),
                },
            )
    page.goto(f"{sample}{SORT}?lang=en&sorter={own}-1")
    page.locator("li").filter(has_text=f"{own}-2").get_by_role("link", name="Compare with this one").click()
    assert page.get_by_text("4 cards were placed by both; 3 of them lie in the same pile.").is_visible()
    assert page.locator("#apart ~ .quote").count() == 1
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
