"""Seatings measured however they were made: against plans by the machine, by hand, and with people who left."""

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nlp.documents.types import Person
from nlp.errors import InputError
from nlp.names import name_key
from nlp.seating import Table, seat_people
from nlp.seating.measure import measure_seating
from nlp.seating.swap import swap_people

PEOPLE = [Person(f"P{number}", (), {"organisation": "নদী" if number % 2 else "Sangam"}) for number in range(8)]


def pairs(rounds):
    return {pair for tables in rounds for table in tables for pair in combinations(sorted(table.people), 2)}


@settings(max_examples=10)
@given(st.integers(6, 14), st.integers(2, 4), st.integers(1, 3), st.integers(0, 3))
def test_people_who_come_after_a_round_meet_new_ones(count, size, over, gone):
    """Rounds that are over stay; whoever left is at no table any more; no pair is counted that did not sit together."""
    people = [Person(f"Person {number}", (), {"gender": "fm"[number % 2]}) for number in range(count)]
    before = seat_people(people, size, over).rounds
    there = [*people[gone:], Person("নতুন একজন")]
    found = seat_people(there, size, 2, before=before, hosts=False)
    names = {person.name for person in there}
    assert found.rounds[:over] == before
    for tables in found.rounds[over:]:
        assert sorted(name for table in tables for name in table.people) == sorted(names)
    met = {pair for pair in pairs(found.rounds) if set(pair) <= names}
    assert found.met == len(met) <= found.most


def test_those_who_met_before_meet_others_now():
    """Eight who sat at two tables sit so that as few as possible sit together again."""
    before = seat_people(PEOPLE, 4, 1, mix=(), hosts=False).rounds
    after = seat_people(PEOPLE, 4, 1, mix=(), hosts=False, before=before).rounds
    again = pairs(before) & pairs(after[1:])
    assert len(again) == 4  # each table of four takes two of either table, at best


def test_a_plan_by_hand_is_measured_like_any_other():
    """Tables of one group, who meets whom, and a bound that holds."""
    tables = (Table("", ("P0", "P2", "P4", "P6")), Table("", ("P1", "P3", "P5", "P7")))
    found = measure_seating([tables, tables], PEOPLE, ["organisation"])
    assert (found.met, found.fewest_met, found.most_met) == (12, 3, 3)
    assert [(each.of_one_group, each.unavoidable) for each in found.mixing] == [(4, 0)]
    assert measure_seating([tables]).mixing == ()
    assert found.met <= found.most


def test_two_people_change_places():
    """In one round or several; a host's place is the host's task; who is not there does not move."""
    rounds = seat_people(PEOPLE, 4, 2).rounds
    one, other = rounds[0][0].host, rounds[0][1].guests[0]
    moved = swap_people(rounds, one.lower(), other, [0])
    assert moved[0][0].host == other
    assert one in moved[0][1].guests
    assert moved[1] == rounds[1]
    assert swap_people(moved, one, other, [0]) == rounds
    assert list(moved[0][1].guests) == sorted(moved[0][1].guests, key=name_key)


def test_who_sits_at_the_same_table_cannot_change_places():
    """Nor somebody who is not there, nor in no round at all."""
    rounds = seat_people(PEOPLE, 4, 1).rounds
    host, guest = rounds[0][0].host, rounds[0][0].guests[0]
    for pair, numbers in (((host, guest), [0]), ((host, "Nobody"), [0]), ((host, rounds[0][1].host), [])):
        with pytest.raises(InputError, match="do not sit at two tables"):
            swap_people(rounds, *pair, numbers)


def test_another_seed_seats_people_of_one_kind_in_another_way():
    """Where nothing is known of anybody there is another arrangement too, which lets as many pairs meet."""
    people = [Person(f"P{number}") for number in range(16)]
    first, second = seat_people(people, seed=0), seat_people(people, seed=1)
    assert first.rounds != second.rounds
    assert first.met == second.met
    assert seat_people(people[::-1], seed=1) == second
