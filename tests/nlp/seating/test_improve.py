"""Exchanges of places."""

import random
from itertools import combinations

from nlp.seating.improve import Seats, improve, mix


def again(plan):
    """How many pairs of meetings are of the same two people."""
    met = [frozenset(pair) for tables in plan for table in tables for pair in combinations(table, 2)]
    return sum(met.count(pair) * (met.count(pair) - 1) // 2 for pair in set(met))


def test_an_exchange_costs_what_it_changes():
    """Held against the whole plan counted anew, and taken back it costs the opposite."""
    plan = [[[0, 1, 2], [3, 4, 5]], [[0, 1, 3], [2, 4, 5]]]
    seats, before = Seats(plan, ()), again(plan)
    cost = seats.exchange(1, (0, 1), (1, 1))
    assert plan[1] == [[0, 4, 3], [2, 1, 5]]
    assert cost == 10 * (again(plan) - before)
    assert seats.exchange(1, (0, 1), (1, 1)) == -cost
    assert seats.met == 10


def test_the_same_tables_twice_become_other_tables():
    """Twelve guests who would sit twice as they sit now meet as many as they can, and the same seed does it again."""
    same = [[[0, 1, 2, 3], [4, 5, 6, 7], [8, 9, 10, 11]]] * 2
    plans = [improve(Seats([[list(t) for t in r] for r in same], ()), 33, random.Random(1)) for _ in range(2)]
    assert plans[0] == plans[1]
    assert Seats(plans[0], ()).met == 33


def test_mixing_keeps_all_meetings():
    """Two tables of women and two of men become four mixed ones; as many pairs meet as before."""
    plan = [[[0, 1], [2, 3], [4, 5], [6, 7]], [[0, 2], [1, 3], [4, 6], [5, 7]]]
    values = [["woman"] * 4 + ["man"] * 4]
    assert Seats(plan, (), values).one_group == 8
    mixed = mix(plan, (), values, random.Random(0))
    assert (Seats(mixed, (), values).one_group, Seats(mixed, ()).met) == (0, 8)
