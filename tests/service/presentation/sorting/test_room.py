"""What the facilitator's page says of a room."""

from markupsafe import Markup

from service.annotations.rooms import Room, ToPlace
from service.presentation.i18n import language
from service.presentation.sorting.room import room_view
from service.presentation.sorting.wall import CardView
from service.sortings.room_results import RoomResults, count_answers
from service.sortings.types import ASIDE, Pile

PILES = (Pile("p", "খবর"), Pile("q", "<Risk>"))
NOBODY = RoomResults(0)
NOTHING = ToPlace({}, 0, 0, is_done=False)


def card(key):
    return CardView(key, f"text {key}", "en", "English", (), None, by_hand=False, placed=None, gloss=())


def room(is_open=False, people=0, answered=0, finished=0, gone=0):
    return Room("k7mq2x", "Trust", is_open, ("a", "b"), gone, PILES, people, answered, finished)


def view(given, results=NOBODY, to_place=NOTHING, code="en"):
    return room_view(given, results, to_place, card, language(code))


def lead(*given, **more):
    return " ".join(view(*given, **more).lead)


def answered(*people):
    return count_answers(("a", "b"), people, 3)


def test_an_open_room_counts_and_says_nothing_of_answers():
    """People, cards, and who is through; in the reader's digits."""
    assert lead(room(is_open=True)) == "Nobody has begun yet."
    shown = room(is_open=True, people=2, answered=3, finished=1)
    assert lead(shown) == "2 people take part. Together they have done 3 of 4 cards. 1 person is through."
    assert "২ জন" in lead(shown, code="bn")
    assert "२ जना" in lead(shown, code="ne")


def test_a_closed_room_says_how_far_people_agree():
    """Cards to talk about apart from those that lie in one place, each with all its places in words."""
    found = view(room(people=3), answered({"a": "p", "b": "q"}, {"a": "p", "b": None}, {"a": "p", "b": ASIDE}), NOTHING)
    assert " ".join(found.lead) == "3 people took part. Of 2 cards they agree on 1."
    assert [each.card.key for each in found.agreed] == ["a"]
    (apart,) = found.apart
    assert [(place.title.striptags(), place.words, place.is_pile) for place in apart.places] == [
        ("<Risk>", "1 of 3", True),
        ("fits none", "1 of 3", False),
        ("not sure", "1 of 3", False),
    ]
    assert apart.places[0].title == Markup('<b lang="en">&lt;Risk&gt;</b>')
    assert "Krippendorff" in str(found.alpha)


def test_what_is_too_few_or_gone_is_said():
    """Instead of silence."""
    assert lead(room(), NOBODY) == "Nobody took part."
    assert "too few to show" in lead(room(people=2), RoomResults(2))
    found = view(room(people=3, gone=1), answered({"a": "p", "b": "p"}, {"a": "p"}, {"a": "p"}))
    assert " ".join(found.cautions) == (
        "1 card is left out: its note is not here any more. 1 card was answered by too few to show it."
    )


def test_what_placing_would_do_is_said_before():
    """Which cards of a person would move, and which have no pile any more; nothing where nothing is agreed."""
    assert view(room()).to_place is None
    found = view(room(), to_place=ToPlace({"a": "p", "b": "p"}, 1, 2, is_done=False))
    assert found.to_place is not None
    assert "1 of them lies elsewhere now" in found.placing[0]
    assert "2 cards stay where they are" in found.placing[1]
    assert len(view(room(), to_place=ToPlace({"a": "p"}, 1, 0, is_done=True)).placing) == 0
