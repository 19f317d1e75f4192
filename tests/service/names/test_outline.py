"""Outlines of files and of programmes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp.documents.types import Descriptor, Notes, Rating, Ratings, Rubric, Unit
from nlp.names import name_key
from service.names.outline import distinct, merged, outline_of
from service.types import DatedBy, Outline, Review


def unit(text, language="en", element=None, **attributes):
    return Unit(text, text, language, "n.csv", 1, 0, 1, element, attributes)


def test_the_outline_of_notes():
    """Teams with their usual language, elements and reviews."""
    notes = Notes(
        "n.csv",
        (
            unit("a", "bn", "Trust", team="South", review="March"),
            unit("b", "en", "trust ", team="South"),
            unit("c", "bn", None, team="South"),
            unit("d", "und", "Risk", team="North"),
        ),
    )
    assert outline_of(notes) == Outline(("South", "North"), {"South": "bn"}, ("Trust", "Risk"), (), (Review("March"),))


def test_rubrics_give_the_order_of_elements_and_levels():
    """Notes kept earlier do not change the order that a rubric gives."""
    rubric = Rubric(
        "r.csv", tuple(Descriptor(e, e, lv, "t", "en", "r.csv", 1, "North") for e, lv in [("B", "high"), ("A", "low")])
    )
    notes = Notes("n.csv", (unit("x", element="A"), unit("y", element="C")))
    ratings = Ratings("r.csv", (Rating("March", "North", "A", "low"),))
    found = merged(
        Outline(), [("notes", outline_of(notes)), ("ratings", outline_of(ratings)), ("rubric", outline_of(rubric))]
    )
    assert found.elements == ("B", "A", "C")
    assert found.levels == ("high", "low")
    assert found.reviews == (Review("March"),)


def test_an_empty_cell_does_not_change_the_order_of_the_levels():
    """The first element leaves out the first level; the second one has all of them."""
    said = [("A", "middle"), ("A", "low"), ("B", "top"), ("B", "middle"), ("B", "low")]
    rubric = Rubric("r.csv", tuple(Descriptor(f"{e}{lv}", e, lv, "t", "en", "r.csv", 1, "N") for e, lv in said))
    assert outline_of(rubric).levels == ("top", "middle", "low")


def test_reviews_come_by_date():
    """A review that the facilitator dated stands before those without a date, and keeps its first spelling."""
    own = Outline(reviews=(Review("September", "2026-09-16"), Review("March", "2026-03-18")))
    found = merged(own, [("ratings", Outline(reviews=(Review("Pilot"), Review("MARCH"))))])
    said = [("March", "2026-03-18"), ("September", "2026-09-16")]
    assert found.reviews == (*(Review(*each, DatedBy.FACILITATOR) for each in said), Review("Pilot"))


@given(st.lists(st.sampled_from(["Trust", "trust", "TRUST ", "", " ", "আস্থা", "Risk", "risk!"])))
def test_distinct_names_keep_their_first_spelling(names):
    """Every name is there once, in the order and spelling of its first appearance."""
    found = distinct(names)
    assert len({name_key(name) for name in found}) == len(found)
    assert {name_key(name) for name in found} == {name_key(name) for name in names if name.strip()}
    assert [names.index(name) for name in found] == sorted(names.index(name) for name in found)


def test_names_are_one_by_the_one_rule():
    """Joiners, apostrophes, digits of another script and NFD make no second name; a grade's sign does."""
    assert distinct(["B", "B+", "b", "B-"]) == ("B", "B+", "B-")
    assert distinct(["Cox’s Bazar", "Coxs Bazar", "স্তর ২", "স্তর 2", "সম্মান", "সম্\u200dমান"]) == (
        "Cox’s Bazar",
        "স্তর ২",
        "সম্মান",
    )
    found = merged(Outline(), [("notes", Outline(("South",), {"South": "bn"})), ("roster", Outline(("SOUTH",)))])
    assert (found.teams, found.languages) == (("SOUTH",), {"SOUTH": "bn"})


def test_levels_that_are_known_stand_with_the_best_first():
    """However the rubric writes them; levels that nobody knows stay as they are written."""
    for written, best_first in (
        (("শুরু হচ্ছে", "এগোচ্ছে", "ভালো চলছে"), ("ভালো চলছে", "এগোচ্ছে", "শুরু হচ্ছে")),
        (("well-functioning", "needs help"), ("well-functioning", "needs help")),
        (("river", "stone"), ("river", "stone")),
    ):
        rubric = Rubric("r.csv", tuple(Descriptor(level, "A", level, "t", "bn", "r.csv", 1, "N") for level in written))
        assert outline_of(rubric).levels == best_first


@pytest.mark.parametrize("own", [(), ("needs help", "well-functioning")])
def test_a_level_that_only_ratings_speak_of_has_its_place(own):
    """A rubric of two levels, ratings with the one between: the best first, unless the programme says its own order."""
    rubric, ratings = (Outline(levels=levels) for levels in (("well-functioning", "needs help"), ("emerging",)))
    found = merged(Outline(levels=own), [("rubric", rubric), ("ratings", ratings)])
    assert found.levels == ((*own, "emerging") if own else ("well-functioning", "emerging", "needs help"))
