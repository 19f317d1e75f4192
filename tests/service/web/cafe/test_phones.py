"""Phones at the tables: without scripts, small, in three languages, and storing nobody."""

import re

import pytest

from service.annotations.tokens import new_token
from tests.service.cafe.conftest import NAMES, wanted

SMALL = 60_000


def sent(page, **more):
    return {"token": re.search(r'name="token" value="([^"]*)"', page.text)[1], "table": "2", "round": "1", **more}


@pytest.mark.parametrize("code", ["en", "bn", "ne"])
def test_everybody_finds_their_tables(desk, made, code):
    """In their language, without a script."""
    page = desk.get(f"/t/{made.code}", params={"lang": code})
    assert f'<html lang="{code}">' in page.text
    assert "<script" not in page.text
    assert "set-cookie" not in page.headers
    assert not [name for name in NAMES if name not in page.text]


def test_a_table_writes_and_what_is_sent_twice_is_kept_once(desk, work, made):
    """It sees what it wrote, in this round and before, and nothing of other tables."""
    page = desk.get(f"/t/{made.code}", params={"table": 2})
    data = sent(page, text="বৈঠক দেরিতে শুরু হয়\nहामी पर्खन्छौँ <b>")
    for _ in range(2):
        thanks = desk.post(f"/t/{made.code}", data=data)
    assert "Thank you: 2 notes are kept." in thanks.text
    assert "हामी पर्खन्छौँ &lt;b&gt;" in thanks.text
    work.table_notes.write(made.code, new_token(), 1, 1, "of another table")
    again = desk.get(f"/t/{made.code}", params={"table": 2})
    assert "বৈঠক" in again.text
    assert "of another table" not in again.text
    assert len(work.table_notes.every(work.findings("p"), made.code)) == 3


def test_the_round_that_is_on_is_chosen(desk, work, made):
    """With its question and its people; another one can be chosen."""
    work.cafes.set_questions("p", made.code, ["First?", "Second?"])
    work.cafes.set_over("p", made.code, 1)
    page = desk.get(f"/t/{made.code}", params={"table": 1}).text
    assert "Second?" in page
    assert '<option value="2" selected>' in page
    assert "First?" in desk.get(f"/t/{made.code}", params={"table": 1, "round": 1}).text


def test_what_cannot_be_kept_is_given_back(desk, made):
    """With its words; a table that is not there leads to all of them; no such café is not found."""
    page = desk.get(f"/t/{made.code}", params={"table": 2})
    answer = desk.post(f"/t/{made.code}", data=sent(page, text="ক" * 501))
    assert answer.status_code == 422
    assert "ক" * 501 in answer.text
    assert 'name="text"' not in desk.get(f"/t/{made.code}", params={"table": 99}).text
    assert desk.get("/t/nowhere").status_code == desk.post("/t/nowhere", data={"text": "a"}).status_code == 404
    assert desk.post(f"/t/{made.code}", data=sent(page, text="a", element="nothing")).status_code == 404
    assert desk.post(f"/t/{made.code}", data=sent(page, text="a", table="²")).status_code == 404


def test_one_that_is_closed_names_nobody(desk, work, made):
    """Neither people nor notes; what is sent all the same is not kept."""
    page = desk.get(f"/t/{made.code}", params={"table": 2})
    work.table_notes.write(made.code, new_token(), 1, 2, "said before")
    work.table_notes.set_open("p", made.code, is_open=False)
    closed = desk.get(f"/t/{made.code}", params={"table": 2}).text
    assert not [word for word in (*NAMES, "said before") if word in closed]
    assert desk.post(f"/t/{made.code}", data=sent(page, text="late")).status_code == 200
    assert len(work.table_notes.every(work.findings("p"), made.code)) == 1


def test_a_page_is_small_in_a_large_hall(desk, work):
    """Sixty people with long names in Bangla, four rounds: below 60 kB with its styles."""
    names = [f"মোসাম্মৎ রাবেয়া খাতুন বেগম {number}" for number in range(60)]
    made = work.cafes.plan("p", wanted(names, size=6, rounds=4))
    page = desk.get(f"/t/{made.code}", params={"lang": "bn"})
    loaded = re.findall(r'(?:href|src)="(/static/[^"]+)"', page.text)
    assert len(page.content) + sum(len(desk.get(each).content) for each in loaded) < SMALL
