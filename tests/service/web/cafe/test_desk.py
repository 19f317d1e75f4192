"""The facilitator's pages of World Cafés, without any script."""

import re

import pytest

from service.annotations.tokens import new_token
from tests.service.cafe.conftest import NAMES

HOME = "/programmes/p/cafes"
FORM = {"review": "May 2026", "day": "2026-05-04", "size": "4", "rounds": "2", "minutes": "15", "hosted": "1"}


def words(page):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page.text))


def test_what_is_proposed_can_be_seated_at_once(desk):
    """Everybody on the roster is ticked, and the page of the plan begins with what it does."""
    page = desk.get(HOME)
    ticked = re.findall(r'name="coming" value="([^"]*)" checked', page.text)
    assert ticked == list(NAMES)
    mix = re.findall(r'name="mix" value="([^"]*)" checked', page.text)
    assert mix == ["organisation", "gender"]
    plan = desk.post(HOME, data={**FORM, "coming": ticked, "mix": mix, "questions": "কেন?", "others": "রিনা, Nodi"})
    assert re.search(r"Everybody meets \d( to \d)? of the 8 others", words(plan))
    assert "কেন?" in plan.text
    assert plan.text.count("রিনা") > 2
    assert desk.get(HOME).text.count(str(plan.url).rsplit("/", 1)[1]) == 1


def test_a_roster_says_who_is_away(desk, work):
    """Of several lists one is chosen; whom it says to be absent is not ticked."""
    (kept,) = work.files.add("p", [("today.csv", b"name,present\nBen,yes\nAnn,no\nNew,yes\n")])
    page = desk.get(HOME, params={"roster": kept.id})
    assert set(re.findall(r'name="coming" value="([^"]*)" checked', page.text)) == {"Ben", "New"}
    assert 'aria-current="true">today.csv' in page.text


def test_questions_that_were_chosen_are_proposed(desk, work):
    """In the reader's language where somebody wrote it in it."""
    work.questions.ask("p", "What did we learn?", "", {"bn": "আমরা কী শিখলাম?"})
    assert "What did we learn?" in desk.get(HOME).text
    assert "আমরা কী শিখলাম?" in desk.get(HOME, params={"lang": "bn"}).text


def test_what_is_wrong_is_said_and_nothing_is_lost(desk):
    """What was ticked and typed stands in the form again."""
    answer = desk.post(HOME, data={**FORM, "coming": ["Ben"], "others": "Zed, Fund", "questions": "a\nb\nc"})
    assert answer.status_code == 422
    assert "3 questions for 2 rounds" in answer.text
    assert re.findall(r'name="coming" value="([^"]*)" checked', answer.text) == ["Ben"]
    assert "Zed, Fund" in answer.text
    assert "\nb\nc" in answer.text


def test_the_plan_is_changed_on_the_day(desk, work, made):
    """A round ends, somebody is missing, two change places once it was seen what that costs, another question."""
    one = f"{HOME}/{made.code}"
    guests = [table.guests[0] for table in made.seating.rounds[0]]
    asked = desk.get(one, params={"one": guests[0], "other": guests[1], "round": "1"})
    assert re.search(r"pairs? (fewer|more) would meet|As many pairs", asked.text)
    assert work.cafes.get("p", made.code) == made
    desk.post(f"{one}/swap", data={"one": guests[0], "other": guests[1], "round": "1"})
    assert guests[1] in work.cafes.get("p", made.code).seating.rounds[0][0].people
    desk.post(f"{one}/over", data={"over": "1"})
    desk.post(f"{one}/people", data={"coming": NAMES[1:], "others": "Late"})
    now = work.cafes.get("p", made.code)
    assert now.over == 1
    assert "Late" in now.coming
    desk.post(f"{one}/questions", data={"questions": "Why?"})
    desk.post(f"{one}/arrange")
    assert work.cafes.get("p", made.code).questions == ("Why?", "Why?")
    wrong = desk.post(f"{one}/people", data={"coming": ["Ben"], "others": "Só"})
    assert wrong.status_code == 422
    assert "Só" in wrong.text
    assert desk.get(one, params={"one": "Ben", "other": "Ben"}).status_code == 422


@pytest.mark.parametrize("code", ["en", "bn", "ne"])
def test_paper_and_screen_show_everybody(desk, made, code):
    """A sheet for each round, a card for each person, one screen a round, and the same as a table."""
    one = f"{HOME}/{made.code}"
    paper = desk.get(f"{one}/print", params={"lang": code}).text
    assert paper.count("round-sheet") == 2
    assert paper.count('class="way-card"') == len(NAMES)
    screen = desk.get(f"{one}/screen/2", params={"lang": code}).text
    assert not [name for name in NAMES if name not in screen]
    assert 'data-minutes="20"' in screen
    assert desk.get(f"{one}/screen/3").status_code == 404
    rows = desk.get(f"{one}/places.csv").text.splitlines()
    assert len(rows) == 1 + 2 * len(NAMES)


def test_what_the_tables_wrote_is_read_and_joins_the_notes(desk, work, made):
    """By round and table; typed in from paper; one that should not be there goes."""
    one = f"{HOME}/{made.code}/notes"
    work.table_notes.write(made.code, new_token(), 1, 2, "কেউ প্রশ্ন করে না\nWe wait")
    token = re.search(r'name="token" value="([^"]*)"', desk.get(one).text)[1]
    for _ in range(2):
        desk.post(one, data={"round": "2", "table": "1", "text": "हामीलाई सोधिँदैन", "token": token})
    page = desk.get(one)
    assert "3 notes so far. 3 of them are not among the notes of the review yet." in words(page)
    desk.post(f"{one}/gather")
    assert "All of them are among the notes" in desk.get(one).text
    note = re.search(r'id="n-([0-9a-f]+)"', page.text)[1]
    desk.post(f"{one}/{note}/remove")
    assert desk.get(one).text.count('<li id="n-') == 2
    assert len([each for each in work.findings("p").written() if "round" in each.attributes]) == 2
    wrong = desk.post(one, data={"round": "1", "table": "1", "text": "ক" * 501})
    assert wrong.status_code == 422
    assert "ক" * 501 in wrong.text


def test_it_is_closed_and_removed(desk, work, made):
    """Each from the page of the plan."""
    one = f"{HOME}/{made.code}"
    desk.post(f"{one}/close")
    assert not work.cafes.get("p", made.code).is_open
    desk.post(f"{one}/open")
    assert work.cafes.get("p", made.code).is_open
    desk.post(f"{one}/remove")
    assert desk.get(one).status_code == 404


def test_a_pause_is_offered_with_what_it_rests_on(desk, work):
    """Quietly, on the page of reviews and where one is planned; not where nothing speaks for it."""
    offer = "A pause may help more than a rubric now"
    assert offer not in desk.get(HOME).text
    rows = "".join(f"May 2026,{team},Mutual trust,needs help\n" for team in ("North", "South"))
    work.files.add("p", [("ratings.csv", f"review,team,element,level\n{rows}".encode())])
    assert offer in desk.get("/programmes/p/reviews").text
    assert "In May 2026, 2 of 2 who rated “Mutual trust” put it at the lowest level." in words(desk.get(HOME))
