"""Two people's piles side by side."""

from dataclasses import replace

from service.sortings.compare import compare_walls
from service.sortings.types import Card, CardsOfPile, Wall


def wall(sorter, piles, aside=""):
    """Piles as (id, name, cards); a card in capitals was placed by the machine."""

    def card(key):
        return Card(key.lower(), (key,), key, "en", ("A",), by_hand=key.islower())

    return Wall(
        "Trust",
        sorter,
        revision=1,
        begun=True,
        in_use=False,
        can_undo=True,
        can_redo=False,
        piles=tuple(CardsOfPile(pile, name, "", (), tuple(map(card, cards))) for pile, name, cards in piles),
        unsorted=(),
        fits_none=tuple(map(card, aside)),
    )


def test_piles_of_the_same_name_are_the_same_and_others_share_most_cards():
    """Whatever else they share; a pile is taken for one other at most."""
    one = wall("", [("p", "Late", "abc"), ("q", "", "def")])
    other = wall("রিনা", [("x", "late", "a"), ("y", "Power", "bdef")])
    found = compare_walls(one, other)
    assert found.same == {"x": "p", "y": "q"}
    assert (found.agreement.notes, found.agreement.agreed) == (5, 4)
    assert [(each.card.key, each.one, each.other) for each in found.apart] == [("b", "p", "y")]


def test_only_what_people_placed_is_compared():
    """The machine's placings say nothing of people; who fits a card into no pile has placed it."""
    one, other = wall("", [("p", "A", "aB")], "c"), wall("x", [("p", "A", "abc")])
    found = compare_walls(one, other)
    assert found.agreement.notes == 2
    assert [(each.card.key, each.one, each.other) for each in found.apart] == [("c", "", "p")]


def test_nothing_in_common_is_nothing_to_say():
    """No number is made up."""
    found = compare_walls(wall("", [("p", "A", "a")]), wall("x", [("q", "B", "b")]))
    assert (found.agreement.alpha, found.agreement.notes, found.apart) == (None, 0, ())


def test_piles_of_the_same_name_in_any_language_are_the_same():
    """Somebody named it in English and Bangla, somebody else in Bangla."""
    one, other = wall("", [("p", "Trust", "ab"), ("q", "Time", "c")]), wall("x", [("x", "আস্থা", "c")])
    named = replace(one, piles=(replace(one.piles[0], names={"bn": "আস্থা"}), one.piles[1]))
    assert compare_walls(named, other).same == {"x": "p"}
    assert compare_walls(one, other).same == {"x": "q"}
