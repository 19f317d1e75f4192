"""Which cards a room sorts, and among which piles."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp.errors import InputError
from service.sortings.room_cards import cards_for_room, piles_for_room
from service.sortings.types import Card, CardsOfPile, Laid, Pile, Wall


def card(key, language="en", confidence=1.0, *, by_hand=False):
    return Card(key, (f"n{key}",), f"text {key}", language, (), by_hand=by_hand, confidence=confidence)


def wall(unsorted=(), piles=(), fits_none=()):
    made = tuple(CardsOfPile(f"p{name}", name, "", (), cards) for name, cards in piles)
    return Wall("Trust", "", 1, True, True, True, False, made, tuple(unsorted), tuple(fits_none))


def keys_of(found, heaps=(), count=20):
    return "".join(cards_for_room(found, heaps, count))


def test_only_named_piles_are_offered_and_two_are_needed():
    """As many as there are; with one the line says what to do."""
    two = (Pile("a", "Trust"), Pile("b"), Pile("c", "विश्वास"))
    assert [pile.id for pile in piles_for_room(Laid(two))] == ["a", "c"]
    with pytest.raises(InputError, match="Name them on the wall"):
        piles_for_room(Laid(two[:2]))


def test_a_heap_has_one_card_before_any_has_two():
    """In the order of the wall, which is that of what teaches most."""
    found = wall(map(card, "abcdef"))
    assert keys_of(found, [("a", "b", "c"), ("d", "e")]) == "adfbce"


def test_cards_in_piles_without_a_name_count_as_not_sorted():
    """A wall that begins with heaps has most cards there; one of each comes before a second."""
    found = wall(map(card, "ab"), [("", tuple(map(card, "cd"))), ("Trust", (card("e", by_hand=True),))])
    assert keys_of(found) == "abcde"


def test_languages_take_turns():
    """Each has its share of the first few, in the order of the wall inside it."""
    found = wall([*(card(key, "bn") for key in "abcdef"), *(card(key, "ne") for key in "xyz")])
    assert keys_of(found) == "axbcydezf"


def test_what_the_machine_is_unsure_of_comes_before_what_a_person_placed():
    """They fill up where too few cards are left."""
    trust = (card("a", by_hand=True), card("b", confidence=0.9), card("c", confidence=0.8))
    assert keys_of(wall([card("d")], [("Trust", trust)], [card("e", by_hand=True)])) == "dcbae"


@given(
    st.lists(st.sampled_from(["bn", "ne", "en", "und"]), max_size=30),
    st.integers(1, 40),
    st.lists(st.integers(0, 29), unique=True, max_size=30),
)
def test_every_card_comes_once_and_no_more_than_asked(languages, count, heap):
    """Whatever the languages and heaps are."""
    cards = [card(str(at), language) for at, language in enumerate(languages)]
    heaps = [tuple(str(at) for at in heap[start : start + 3]) for start in range(0, len(heap), 3)]
    found = cards_for_room(wall(cards), heaps, count)
    assert len(found) == len(set(found)) == min(count, len(cards))
