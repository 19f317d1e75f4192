"""Groups of few people are neither shown nor to be worked out; partners are shown whatever their size."""

from collections import Counter
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nlp.documents.types import Unit
from nlp.readings.groups.small_groups import pool_small_groups, smallest_group
from nlp.smallest import Smallest
from nlp.statistics.pooling import OTHER


def note(person: str, **attributes: str) -> Unit:
    named = {"participant": person} if person else {}
    return Unit(
        f"{person}-{sorted(attributes.items())}", "text", "bn", "notes.csv", 2, 0, 4, "Trust", named | attributes
    )


def people(gender: dict[str, int], team: str = "") -> list[Unit]:
    return [note(f"{team}{name}{n}", gender=name, team=team) for name, size in gender.items() for n in range(size)]


def shown(units: Sequence[Unit], attribute: str, by: Sequence[str] = ()) -> dict[str, int]:
    compared = pool_small_groups(units, by or (attribute,)).units
    return dict(Counter(unit.attributes[attribute] for unit in compared if unit.attributes[attribute]))


@pytest.mark.parametrize(
    ("given_", "seen"),
    [
        ({"woman": 3, "man": 4}, {"woman": 3, "man": 4}),
        ({"woman": 8, "man": 4, "x": 1, "y": 1, "z": 1}, {"woman": 8, "man": 4, OTHER: 3}),
        ({"woman": 8, "man": 4, "x": 1}, {"woman": 8, OTHER: 5}),
        ({"woman": 8, "x": 2}, {}),
        ({"woman": 2}, {}),
        ({"woman": 3}, {"woman": 3}),
        ({"woman": 8, "man": 4, "": 1}, {"woman": 8, OTHER: 5}),
        ({"woman": 8, "man": 4, "": 3}, {"woman": 8, "man": 4}),
    ],
)
def test_small_personal_groups_are_pooled_or_left_out(given_, seen):
    """Below three people a group joins "other", with the next smallest if it could be found by subtraction.

    People of whom nothing is stated are such a group too: what is left of all notes would be theirs.
    """
    assert shown(people(given_), "gender") == seen


def test_one_person_with_nine_notes_is_one_person():
    """People are counted, not notes."""
    units = [*people({"woman": 8, "man": 4}), *(note("X", gender="x", line=str(n)) for n in range(9))]
    assert shown(units, "gender") == {"woman": 8, OTHER: 13}


def test_nameless_notes_count_as_a_person_each():
    """As in every test."""
    units = [*people({"woman": 8}), *(note("", gender="man", line=str(n)) for n in range(3))]
    assert shown(units, "gender") == {"woman": 8, "man": 3}


@pytest.mark.parametrize("attribute", ["team", "organisation", "review"])
def test_partners_of_two_people_are_shown(attribute):
    """Their voice counts under their own name, unless the number is raised."""
    units = [note(f"P{n}", **{attribute: "small" if n < 2 else "large"}) for n in range(8)]
    assert pool_small_groups(units, (attribute,)).units == tuple(units)
    raised = pool_small_groups(units, (attribute,), Smallest(collective=3))
    assert raised.withheld == (attribute,)
    assert all(not unit.attributes[attribute] for unit in raised.units)


@pytest.mark.parametrize("attribute", ["gender", "role", "seniority", "age", "participant", "লিঙ্গ"])
def test_whatever_is_no_partner_is_personal(attribute):
    """Also an attribute that nobody foresaw."""
    assert smallest_group(attribute) == 3
    assert smallest_group("team") == smallest_group("language") == 1


def test_gender_that_gives_somebody_away_beside_the_team_is_withheld():
    """Nepal has all five women and one man: Nepal less the women is that man."""
    units = [*people({"woman": 5, "man": 1}, "Nepal"), *people({"man": 4}, "Sylhet")]
    assert pool_small_groups(units, ("team", "gender")).withheld == ("gender",)
    assert pool_small_groups(units, ("gender",)).withheld == ()


def test_a_small_team_alone_gives_no_reason_to_withhold():
    """A team of two is seen anyway; who in it is a woman does not follow."""
    units = [*people({"woman": 4, "man": 4}, "Nepal"), *people({"woman": 1, "man": 1}, "Visitors")]
    assert pool_small_groups(units, ("team", "gender")).units == tuple(units)


def test_of_two_attributes_the_later_one_is_withheld():
    """Role and gender together single a person out; the one that was asked for first stays."""
    units = [note(f"W{n}", gender="woman", role="field") for n in range(5)]
    units += [
        note("M0", gender="man", role="field"),
        *(note(f"M{n}", gender="man", role="office") for n in range(1, 5)),
    ]
    assert pool_small_groups(units, ("gender", "role")).withheld == ("role",)
    assert pool_small_groups(units, ("role", "gender")).withheld == ("gender",)


def test_notes_keep_everything_else():
    """Only values that are pooled change; notes of other groups are the very same."""
    units = people({"woman": 8, "man": 4, "x": 1})
    compared = pool_small_groups(units, ("gender",)).units
    assert [unit.id for unit in compared] == [unit.id for unit in units]
    assert all(new is old for new, old in zip(compared, units, strict=True) if old.attributes["gender"] == "woman")


@given(st.lists(st.sampled_from(["", "woman", "man", "x", "হিজড়া"]), min_size=1, max_size=25), st.integers(2, 4))
@settings(max_examples=80)
def test_no_total_of_few_people_is_left(values, threshold):
    """No group shown has fewer people than allowed, nor has what remains when all of them are taken from the whole."""
    units = [note(f"P{n}", gender=value) for n, value in enumerate(values)]
    compared = pool_small_groups(units, ("gender",), Smallest(personal=threshold)).units
    left = Counter(unit.attributes["gender"] for unit in compared)
    if set(left) != {""}:
        assert all(size >= threshold for size in left.values())
