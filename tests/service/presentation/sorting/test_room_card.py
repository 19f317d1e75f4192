"""One card as a phone shows it."""

import pytest

from nlp.documents.types import Person, Unit
from service.annotations.rooms import Visit
from service.presentation.i18n import language
from service.presentation.masking.headlines import nameless
from service.presentation.sorting.room_card import nobodys_card, room_card_view
from service.sortings.types import ASIDE, Pile

PEOPLE = nameless([Person("Rahima Khatun", ("রহিমা খাতুন",), {})])
PILES = (Pile("p", "খবর", "সময়মতো"), Pile("q", "Risk", names={"ne": "जोखिम"}))


def unit(text, code):
    return Unit("n1", text, code, "notes.csv", 2, 0, len(text), "Trust", {"team": "Nepal", "participant": "P4"})


def shown(text="We wait", code="en", reader="en", gloss=lambda card: ((card.text, "x"),)):
    return nobodys_card("a", [unit(text, code)], PEOPLE, language(reader), gloss)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Rahima Khatun waits", "en"),
        ("রহিমা খাতুনকে কেউ বলেনি", "bn"),
        ("rahima khatun ke keu boleni 🙂", "bn-Latn"),
        ("কাল রহি\u200cমা খাতুন আসবেন", "bn"),
    ],
)
def test_a_card_tells_neither_whose_it_is_nor_whom_it_names(text, code):
    """No team; the name is gone from the text and from what is glossed."""
    card = shown(text, code, "ne")
    assert card.marks == ()
    assert not any(name in card.text.replace("\u200c", "") for name in ("Rahima", "rahima", "রহিমা", "Khatun"))
    assert card.gloss == ((card.text, "x"),)


def test_the_readers_own_language_has_no_gloss():
    """There is nothing to explain."""
    assert shown().gloss == ()


@pytest.mark.parametrize(
    ("answers", "marked"), [({}, []), ({"b": "q"}, ["q"]), ({"b": ASIDE}, ["none"]), ({"b": None}, ["not sure"])]
)
def test_what_was_chosen_is_marked(answers, marked):
    """One of the piles, that it fits none, or that the person was not sure; nothing before."""
    visit = Visit("Trust", True, PILES, {"a": (), "b": (), "c": ()}, answers)
    view = room_card_view(visit, "b", shown(), PEOPLE, language("ne"))
    found = [each.id for each in view.choices if each.chosen]
    found += ["none"] * view.fits_none + ["not sure"] * view.not_sure
    assert found == marked
    assert (view.number, view.of, view.answered) == (2, 3, bool(answers))
    assert [each.title.striptags() for each in view.choices] == ["খবর", "जोखिम"]
    assert [each.about for each in view.choices] == ["সময়মতো", ""]


def test_the_next_card_is_the_first_that_is_left_behind_this_one():
    """Then from the beginning; none when all are done."""
    visit = Visit("Trust", True, PILES, dict.fromkeys("abcd", ()), {"b": None, "c": "p"})
    assert [visit.first_left(card) for card in ("", "a", "d", "gone")] == ["a", "d", "a", "a"]
    assert Visit("Trust", True, PILES, {"a": ()}, {"a": ASIDE}).first_left("a") is None
