"""Bounds, held against every seating of a few people."""

from itertools import combinations, product

import pytest

from nlp.seating.bounds import most_pairs, pairs_kept, unavoidable


def splits(people, sizes):
    """All ways to seat people at tables of these sizes."""
    if not sizes:
        return [[]]
    found = []
    for table in combinations(people, sizes[0]):
        rest = [person for person in people if person not in table]
        found += [[table, *others] for others in splits(rest, sizes[1:])]
    return found


@pytest.mark.parametrize(
    ("sizes", "rounds", "best"),
    [((3, 3), 2, 10), ((2, 2), 3, 6), ((4, 2), 2, 11), ((2, 2, 2), 2, 6), ((3, 3), 3, 13)],
)
def test_no_plan_of_guests_lets_more_pairs_meet(sizes, rounds, best):
    """The best of all plans there are reaches the bound or stays below."""
    first, *others = [splits(range(sum(sizes)), list(sizes))] * rounds
    plans = product(first[:1], *others)
    met = [{pair for tables in plan for table in tables for pair in combinations(table, 2)} for plan in plans]
    assert max(map(len, met)) == best <= most_pairs(sizes, rounds, hosted=False)


def test_hosts_meet_their_guests_and_not_each_other():
    """Nine guests and three hosts in three rounds: 27 pairs of guests and 27 of a guest and a host."""
    assert most_pairs((3, 3, 3), 3, hosted=True) == 54
    assert most_pairs((3, 3, 3), 9, hosted=True) == 36 + 27
    assert most_pairs((2, 2), 1, hosted=True) == 2 + 4


def test_pairs_stay_together_where_there_are_fewer_tables_than_guests():
    """Five guests over four tables: two go together; over two: four pairs at least."""
    assert [pairs_kept(5, tables) for tables in (5, 4, 3, 2, 1)] == [0, 1, 2, 4, 10]


def test_tables_of_one_group_that_cannot_be_avoided():
    """Three tables, twelve people, eleven of one group: the twelfth mixes one table."""
    assert unavoidable(11, 12, 3) == 2
    assert unavoidable(9, 12, 3) == 0
    assert unavoidable(12, 12, 3) == 3
