"""What the wall of cards says, and in whose words."""

from dataclasses import replace

import pytest

from service.presentation.i18n import language
from service.presentation.sorting.wall import MOST, MOST_IN_A_PILE, SHOWN, SHOWN_IN_A_PILE, pile_title, wall_view
from service.presentation.team_marks import marks
from service.sortings.types import THE_ROOM, Card, CardsOfPile, Wall

MARKS = marks(["Nepal", "Bangladesh"])


def card(key, text="खबर ढिलो आउँछ", code="ne", team="Nepal", **more):
    return Card(key, (f"n-{key}",), text, code, (team,), **more)


def pile(number, cards, name=""):
    return CardsOfPile(f"p{number}", name, "", (), tuple(cards))


def wall(piles=(), unsorted=(), aside=(), begun=True):
    return Wall(
        "Trust",
        "",
        revision=1,
        begun=begun,
        in_use=True,
        can_undo=begun,
        can_redo=False,
        piles=tuple(piles),
        unsorted=tuple(unsorted),
        fits_none=tuple(aside),
    )


def view(given, code="en", **more):
    return wall_view(given, MARKS, language(code), **more)


def lead(given, code="en"):
    return " ".join(str(each) for each in view(given, code).lead)


def test_the_lead_counts_who_placed_what():
    """By hand, those that fit none among them; by the machine; and what is left."""
    given = wall([pile(1, [card("a", by_hand=True), card("b")])], [card("c")], [card("d", by_hand=True)])
    assert lead(given) == "2 cards were placed by hand. The machine placed 1. 1 card is not sorted yet."
    assert lead(wall([pile(1, [card("a", by_hand=True)])])) == "1 card was placed by hand. No card is left to sort."
    assert "২টি" in lead(given, "bn")
    assert "२ वटा" in lead(given, "ne")


def test_an_element_without_notes_can_be_prepared():
    """It says so, and asks for nothing that is not there."""
    empty = view(wall(begun=False))
    assert "no notes" in empty.lead[0]
    assert (empty.next, empty.unsorted) == (None, ())


@pytest.mark.parametrize(
    ("cards", "name", "title"),
    [
        ([], "", "Pile 2"),
        ([card("a", "one two three four five six seven")], "", "Pile 2: “one two three four five six …”"),
        ([card("a", "একটি কথা…", "bn")], "", "Pile 2: “একটি কথা”"),
        ([card("a")], "<i>&", "<i>&"),
    ],
)
def test_a_pile_without_a_name_shows_its_first_card(cards, name, title):
    """Never more than a line of it; a name is a person's, and only text."""
    assert pile_title(pile(2, cards, name), 2, language("en")).striptags() == title


def test_the_next_card_is_not_shown_twice_and_can_wait():
    """A card that is kept for later comes last; if all wait, the first is next again."""
    cards = [card("a"), card("b"), card("c")]
    first = view(wall(unsorted=cards))
    assert (first.next.key, [each.key for each in first.unsorted]) == ("a", ["b", "c"])
    assert view(wall(unsorted=cards), skipped=("a", "b")).next.key == "c"
    assert view(wall(unsorted=cards), skipped=("a", "b", "c")).next.key == "a"


def test_many_cards_are_folded_and_none_is_lost():
    """In a pile, and among those that are not sorted."""
    cards = [card(str(number)) for number in range(60)]
    shown = view(wall([pile(1, cards)], cards))
    assert (len(shown.unsorted), len(shown.more_unsorted)) == (SHOWN, 59 - SHOWN)
    assert (len(shown.piles[0].first), len(shown.piles[0].rest)) == (SHOWN_IN_A_PILE, 60 - SHOWN_IN_A_PILE)


def test_of_very_many_cards_the_page_says_how_many_it_leaves_out():
    """All of them count; asked for every card it shows every card."""
    cards = [card(str(number)) for number in range(MOST + 60)]
    given = wall([pile(1, cards)], cards)
    shown = view(given)
    assert len(shown.unsorted) + len(shown.more_unsorted) == MOST
    assert len(shown.piles[0].first) + len(shown.piles[0].rest) == MOST_IN_A_PILE
    assert (shown.left, shown.piles[0].left) == ("59 cards are not shown.", "160 cards are not shown.")
    assert (shown.piles[0].size, shown.piles[0].by_machine) == ("260 cards", 260)
    whole = view(given, whole=True)
    assert (whole.left, len(whole.more_unsorted), len(whole.piles[0].rest)) == (None, MOST + 59 - SHOWN, MOST + 54)


def test_a_pile_is_called_as_its_reader_sees_it():
    """The name for their language, else the one for all; the form has the names of every language."""
    named = replace(pile(1, [], "Trust"), names={"bn": "আস্থা"})
    assert [str(pile_title(named, 1, language(code)).striptags()) for code in ("bn", "ne")] == ["আস্থা", "Trust"]
    (shown,) = view(wall([named])).piles
    assert shown.names == (("en", "English", ""), ("bn", "Bangla", "আস্থা"), ("ne", "Nepali", ""))


def test_a_card_says_whose_it_is_who_placed_it_and_in_which_language():
    """A card that nobody can tell the language of has none; the person's name is theirs."""
    given = wall([pile(1, [card("a", by_hand=True, by="রিনা"), card("b"), card("c", code="und", by_hand=True)])])
    first, second, third = view(given).piles[0].first
    assert (first.placed.striptags(), second.placed, third.placed) == (
        "placed by রিনা",
        "placed by the machine",
        "placed by hand",
    )
    assert (first.code, first.language, third.code) == ("ne", "Nepali", "")
    assert [mark.name for mark in first.marks] == ["Nepal"]


def test_words_are_asked_for_only_where_the_reader_has_another_language():
    """A Nepali reader needs none under a Nepali card."""
    asked = []

    def words(given):
        asked.append(given.key)
        return (("खबर", "news"),)

    given = wall(unsorted=[card("a"), card("b", "news", "en")])
    assert view(given, "en", gloss=words).next.gloss == (("खबर", "news"),)
    assert asked == ["a"]
    assert view(given, "ne", gloss=words).next.gloss == ()


@pytest.mark.parametrize(
    ("code", "said"), [("en", "placed by the room"), ("bn", "উপস্থিত সবার রাখা"), ("ne", "उपस्थित सबैले राखेको")]
)
def test_what_the_room_placed_is_said_in_the_readers_language(code, said):
    """As what a person placed, and not as a name."""
    (only,) = view(wall([pile(1, [card("a", by_hand=True, by=THE_ROOM)])]), code).piles[0].first
    assert only.placed == said
