"""People seated in rounds, counted by other means than the code's."""

from collections import Counter
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nlp.documents.types import Person
from nlp.errors import InputError, NothingToAnalyse
from nlp.seating import seat_people


def person(name, **attributes):
    return Person(name, (), attributes)


TEAM = [
    person(name, organisation=organisation, gender=gender)
    for name, organisation, gender in [
        ("আয়েশা", "নদী", "woman"), ("রফিক", "নদী", "man"), ("Sita", "Sangam", "woman"), ("हरि", "Sangam", "man"),
        ("Ben", "Fund", "man"), ("Ann", "Fund", "woman"), ("गीता", "Sangam", "woman"), ("জামাল", "নদী", "man"),
        ("Mo", "Fund", "man"), ("রিনা", "নদী", "woman"), ("Uma", "Sangam", "woman"), ("Joe", "Fund", "man"),
    ]
]  # fmt: skip


def test_twelve_people_meet_as_many_as_can_in_three_rounds():
    """Three organisations, three tables without hosts: the bound is reached, and no table is of one group."""
    found = seat_people(TEAM, size=4, rounds=3, hosts=False)
    assert (found.met, found.most) == (48, 48)
    assert [(each.attribute, each.of_one_group) for each in found.mixing] == [("organisation", 0), ("gender", 0)]


def test_hosts_stay_and_are_as_named():
    """One at each table in every round; the others change."""
    hosts = ["রিনা", "Ben", "SITA"]
    found = seat_people(TEAM, rounds=3, hosts=hosts)
    for tables in found.rounds:
        assert [table.host for table in tables] == ["রিনা", "Ben", "Sita"]
    assert seat_people(TEAM, rounds=3).rounds[0][0].host


def test_tables_of_one_group_that_nobody_can_avoid_are_told():
    """Eleven women and one man at three tables: two tables a round are of women."""
    people = [person(f"P{number}", gender="man" if number == 5 else "woman") for number in range(12)]
    (mixing,) = seat_people(people, rounds=2, hosts=False).mixing
    assert (mixing.of_one_group, mixing.unavoidable) == (4, 4)


@settings(max_examples=8)
@given(
    st.lists(st.tuples(st.sampled_from("ABC"), st.sampled_from("fm")), min_size=7, max_size=16),
    st.integers(2, 6), st.integers(1, 4), st.booleans(), st.randoms(),
)  # fmt: skip
def test_everybody_has_one_place_a_round(rows, size, rounds, hosted, order):
    """Tables differ by one, what is said of meetings is so, no bound is broken, the order of rows is nothing."""
    people = [person(f"Person {at}", organisation=one, gender=two) for at, (one, two) in enumerate(rows)]
    if len(people) <= size:
        return
    found = seat_people(people, size, rounds, hosts=hosted)
    met = Counter()
    for tables in found.rounds:
        assert sorted(name for table in tables for name in table.people) == sorted(each.name for each in people)
        sizes = [len(table.people) for table in tables]
        assert max(sizes) - min(sizes) <= 1
        assert [table.host for table in tables] == [table.host for table in found.rounds[0]]
        met.update(frozenset(pair) for table in tables for pair in combinations(table.people, 2))
    others = Counter(name for pair in met for name in pair)
    assert len(met) == found.met <= found.most
    assert (min(others.values()), max(others.values())) == (found.fewest_met, found.most_met)
    assert all(each.of_one_group >= each.unavoidable for each in found.mixing)
    order.shuffle(people)
    assert seat_people(people, size, rounds, hosts=hosted) == found


@pytest.mark.parametrize(
    ("people", "asked", "said"),
    [
        (TEAM[:3], {}, r"so few people \(3\) fit at one table"),
        ([*TEAM, person("ben")], {}, "is there twice"),
        (TEAM, {"size": 1}, "size is 1, and must be at least 2"),
        (TEAM, {"rounds": 0}, "rounds is 0, and must be at least 1"),
        (TEAM, {"size": 13}, "size: 13 are more than 12"),
        (["Ben", "Ann"], {}, r"people\[0\] must be Person, not str"),
        (TEAM, {"size": "four"}, "size must be int, not str"),
        (TEAM, {"hosts": ["Nobody", "Ben", "Sita"]}, "nobody is called “Nobody”"),
        (TEAM, {"hosts": ["Ben"]}, "there are 1 hosts for 3 tables"),
    ],
)
def test_what_cannot_be_seated_is_refused(people, asked, said):
    """With one line that says what."""
    with pytest.raises((InputError, NothingToAnalyse), match=said):
        seat_people(people, **asked)
