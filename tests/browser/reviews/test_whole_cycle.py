"""A facilitator's way through one whole cycle: from an empty page to looking back at two reviews."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

CHECKS = (Path(__file__).parent.parent / "checks.js").read_text(encoding="utf-8")
PHONE = {"width": 360, "has_touch": True, "is_mobile": True}
SOON = 20_000
SPRING, AUTUMN = date.today() - timedelta(days=190), date.today() - timedelta(days=1)
LATE, RING, STRAY = "Money comes late", "We ring each other", "We speak openly about mistakes"
WRITTEN = [
    ("en", "Bangladesh", "Money comes late"),
    ("en", "Bangladesh", "We ring each other before we write"),
    ("bn", "Bangladesh", "টাকা দেরিতে আসে"),
    ("bn", "Bangladesh", "আমরা একে অন্যকে ফোন করি"),
    ("ne", "Nepal", "पैसा ढिलो आउँछ"),
    ("ne", "Nepal", "पैसा किस्तामा ढिलो आउँदा काम रोकिन्छ"),
]
PROMISE = "Tell all teams on the first of the month when money comes"
TYPED = """text,element,team,review
The money arrives after the season,Trust,Nepal,Spring
We speak openly about mistakes,Trust,Bangladesh,Spring
কিস্তির টাকা মাস পার হয়ে আসে,Trust,Bangladesh,Spring
हामी एक अर्कालाई फोन गर्छौं,Trust,Nepal,Spring
"""
LATER = """text,element,team,review
Money comes on the first of the month now,Trust,Nepal,Autumn
We ring each other every Monday,Trust,Bangladesh,Autumn
আমরা সোমবারে একে অন্যকে ফোন করি,Trust,Bangladesh,Autumn
हामी हरेक हप्ता एक अर्कालाई फोन गर्छौं,Trust,Nepal,Autumn
One instalment came late,Trust,Nepal,Autumn
"""


def passes(page):
    """No sideways scrolling; names, contrast, targets."""
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), page.url
    assert page.evaluate(CHECKS) == [], page.url


def says(page, *texts):
    """The page shows each of some texts to somebody who reads it."""
    for text in texts:
        expect(page.locator("main").get_by_text(text).locator("visible=true").first).to_be_visible()
    passes(page)


def test_one_whole_cycle(open_page, address):
    """Set up, write, review, sort, report, agree, review again, look back: each page says what the last one did."""
    desk = open_page(locale="en-GB")
    set_up(desk, address)
    write_a_rubric(desk)
    rate(desk, open_page, address)
    bring_notes(desk, open_page, address)
    sort(desk)
    read_the_report(desk)
    agree_on_an_action(desk)
    review_again(desk)
    say_what_became_of_it(desk)
    look_back(desk)


def set_up(desk, address):
    """A programme with two teams."""
    desk.goto(address)
    desk.get_by_label("Name of the programme").fill("River markets")
    desk.get_by_label("Teams, one a line").fill("Nepal\nBangladesh")
    desk.get_by_role("button", name="Begin").click()
    says(desk, "What have you brought?")


def write_a_rubric(desk):
    """Two levels of one element in Nepali, kept as a version."""
    go_to(desk, "Rubrics")
    desk.get_by_role("link", name="Write rubrics").click()
    desk.get_by_label("Whose rubric is it?").fill("Nepal")
    desk.get_by_label("Nothing but the elements and levels that are there").check()
    desk.get_by_role("button", name="Begin").click()
    desk.get_by_role("link", name="Add the first one").click()
    desk.get_by_label("Its name").fill("Trust")
    desk.get_by_role("button", name="Add it").click()
    desk.get_by_role("link", name="All rubrics that are written here").click()
    desk.get_by_role("link", name="Nepal", exact=True).click()
    desk.get_by_role("link", name="Trust", exact=True).click()
    desk.get_by_label("How Nepal puts it").nth(0).fill("गल्ती भए त्यही दिन भनिन्छ\nपैसा समयमा आउँछ")
    desk.get_by_role("button", name="Save well-functioning").click()
    desk.get_by_label("How Nepal puts it").nth(2).fill("पैसा कहिले आउँछ कसैलाई थाहा हुँदैन")
    desk.get_by_label("Why, for the others to read").nth(2).fill("Three teams waited in March")
    desk.get_by_role("button", name="Save needs help").click()
    desk.get_by_role("link", name="The rubric of Nepal").click()
    says(desk, "2 cells of 3 are written.", "पैसा समयमा आउँछ", "पैसा कहिले आउँछ कसैलाई थाहा हुँदैन")
    desk.get_by_label("What changed, and why").fill("our first one")
    desk.get_by_role("button", name="Keep as version").click()
    says(desk, "Version 1 is as it stands here.", "our first one")


def rate(desk, open_page, address):
    """One team agrees on a level, with its reason; three of the other send theirs from their phones."""
    plan(desk, "Spring", SPRING)
    says(desk, "Nobody has rated for this review yet.")
    enter_rating(desk, "Nepal", "needs help", "तीन पटक पैसा ढिलो आयो")
    desk.get_by_role("button", name="Let phones rate").click()
    link = desk.get_by_role("link", name="Look at it on this device").get_attribute("href")
    for reason in ("টাকা কবে আসবে কেউ বলে না", "ফোন করলে ধরে", "They answer letters"):
        phone = open_page(**PHONE)
        phone.goto(f"{address}{link}?lang=bn")
        phone.get_by_label("Bangladesh").check()
        phone.get_by_label("emerging").check()
        phone.locator("textarea").fill(reason)
        phone.get_by_role("button", name="নাম ছাড়া পাঠান").click()
        says(phone, "ধন্যবাদ।")
    desk.reload()
    desk.get_by_role("button", name="Take in 3 new ratings").click()
    says(desk, "On Trust the levels lie apart: “emerging” (Bangladesh), “needs help” (Nepal).")
    expect(desk.locator(".pips i")).to_have_count(4)
    for summary in desk.locator("summary", has_text="reason").all():
        summary.click()
    says(desk, "तीन पटक पैसा ढिलो आयो", "টাকা কবে আসবে কেউ বলে না")


def bring_notes(desk, open_page, address):
    """From phones in three languages, and from a file."""
    desk.locator("main").get_by_role("link", name="Notes on phones").click()
    expect(desk.get_by_label("For which review, if for one?")).to_have_value("Spring")
    desk.get_by_label("What do you ask the room?").fill("What stands in the way of trust?")
    desk.get_by_label("People may say which team is theirs").check()
    desk.get_by_role("button", name="Open it for phones").click()
    link = desk.get_by_role("link", name="Look at it on this device").get_attribute("href")
    phones = {code: open_page(**PHONE) for code in ("en", "bn", "ne")}
    for code, phone in phones.items():
        phone.goto(f"{address}{link}?lang={code}")
    for code, team, text in WRITTEN:
        phone, before = phones[code], phones[code].locator(".mine-note.sent").count()
        phone.locator("#text").fill(text)
        phone.locator("#element").select_option("trust")
        phone.locator("#team").select_option(team)
        phone.locator("#write button[type=submit]").click()
        expect(phone.locator(".mine-note.sent")).to_have_count(before + 1, timeout=SOON)
    expect(desk.locator(".arrived-note")).to_have_count(6, timeout=SOON)
    desk.get_by_role("button", name="Bring 6 new notes to the wall").click()
    add_file(desk, "spring.csv", TYPED)
    says(desk, "As the notes are laid out here, 1 of 2 readings is shared by all teams.")


def sort(desk):
    """Two named piles; the machine places what it is sure of, and a person puts one card right."""
    open_element(desk)
    says(desk, "What do people mean by")
    desk.get_by_role("link", name="Sort the notes together").click()
    says(desk, "How do you want to begin?")
    desk.locator('form:has(input[value="nothing"]) button').click()
    for name in (LATE, RING):
        desk.locator("#new-name").fill(name)
        desk.locator("#new-make").click()
        desk.locator(".pile h3").filter(has_text=name).wait_for()
    place_what_is_left(desk)
    desk.locator(".card", has_text=STRAY).locator("input").check()
    desk.locator("#sheet button", has_text="Fits no pile").click()
    expect(desk.locator("#said")).to_have_text("One card fits no pile.")
    place_what_is_left(desk)
    says(desk, "No card is left to sort.", "These piles are the readings of the element")
    desk.locator(".back a").click()
    says(desk, LATE, RING, STRAY)


def place_what_is_left(desk):
    """Put each card that is asked for on the pile of its words."""
    while desk.locator("#next").count():
        text = desk.locator("#next blockquote p").first.inner_text()
        pile = LATE if any(word in text for word in ("पैसा", "টাকা", "oney")) else RING
        revision = desk.locator("#wall").get_attribute("data-revision")
        desk.locator("#next .targets button", has_text="Fits no pile" if text == STRAY else pile).click()
        desk.locator(f'#wall:not([data-revision="{revision}"])').wait_for()


def read_the_report(desk):
    """The readings, their words and the ratings stand in it; nothing is agreed yet."""
    go_to(desk, "Report")
    says(desk, "What we heard", LATE, RING, "पैसा ढिलो आउँछ", "It rests on 10 notes, 1 element and 0 sessions.")
    says(desk, "how the team rated itself in Spring.", "To fill in together, before everybody leaves.")


def agree_on_an_action(desk):
    """Made of a reading: what people said and how many of them goes along; the report has it."""
    open_element(desk)
    desk.locator(".map a.make-action", has_text=LATE).click()
    says(desk, "What do we do about this?", "पैसा ढिलो आउँछ", "Spring: 6 of 10 notes.")
    desk.get_by_label("What is to be done?").fill(PROMISE)
    desk.get_by_label("Who does it?").fill("Bangladesh")
    desk.get_by_label("By when?").fill(AUTUMN.isoformat())
    desk.get_by_role("button", name="Keep this action").click()
    says(desk, PROMISE, "not begun", "No notes have come since.", "Not rated since.")
    desk.get_by_label("How far is it?").select_option("being done")
    desk.get_by_role("button", name="Keep", exact=True).first.click()
    go_to(desk, "Report")
    says(desk, "What we agreed", PROMISE)
    assert desk.get_by_text("To fill in together, before everybody leaves.").count() == 0


def review_again(desk):
    """The next review has other ratings and other notes, which find their piles by themselves."""
    plan(desk, "Autumn", AUTUMN)
    enter_rating(desk, "Nepal", "emerging", "Money came in time, but once")
    add_file(desk, "autumn.csv", LATER)
    says(desk, "1 action is under way.", "rated itself in Autumn", "Since Spring, 1 of 1 rating has changed.")


def say_what_became_of_it(desk):
    """What was said then stands beside what is said now; people decide, and the action is done."""
    go_to(desk, "Actions")
    desk.get_by_role("link", name="You said, we did").click()
    says(desk, "Of 1 action nobody has said yet what became of it.", "पैसा ढिलो आउँछ", PROMISE)
    then, now = desk.locator(".then-now > div").all()
    assert "Spring: 6 of 10 notes." in then.inner_text()
    assert "needs help" in then.inner_text()
    assert "Autumn: 2 of 5 notes. Since Spring it changed no more than chance would explain." in now.inner_text()
    assert "emerging" in now.inner_text()
    desk.get_by_label("It changed", exact=True).check()
    desk.get_by_label("In a line, for those who said it").fill("Once it was late again")
    desk.get_by_role("button", name="Keep", exact=True).click()
    says(desk, "Of every action it is said what became of it.", "It changed.", "Once it was late again")
    desk.get_by_role("link", name=PROMISE).click()
    desk.get_by_label("How far is it?").select_option("done")
    desk.get_by_role("button", name="Keep", exact=True).first.click()
    go_to(desk, "Actions")
    says(desk, "1 action that is done or let go")


def look_back(desk):
    """Both reviews stand side by side: ratings, readings, what was promised; and what changed, in words."""
    open_element(desk)
    desk.get_by_role("link").filter(has_text="What became of").click()
    through = desk.locator("table.through")
    assert through.locator("thead th").all_inner_texts() == ["Spring", "Autumn"]
    rows = [" ".join(row.inner_text().split()) for row in through.locator("tbody tr:not(.part)").all()]
    assert rows[:2] == ["emerging Bangladesh Bangladesh Bangladesh Nepal", "needs help Nepal"]
    assert "6 of 10 notes 2 of 5 notes" in rows[2]
    assert rows[2].startswith(LATE)
    assert rows[-1] == f"{PROMISE} agreed It changed"
    says(desk, "2 reviews, from Spring to Autumn.", "Nepal: needs help in Spring, emerging in Autumn.")
    says(desk, "2 readings changed no more than chance would explain.", f"It changed: {PROMISE}.")


def go_to(desk, words):
    desk.get_by_role("navigation", name="Programme").get_by_role("link", name=words, exact=True).click()


def open_element(desk):
    go_to(desk, "River markets")
    desk.get_by_role("table").get_by_role("link", name="Trust", exact=True).click()


def plan(desk, name, day):
    go_to(desk, "Reviews")
    desk.get_by_label("What is it called?").fill(name)
    desk.get_by_label("On which day?").fill(day.isoformat())
    desk.get_by_role("button", name="Plan it").click()


def enter_rating(desk, team, level, reason):
    desk.get_by_role("link", name="Enter ratings, or let phones rate").click()
    desk.get_by_role("navigation", name="Teams").get_by_role("link", name=team, exact=True).click()
    desk.get_by_label(level).check()
    desk.get_by_label("Why? (if you like)").fill(reason)
    desk.get_by_role("button", name="Save").click()
    says(desk, "It is kept.")


def add_file(desk, name, text):
    go_to(desk, "Add files")
    desk.locator("#files").set_input_files([{"name": name, "mimeType": "text/csv", "buffer": text.encode()}])
    desk.get_by_role("button", name="Look at them").click()
    says(desk, name)
    desk.get_by_role("button", name="Keep 1 file").click()
