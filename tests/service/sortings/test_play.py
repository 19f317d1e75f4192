"""Where cards lie after what people did."""

from hypothesis import given
from hypothesis import strategies as st

from service.serialisation import from_plain
from service.sortings.play import after, play
from service.sortings.types import (
    ASIDE,
    Accept,
    Agreed,
    AnyStep,
    Arrange,
    Begin,
    Empty,
    Join,
    Laid,
    Lying,
    Make,
    Name,
    Pile,
    Place,
    Refuse,
    Start,
)

CARDS = ("a", "b", "c", "d")
BEGUN = Begin(id="0", start=Start.HEAPS, piles=(Pile("p"), Pile("q")), placed={"a": "p", "b": "p", "c": "q"})


def where(laid):
    return {card: each.pile for card, each in laid.lying.items()}


def by_hand(laid):
    return {card for card, each in laid.lying.items() if each.by_hand}


def test_heaps_of_the_machine_are_not_by_hand():
    """Until a person places, accepts or names, nobody has said anything of a heap."""
    laid = play([BEGUN])
    assert where(laid) == {"a": "p", "b": "p", "c": "q"}
    assert by_hand(laid) == set()
    assert not any(map(laid.is_judged, laid.piles))
    named = after(laid, Name(id="1", pile="p", name="সময়"))
    assert [named.is_judged(pile) for pile in named.piles] == [True, False]
    assert by_hand(named) == set()


def test_a_card_lies_where_it_was_put_last():
    """In a pile, with those that fit none, or nowhere; who put it there is known."""
    steps = [BEGUN, Place(id="1", cards=("a", "d"), to="q", by="Asha"), Place(id="2", cards=("d",), to=ASIDE, by="Ram")]
    laid = play(steps)
    assert laid.lying["a"] == Lying("q", by_hand=True, by="Asha")
    assert laid.lying["d"] == Lying(ASIDE, by_hand=True, by="Ram")
    assert "a" not in play([*steps, Place(id="3", cards=("a",), to=None)]).lying


def test_what_the_room_agrees_on_goes_each_to_its_place():
    """By hand; what was refused before holds no longer, and a pile that is not there takes nothing."""
    refused = play([BEGUN, Refuse(id="1", pile="q", cards=("a",))])
    laid = after(refused, Agreed(id="2", placed={"a": "q", "b": ASIDE, "d": "gone"}, by="the room"))
    assert where(laid) == {"a": "q", "b": ASIDE, "c": "q"}
    assert laid.lying["a"] == Lying("q", by_hand=True, by="the room")
    assert laid.refused == frozenset()


def test_what_is_refused_is_remembered_until_a_person_puts_it_there():
    """The machine may not put it there again; a person may."""
    refused = play([BEGUN, Refuse(id="1", pile="p", cards=("a",))])
    assert refused.refused == {("a", "p")}
    assert "a" not in refused.lying
    assert after(refused, Place(id="2", cards=("a",), to="p")).refused == frozenset()


def test_joined_piles_keep_their_cards_names_and_who_placed_them():
    """The pile that is put on the other one is gone; its name stays where the other has none."""
    laid = play([BEGUN, Accept(id="1", pile="q", cards=("c",)), Name(id="2", pile="q", name="Late", about="news")])
    joined = after(laid, Join(id="3", pile="q", into="p"))
    assert joined.piles == (Pile("p", "Late", "news", (), judged=True),)
    assert set(where(joined).values()) == {"p"}
    assert by_hand(joined) == {"c"}
    assert after(laid, Join(id="3", pile="q", into="q")) == laid


def test_a_pile_is_emptied_and_then_taken_away():
    """In two steps, so that a tap too many loses no name."""
    once = play([BEGUN, Empty(id="1", pile="p")])
    assert [pile.id for pile in once.piles] == ["p", "q"]
    assert where(once) == {"c": "q"}
    assert [pile.id for pile in after(once, Empty(id="2", pile="p")).piles] == ["q"]


def test_what_is_not_there_changes_nothing():
    """A card cannot be put on a pile that was taken away by a step before."""
    laid = play([BEGUN, Place(id="1", cards=("d",), to="gone")])
    assert laid == play([BEGUN])


STEPS = st.one_of(
    st.builds(
        Place,
        id=st.just("x"),
        cards=st.lists(st.sampled_from(CARDS), min_size=1, unique=True).map(tuple),
        to=st.sampled_from(["p", "q", "r", ASIDE, None]),
    ),
    st.builds(Join, id=st.just("x"), pile=st.sampled_from("pqr"), into=st.sampled_from("pqr")),
    st.builds(Empty, id=st.just("x"), pile=st.sampled_from("pqr")),
    st.builds(Refuse, id=st.just("x"), pile=st.sampled_from("pqr"), cards=st.just(("a", "b"))),
    st.builds(
        Arrange,
        id=st.just("x"),
        piles=st.just((Pile("p", "P"), Pile("r"))),
        placed=st.dictionaries(st.sampled_from(CARDS), st.sampled_from(["p", "r", ASIDE])),
    ),
    st.builds(Make, id=st.just("x"), piles=st.just((Pile("r"),)), cards=st.just(("d",))),
)


@given(st.lists(STEPS, max_size=12))
def test_a_card_lies_in_a_pile_that_is_there_and_never_where_it_was_refused(steps):
    """Whatever was done; and the wall of the first steps is the wall after undoing the others."""
    laid = Laid()
    for step in [BEGUN, *steps]:
        if not (isinstance(step, Make) and laid.pile("r")):
            laid = after(laid, step)
        there = {pile.id for pile in laid.piles}
        assert {each.pile for each in laid.lying.values()} <= {*there, ASIDE}
        assert not {(card, each.pile) for card, each in laid.lying.items()} & laid.refused


def test_a_pile_keeps_its_names_in_other_languages_until_it_is_named_anew():
    """Steps of before there were such names still play; joined piles have the names of the one that is named."""
    old = from_plain(AnyStep, {"kind": "name", "id": "1", "pile": "p", "name": "Time", "about": ""})
    assert after(play([BEGUN]), old).pile("p") == Pile("p", "Time", judged=True)
    named = after(play([BEGUN]), Name(id="1", pile="p", name="Time", names={"bn": "সময়"}))
    assert [named.pile("p").called(code) for code in ("bn", "ne")] == ["সময়", "Time"]
    assert after(named, Join(id="2", pile="p", into="q")).pile("q").names == {"bn": "সময়"}
    assert after(named, Name(id="2", pile="p", name="Late")).pile("p").names == {}
