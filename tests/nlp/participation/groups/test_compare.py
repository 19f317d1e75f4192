import pytest

from nlp.documents.types import Person
from nlp.participation.groups.compare import NOT_ON_ROSTER, NOT_STATED, compare_by, compare_groups, find_groups
from nlp.statistics.pooling import OTHER


def test_shares_against_heads_by_hand():
    """Women 2 of 5 people speak 30 of 100 seconds: share 0.3, head share 0.4, gap -0.1, ratio 0.75."""
    women, men = compare_groups({"woman": (0, 1), "man": (2, 3, 4)}, [30, 0, 50, 10, 10])
    assert (women.people, women.silent, men.silent) == (2, 1, 0)
    assert (women.share, women.head_share) == (pytest.approx(0.3), pytest.approx(0.4))
    assert (women.gap, women.ratio) == (pytest.approx(-0.1), pytest.approx(0.75))
    assert men.share == pytest.approx(0.7)


def test_the_interval_exchanges_people_and_is_always_the_same():
    """It holds the share and repeats exactly; five people are too few to have one."""
    groups, amounts = {"a": (0, 1, 2, 3), "b": (4, 5, 6, 7)}, [9.0, 1.0, 5.0, 2.0, 2.0, 1.0, 0.0, 3.0]
    first, second = compare_groups(groups, amounts), compare_groups(groups, amounts)
    assert first == second
    assert all(0 <= group.low <= group.share <= group.high <= 1 for group in first)
    assert first[0].low == pytest.approx(1 - first[1].high)
    few = compare_groups({"a": (0, 1), "b": (2, 3, 4)}, [1, 2, 3, 4, 5])
    assert all(group.low is None and group.high is None for group in few)


def test_the_interval_surrounds_the_share_that_was_set():
    """Of 0.8 expected and 0.5 heard among five of ten people who speak much alike, 0.8 is out of reach."""
    parts = [0.16] * 5 + [0.04] * 5
    group, _ = compare_groups({"a": (0, 1, 2, 3, 4), "b": (5, 6, 7, 8, 9)}, [9, 10, 11, 10, 10] * 2, parts)
    assert group.share == pytest.approx(0.5)
    assert group.low <= 0.5 <= group.high < 0.8


def test_values_are_grouped_whatever_their_case_and_empty_ones_apart():
    """The first spelling names the group."""
    assert find_groups(["Woman", "woman ", "", "man"]) == {"Woman": (0, 1), NOT_STATED: (2,), "man": (3,)}


def test_the_attribute_named_first_is_kept_if_two_disclose_too_much():
    """The other is withheld; one that nobody has is not mentioned."""
    people = [
        Person(f"P{n}", attributes={"gender": "w" if n < 5 else "m", "team": "n" if n < 6 else "b"}) for n in range(10)
    ]
    amounts = {person.name: 1.0 for person in people}
    for first, second in (("gender", "team"), ("team", "gender")):
        shown, withheld = compare_by([first, second, "age"], people, amounts, 3)
        assert list(shown) == [first]
        assert withheld == (second,)


def test_without_a_roster_there_are_no_groups():
    """And nothing is said to be withheld."""
    assert compare_by(["gender"], [], {"A": 1.0}, 3) == ({}, ())


def test_values_that_are_called_as_the_pools_are_fall_into_them():
    """Typed in a roster, "Other" and "Not stated" are no groups beside "other" and "not stated"."""
    assert find_groups(["Other", "Not Stated", "", "other "]) == {OTHER: (0, 3), NOT_STATED: (1, 2)}


def sizes(women, men, strangers):
    people = [Person(f"P{n}", attributes={"gender": "w" if n < women else "m"}) for n in range(women + men)]
    amounts = {person.name: 1.0 for person in people} | {f"S{n}": 5.0 for n in range(strangers)}
    shown, withheld = compare_by(["gender"], people, amounts, 3)
    return {each.group: each.people for each in shown.get("gender", ())}, withheld


def test_one_stranger_removes_no_group():
    """People who are not on the roster have their own line; a group of the roster is not pooled with them."""
    assert sizes(6, 6, 1) == ({"w": 6, "m": 6, NOT_ON_ROSTER: 1}, ())
    assert sizes(3, 5, 4) == ({"w": 3, "m": 5, NOT_ON_ROSTER: 4}, ())


def test_strangers_protect_a_small_group():
    """Two women alone are too few to show: with one stranger they are three, without strangers nothing is shown."""
    assert sizes(2, 6, 1) == ({"m": 6, OTHER: 3}, ())
    assert sizes(2, 6, 0) == ({}, ("gender",))


def test_the_line_of_strangers_does_not_give_a_small_group_away():
    """Beside teams with strangers apart, women and strangers together would tell what two women said."""
    people = [
        Person(f"P{n}", attributes={"team": "a" if n % 2 else "b", "gender": "w" if n < 2 else "m"}) for n in range(8)
    ]
    amounts = {person.name: 1.0 for person in people} | {"S": 5.0}
    shown, withheld = compare_by(["team", "gender"], people, amounts, 3)
    assert {each.group: each.people for each in shown["team"]} == {"b": 4, "a": 4, NOT_ON_ROSTER: 1}
    assert withheld == ("gender",)
