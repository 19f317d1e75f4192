"""Ratings as dots."""

from nlp.documents.types import Rating
from service.presentation.i18n import language
from service.presentation.reviews.ratings import ratings_view
from service.presentation.team_marks import marks

LEVELS = ("well-functioning", "emerging", "needs help")
MARKS = marks(["A", "B", "C"])


def view(*ratings, elements=("Trust", "Calls"), levels=LEVELS):
    return ratings_view(ratings, "R", elements, levels, MARKS, language("en"))


def rating(team, element, level, note="", person=""):
    return Rating("R", team, element, level, person, note)


def counts(shown):
    return {each.name: [[cell.dots for cell in row.cells] for row in each.rows] for each in shown.elements}


def test_every_rating_is_a_dot():
    """One for a team, one for each person; other reviews have none here."""
    shown = view(
        rating("A", "Trust", "emerging"),
        rating("B", "Trust", "needs help", person="x"),
        rating("B", "Trust", "needs help", person="y"),
        rating("B", "Trust", "well-functioning", person="z"),
        Rating("S", "C", "Trust", "emerging"),
    )
    assert counts(shown) == {"Trust": [[0, 1, 0], [1, 0, 2], [0, 0, 0]]}


def test_a_level_in_another_language_stands_in_the_same_column():
    """Levels of one height are one column."""
    shown = view(rating("A", "Trust", "emerging"), rating("B", "Trust", "বিকাশমান"), rating("C", "Trust", "odd"))
    assert shown.levels[:3] == LEVELS
    assert sum(map(sum, counts(shown)["Trust"])) == 3


def test_what_is_said_first_is_where_they_lie_apart():
    """In names of teams and words of levels; an element of one team alone counts for nothing."""
    shown = view(
        rating("A", "Trust", "well-functioning"),
        rating("B", "Trust", "needs help"),
        rating("A", "Calls", "emerging"),
        rating("B", "Calls", "emerging"),
        rating("C", "Own", "emerging"),
    )
    same, apart = map(str, shown.lead)
    assert same == "On 1 of 2 elements everybody gave the same level."
    for word in ("Trust", "well-functioning", "needs help"):
        assert word in apart
    assert len(view(rating("A", "Trust", "emerging"), rating("B", "Trust", "emerging")).lead) == 1


def test_of_a_single_element_that_several_rated_it_is_said_alone():
    """There is nothing to count."""
    shown = view(rating("A", "Trust", "emerging"), rating("B", "Trust", "needs help"), rating("A", "Calls", "emerging"))
    assert [each.striptags() for each in shown.lead] == [
        "On Trust the levels lie apart: “emerging” (A), “needs help” (B)."
    ]
    shown = view(rating("A", "Trust", "emerging"), rating("B", "Trust", "emerging"))
    assert [each.striptags() for each in shown.lead] == ["On Trust everybody gave the same level."]


def test_a_team_that_agreed_on_one_level_handed_in_no_less_than_one_of_many_phones():
    """What counts is on how many elements it said something."""
    phones = [rating("B", "Trust", "emerging", note="why", person=str(number)) for number in range(9)]
    assert ">A</b>" not in view(rating("A", "Trust", "emerging", note="we agreed"), *phones).lopsided


def test_lopsided_input_is_said():
    """A team with a third or less of what another one handed in, or nothing."""
    much = [rating("A", element, "emerging", "why") for element in ("Trust", "Calls", "Own")]
    some = [rating("B", element, "emerging") for element in ("Trust", "Calls", "Own")]
    shown = view(*much, *some)
    assert ">C</b>" in shown.lopsided
    assert ">B</b>" not in shown.lopsided
    assert [str(each.words) for each in shown.handed_in] == [
        "levels of 3 of 3 elements, 3 reasons",
        "levels of 3 of 3 elements, 0 reasons",
        "nothing yet",
    ]
    assert view(*some, *[rating("C", "Trust", "emerging"), *(rating("A", "Trust", "emerging"),) * 2]).lopsided
    assert view().lopsided is None
    assert view().elements == ()
