"""Rows that go round."""

from itertools import combinations

import pytest

from nlp.seating.rotation import rotate


def pairs(plan):
    """Every meeting, with those that happen again."""
    return [frozenset(pair) for tables in plan for table in tables for pair in combinations(table, 2)]


@pytest.mark.parametrize("order", [2, 3, 4, 5, 7, 8, 9, 11])
def test_everybody_meets_everybody_once(order):
    """k^2 guests at k tables in k + 1 rounds: an affine plane, which is the solution of the golfers' problem."""
    found = pairs(rotate(range(order**2), order, order + 1))
    assert len(found) == len(set(found)) == order**2 * (order**2 - 1) // 2


@pytest.mark.parametrize(("guests", "tables", "rounds"), [(40, 10, 4), (60, 12, 3), (14, 6, 3), (11, 4, 4)])
def test_every_table_has_one_guest_of_each_row(guests, tables, rounds):
    """In all rounds, whatever the number of tables; and everybody sits once a round."""
    for seated in rotate(range(guests), tables, rounds):
        assert sorted(guest for table in seated for guest in table) == list(range(guests))
        assert all(len({guest // tables for guest in table}) == len(table) for table in seated)


def test_with_hosts_every_guest_moves():
    """Fewer rows than tables: no two guests meet twice, and nobody comes to a table twice."""
    plan = rotate(range(12), 5, 4, hosted=True)
    assert len(pairs(plan)) == len(set(pairs(plan)))
    visits = [(guest, table) for seated in plan for table, guests in enumerate(seated) for guest in guests]
    assert len(visits) == len(set(visits)) == 48


def test_many_tables_need_no_field():
    """300 people in tables of six: nobody meets twice in four rounds."""
    found = pairs(rotate(range(300), 50, 4))
    assert len(found) == len(set(found))
