"""What a room answered, counted."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.sortings.room_results import agreed_on_wall, count_answers
from service.sortings.types import ASIDE, Join, Laid, Pile

CARDS = ("a", "b", "c")


def given_to(card, *piles):
    """One person for each answer."""
    return [{card: pile} for pile in piles]


def one(*piles, threshold=3):
    (found,) = count_answers(("a",), given_to("a", *piles), threshold).cards
    return found


def test_two_people_are_too_few():
    """Their number is all that is said."""
    found = count_answers(CARDS, [{"a": "p"}, {"a": "p"}], 3)
    assert (found.people, found.cards, found.alpha, found.too_few) == (2, (), None, 0)


def test_a_card_that_two_answered_is_not_shown_nor_counted():
    """Alpha is over what is shown."""
    people = [{"a": "p", "b": "q"}, {"a": "p", "b": "p"}, {"a": "q"}]
    found = count_answers(CARDS, people, 3)
    assert [card.key for card in found.cards] == ["a"]
    assert found.too_few == 2


@pytest.mark.parametrize(
    ("piles", "most"),
    [
        (("p", "p", "q"), "p"),
        (("p", "p", None), "p"),
        (("p", "p", "q", None), None),
        ((None, None, None), None),
        ((ASIDE, ASIDE, ASIDE, "p"), ASIDE),
        (("p", "p", "q", "q"), None),
    ],
)
def test_two_thirds_of_all_who_answered(piles, most):
    """Who is not sure does not agree."""
    assert one(*piles).most == most


def test_two_people_who_agree_do_not_place_a_card_however_low_the_threshold_is():
    """Three must have answered."""
    assert one("p", "p", threshold=1).most is None


def test_how_far_apart_people_are_is_the_share_of_pairs_that_differ():
    """Of six pairs among p, p, q and one who is not sure, one agrees."""
    assert one("p", "p", "q", None).apart == pytest.approx(5 / 6)
    assert one("p", "p", "p").apart == 0


def test_the_cards_on_which_people_differ_most_come_first():
    """Then those on which they agree."""
    people = [{"a": "p", "b": "p"}, {"a": "p", "b": "q"}, {"a": "p", "b": "r"}]
    assert [card.key for card in count_answers(CARDS, people, 3).cards] == ["b", "a"]


def test_alpha_is_worked_by_hand():
    """Two cards, three people: p p p and q q p. Coincidences: 2 of 6 differ in mean; expected 2 x 4 x 2 / 5."""
    people = [{"a": "p", "b": "q"}, {"a": "p", "b": "q"}, {"a": "p", "b": "p"}]
    observed, expected = (9 - 5) / 2, (36 - 16 - 4) / 5
    assert count_answers(CARDS, people, 3).alpha == pytest.approx(1 - observed / expected)


def test_piles_whose_ids_differ_in_case_are_two():
    """Ids are chosen by whoever lays a wall over the API."""
    assert one("P", "p", "p-").most is None


@given(st.lists(st.dictionaries(st.sampled_from(CARDS), st.sampled_from(["p", "q", ASIDE, None])), max_size=9))
def test_no_answer_is_lost_or_made(people):
    """Over all cards that are shown, piles and doubts add up to the people who answered."""
    found = count_answers(CARDS, people, 3)
    for card in found.cards:
        given = [own[card.key] for own in people if card.key in own]
        assert card.people == len(given) == sum(card.piles.values()) + card.not_sure
        assert card.not_sure == given.count(None)
        assert 0 <= card.apart <= 1
        assert (card.most is not None) == (max(card.piles.values(), default=0) * 3 >= 2 * card.people)


def test_piles_that_changed_since_are_found_again():
    """By what they were joined to, else by their name; a card of a pile that is gone stays where it is."""
    offered = [Pile("p", "Trust"), Pile("q", "Power"), Pile("r", "Risk"), Pile("s", "Time")]
    people = [{"a": "p", "b": "q", "c": "r", "d": "s", "e": ASIDE}] * 3
    results = count_answers(("a", "b", "c", "d", "e"), people, 3)
    now = Laid((Pile("p", "Much trust"), Pile("z", "power"), Pile("y", "All else")))
    steps = [Join(id="1", pile="r", into="x"), Join(id="2", pile="x", into="y")]
    placed, lost = agreed_on_wall(results, offered, now, steps)
    assert placed == {"a": "p", "b": "z", "c": "y", "e": ASIDE}
    assert lost == 1
