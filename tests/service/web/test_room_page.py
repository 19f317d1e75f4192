"""Sorting together in the room as pages and forms, without any script."""

import re

import pytest
from fastapi.testclient import TestClient

from nlp.readings.edits.types import text_key
from tests.nlp.readings.test_interpret import JOINT, POWER, RISK
from tests.service.annotations.test_reading_edits import table
from tests.service.working import create_app

DESK = "/programmes/p/elements/culture/sort/room"
NAMED = "Rahima Khatun says that nobody asked her"
ROSTER = b"name,team\nRahima Khatun,A\n"


@pytest.fixture
def work(settings, open_workspace):
    """A workspace with three meanings of one element and two named piles."""
    workspace = open_workspace(settings)
    workspace.programmes.create("P", ["Amber", "Birch", "Cedar"])
    notes = table((RISK, "Amber"), (JOINT, "Birch"), (POWER, "Cedar"), ([NAMED], "Amber"))
    workspace.files.add("p", [("march.csv", notes), ("roster.csv", ROSTER)])
    workspace.sortings.make_pile("p", "culture", "Risk & daring", (), about="new things")
    workspace.sortings.make_pile("p", "culture", "बिजुली", ())
    return workspace


@pytest.fixture
def desk(settings, work):
    """The facilitator's browser."""
    with TestClient(create_app(settings, work), base_url="http://localhost") as client:
        yield client


@pytest.fixture
def phone(settings, work):
    """Make phones, each with cookies of its own."""
    app = create_app(settings, work)
    return lambda **more: TestClient(app, base_url="http://localhost", **more)


def opened(desk, cards=100):
    return desk.post(DESK, data={"cards": cards}).url.path.rsplit("/", 1)[1]


def hidden(page, name):
    return re.search(rf'name="{name}" value="([^"]*)"', page)[1]


def tap(client, code, page, to, **more):
    sent = {"token": hidden(page, "token"), "card": hidden(page, "card"), "to": to, **more}
    return client.post(f"/r/{code}", data=sent)


def begin(client, code):
    return client.post(f"/r/{code}").text


def test_a_phone_sees_one_card_and_the_piles(desk, phone):
    """First what it is about; then a card in its own script without its team, and no cookie before that."""
    code, mine = opened(desk), phone()
    first = mine.get(f"/r/{code}").text
    assert "You see 13 cards" in first
    assert not mine.cookies
    page = begin(mine, code)
    assert "Card 1 of 13" in page
    assert page.count("<blockquote") == 1
    assert "Risk &amp; daring" in page
    assert "new things" in page
    assert all(team not in page for team in ("Amber", "Birch", "Cedar"))


def test_nobody_is_named_on_a_phone(desk, phone, work):
    """Whoever stands on the roster is hidden in the words of a card, and on the page of results."""
    code, mine = opened(desk), phone()
    page = begin(mine, code)
    seen = [mine.get(f"/r/{code}?at={number}").text for number in range(1, 14)]
    assert sum("says that nobody asked her" in each for each in seen) == 1
    assert all("Rahima" not in each for each in (page, *seen))
    key = text_key(NAMED)
    pile = work.findings("p").wall("culture").piles[0].id
    for _ in range(3):
        other = phone()
        begun = begin(other, code)
        other.post(f"/r/{code}", data={"token": hidden(begun, "token"), "card": key, "to": pile})
    closed = desk.post(f"{DESK}/{code}/close").text
    assert "says that nobody asked her" in closed
    assert "Rahima" not in closed
    assert "Amber" not in closed


def test_each_tap_is_kept_at_once_and_leads_to_the_next_card(desk, phone):
    """Sent twice it is one answer; reloaded or opened anew the phone goes on where it was."""
    code, mine = opened(desk, 3), phone()
    page = begin(mine, code)
    first = hidden(page, "card")
    second = tap(mine, code, page, "none")
    assert second.history[0].status_code == 303
    again = tap(mine, code, page, "none")
    assert hidden(again.text, "card") == hidden(second.text, "card") != first
    assert "Card 2 of 3" in mine.get(f"/r/{code}").text
    assert "1 person takes part. Together they have done 1 of 3 cards." in words(desk.get(f"{DESK}/{code}").text)


def words(page):
    return " ".join(re.sub(r"<[^>]+>", " ", page).split())


def test_back_shows_what_was_chosen_and_it_can_be_changed(desk, phone, work):
    """Then it goes on with the first card that is left."""
    code, mine = opened(desk, 3), phone()
    page = tap(mine, code, tap(mine, code, begin(mine, code), "none").text, "not-sure").text
    assert "Card 3 of 3" in page
    back = mine.get(f"/r/{code}?at=2").text
    assert "✓ you chose this" in back
    assert back.index('aria-current="true"', back.index("<form")) > back.index("not-sure") - 40
    changed = tap(mine, code, back, "none").text
    assert "Card 3 of 3" in changed
    assert "Thank you." in tap(mine, code, changed, "none").text


def test_the_next_person_on_the_same_device_begins_anew(desk, phone):
    """With a token of their own."""
    code, mine = opened(desk, 1), phone()
    done = tap(mine, code, begin(mine, code), "none").text
    assert "The next person sorts on this device" in done
    page = mine.post(f"/r/{code}", data={"again": "1"}).text
    assert "Card 1 of 1" in page
    tap(mine, code, page, "not-sure")
    assert "2 people take part" in desk.get(f"{DESK}/{code}").text


def test_without_cookies_the_address_tells_where_a_phone_was(desk, phone):
    """And with them it does not stay in the address, which somebody may pass on."""
    code = opened(desk, 3)
    deaf = phone(follow_redirects=False)
    where = deaf.post(f"/r/{code}").headers["location"]
    deaf.cookies.clear()
    page = deaf.get(where).text
    where = tap(deaf, code, page, "none").headers["location"]
    deaf.cookies.clear()
    assert "Card 2 of 3" in deaf.get(where).text
    mine = phone()
    begun = mine.post(f"/r/{code}")
    assert "me=" not in str(begun.url)
    assert "Card 1 of 3" in begun.text


def test_a_language_that_was_chosen_is_kept(desk, phone):
    """When the code is scanned again; the language of other pages stays as it is."""
    code, mine = opened(desk, 3), phone(headers={"accept-language": "en"})
    begin(mine, code)
    assert 'lang="bn"' in mine.get(f"/r/{code}?lang=bn").text[:200]
    assert 'lang="bn"' in mine.get(f"/r/{code}").text[:200]
    assert 'lang="en"' in mine.get("/").text[:200]


def test_words_in_the_readers_language_are_shown_on_request(desk, phone):
    """Marked as made by the machine, and still there with the next card."""
    code, mine = opened(desk), phone(headers={"accept-language": "en"})
    begin(mine, code)
    number = next(at for at in range(1, 14) if "Show the words in" in mine.get(f"/r/{code}?at={at}").text)
    page = mine.get(f"/r/{code}?at={number}&gloss=1").text
    assert "gloss=1" in str(tap(mine, code, page, "none", gloss="1").url)
    assert "Hide the words in English" in page


def test_results_are_seen_when_it_is_closed_and_placed_by_one_button(desk, phone, work):
    """Nothing before; then agreement, cards to talk about and the button; afterwards that they lie on the wall."""
    code = opened(desk, 2)
    pile = work.findings("p").wall("culture").piles[1].id
    for second in (pile, "none", "not-sure"):
        mine = phone()
        tap(mine, code, tap(mine, code, begin(mine, code), pile).text, second)
    assert "3 of 3" not in desk.get(f"{DESK}/{code}").text
    closed = words(desk.post(f"{DESK}/{code}/close").text)
    assert "3 people took part. Of 2 cards they agree on 1." in closed
    assert "बिजुली 1 of 3" in closed
    assert "not sure 1 of 3" in closed
    assert "Open it again" not in closed
    assert "This sorting is closed" in mine.get(f"/r/{code}").text
    wall = desk.post(f"{DESK}/{code}/place").text
    assert "The room placed one card." in wall
    assert "placed by the room" in wall
    assert "The room placed them on the wall." in desk.get(f"{DESK}/{code}").text


def test_two_people_are_too_few_and_the_room_can_be_opened_again(desk, phone):
    """In one line; nothing of what they chose."""
    code = opened(desk, 1)
    for _ in range(2):
        mine = phone()
        tap(mine, code, begin(mine, code), "none")
    closed = words(desk.post(f"{DESK}/{code}/close").text)
    assert "2 people took part. That is too few to show" in closed
    assert "fits none" not in closed
    assert "2 people take part" in desk.post(f"{DESK}/{code}/open").text


def test_a_tap_that_comes_after_the_end_is_answered_kindly(desk, phone):
    """And not counted."""
    code, mine = opened(desk, 2), phone()
    page = begin(mine, code)
    desk.post(f"{DESK}/{code}/close")
    assert "This sorting is closed" in tap(mine, code, page, "none").text
    assert "Nobody took part" in desk.get(f"{DESK}/{code}").text


def test_without_two_named_piles_the_page_says_what_to_do(desk, work):
    """Instead of a button."""
    work.sortings.empty("p", "culture", work.findings("p").wall("culture").piles[0].id)
    page = desk.get(DESK).text
    assert "at least two piles with a name are needed. Name them on the wall, or bring a codebook." in words(page)
    assert "Open it" not in page
    assert desk.post(DESK).status_code == 422


def test_a_room_is_removed_with_its_answers(desk, phone):
    """From its page; its address leads nowhere then."""
    code = opened(desk, 1)
    assert code in desk.get(DESK).text
    assert code not in desk.post(f"{DESK}/{code}/remove").text
    assert phone().get(f"/r/{code}").status_code == 404


def test_speakers_and_writers_are_named_to_no_phone(settings, open_workspace):
    """Without a roster too; nor in what is said of a pile."""
    workspace = open_workspace(settings)
    workspace.programmes.create("P", ["Amber"])
    said = (
        "power stays with Jamila Haque and her sons",
        "Nasreen Akter hides the accounts from us",
        "we share all of it",
    )
    rows = "".join(f"{text},culture,Amber,{who}\n" for text, who in zip(said, ("A", "Nasreen Akter", "C"), strict=True))
    talk = b"WEBVTT\n\n00:01.000 --> 00:09.000\n<v Jamila Haque>Hello all of you\n"
    workspace.files.add("p", [("n.csv", f"text,element,team,participant\n{rows}".encode()), ("t.vtt", talk)])
    workspace.sortings.make_pile("p", "culture", "Money", (), about="as Nasreen Akter told us")
    workspace.sortings.make_pile("p", "culture", "Power", ())
    client = TestClient(create_app(settings, workspace), base_url="http://localhost")
    code = opened(client)
    pages = [begin(client, code), *(client.get(f"/r/{code}?at={number}").text for number in (1, 2, 3))]
    assert any("power stays with" in page for page in pages)
    assert any("told us" in page for page in pages)
    assert not [name for name in ("Jamila", "Nasreen") for page in pages if name in page]
