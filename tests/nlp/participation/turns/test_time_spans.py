import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp.participation.turns.time_spans import alone, length, overlap, union

INTERVALS = st.lists(
    st.tuples(st.integers(0, 50), st.integers(0, 10)).map(lambda pair: (float(pair[0]), float(pair[0] + pair[1]))),
    max_size=12,
)


def seconds_covered(people, at_least):
    """Count whole seconds one by one: an independent way to the same figure."""
    return sum(
        sum(any(start <= second < end for start, end in intervals) for intervals in people) >= at_least
        for second in range(61)
    )


def test_intervals_that_touch_or_overlap_become_one():
    """By hand: 0 to 3 and 5 to 6 cover 4 seconds."""
    assert union([(5, 6), (0, 2), (1, 3), (2, 2.5)]) == [(0, 3), (5, 6)]
    assert length([(5, 6), (0, 2), (1, 3), (2, 2.5)]) == 4


def test_overlap_counts_the_time_with_two_people_or_more_once():
    """By hand: A 0 to 10, B 5 to 8, C 6 to 12 overlap from 5 to 10."""
    assert overlap([[(0, 10)], [(5, 8)], [(6, 12)]]) == 5


def test_a_turn_without_length_is_nobodys_time():
    """A at 5 for no time at all; B speaks alone from 6 to 10."""
    assert alone({"A": [(5, 5)], "B": [(6, 10)]}) == {"A": 0, "B": 4}


@given(st.dictionaries(st.sampled_from("ABCD"), INTERVALS))
def test_time_alone_is_the_time_spoken_less_the_overlap(people):
    """Two ways to the same figure."""
    everybody = [interval for intervals in people.values() for interval in intervals]
    assert sum(alone(people).values()) == pytest.approx(length(everybody) - overlap(people.values()))


def test_a_persons_own_intervals_do_not_overlap_each_other():
    """Two cues of one person at once are one person speaking."""
    assert overlap([[(0, 10), (5, 8)], [(20, 30)]]) == 0


@given(INTERVALS)
def test_the_union_is_as_long_as_the_seconds_counted_one_by_one(intervals):
    """And never longer than the sum."""
    assert length(intervals) == seconds_covered([intervals], 1)
    assert length(intervals) <= sum(end - start for start, end in intervals)


@given(st.lists(INTERVALS, max_size=4))
def test_the_overlap_is_as_long_as_the_seconds_counted_one_by_one(people):
    """For any number of people."""
    assert overlap(people) == pytest.approx(seconds_covered(people, 2))
