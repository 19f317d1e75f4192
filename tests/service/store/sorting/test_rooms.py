"""Rooms and what is answered in them, on both databases."""

import threading
from datetime import UTC, datetime

import pytest

from service.errors import NotFound
from service.sortings.types import ASIDE, Pile
from service.store import Database, programmes
from service.store.sorting import rooms
from service.types import Outline

PILES = (Pile("p", "বিদ্যুৎ", "none", ("যায়",), judged=True), Pile("q", "Risk"))


@pytest.fixture
def database(url):
    """An empty database with one programme."""
    opened = Database.open(url)
    with opened.writing() as db:
        programmes.add(db, "P", "", Outline(), datetime.now(UTC))
    yield opened
    opened.close()


@pytest.fixture
def room(database):
    """A room of two cards."""
    with database.writing() as db:
        return rooms.add(db, programmes.find(db, "p").id, "Trust", ("a", "b"), PILES)


def test_a_room_is_read_as_it_was_stored(database, room):
    """Under a code that is easy to type, with piles as they were; its programme is found by it."""
    with database.reading() as db:
        assert rooms.find(db, room.code) == room == rooms.every(db, room.programme_id)[0]
        assert rooms.programme_of(db, room.code) == "p"
    assert (room.cards, room.piles, room.is_open) == (("a", "b"), PILES, True)
    assert len(room.code) == 6


@pytest.mark.parametrize("asked", [rooms.find, rooms.programme_of])
def test_a_code_that_is_not_there_is_not_found(database, asked):
    """In one line."""
    with database.reading() as db, pytest.raises(NotFound, match="no sorting in the room"):
        asked(db, "nowhere")


def test_the_last_answer_of_a_person_to_a_card_counts(database, room):
    """A pile, none, or not sure; of each person alone, and of all without saying who."""
    with database.writing() as db:
        for person, card, pile in (("1", "a", "p"), ("1", "a", None), ("2", "a", "q"), ("2", "b", ASIDE)):
            rooms.answer(db, room, person, card, pile)
    with database.reading() as db:
        assert rooms.answers_of(db, room, "1") == {"a": None}
        assert rooms.answers(db, room) == ({"a": None}, {"a": "q", "b": ASIDE})
        assert rooms.people(db, room) == 2


def test_the_same_tap_from_two_requests_at_once_is_one_answer(database, room):
    """Neither fails."""

    def tap():
        with database.writing() as db:
            rooms.answer(db, rooms.find(db, room.code, lock=True), "1", "a", "p")

    threads = [threading.Thread(target=tap) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with database.reading() as db:
        assert rooms.answers(db, room) == ({"a": "p"},)


def test_a_room_is_closed_and_removed_with_its_answers(database, room):
    """And with nobody else's."""
    with database.writing() as db:
        other = rooms.add(db, room.programme_id, "Trust", ("a",), PILES)
        rooms.answer(db, room, "1", "a", "p")
        rooms.answer(db, other, "1", "a", "q")
        rooms.set_open(db, room, is_open=False)
        assert not rooms.find(db, room.code).is_open
        rooms.remove(db, room)
        assert rooms.answers(db, room) == ()
        assert rooms.answers(db, other) == ({"a": "q"},)
