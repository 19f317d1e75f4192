"""Sessions with and without somebody who held power: an exact test that is honest where sessions are few."""

from itertools import combinations
from statistics import fmean

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp import measure_participation
from nlp.participation.sessions.with_and_without import (
    Measure,
    compare_with_and_without,
    fewest_of_each,
    measures_of,
)
from nlp.statistics.verdicts import Verdict
from tests.nlp.participation.test_measure import ROSTER, TURNS, transcript

SILENT = Measure.SILENT


def compared(held, not_held, measure=SILENT):
    """The one result for some values with and some without."""
    values = {f"s{at}": {measure: value} for at, value in enumerate([*held, *not_held])}
    sides = {session: at < len(held) for at, session in enumerate(values)}
    (result,) = compare_with_and_without(sides, values)
    return result


def test_a_case_worked_by_hand():
    """Four and four that do not overlap: 2 of the 70 ways are as far apart, and the interval leaves out 0."""
    found = compared([0.5, 0.6, 0.55, 0.65], [0.1, 0.2, 0.15, 0.05])
    assert found.verdict is Verdict.DIFFERS
    assert found.p_value == pytest.approx(2 / 70)
    assert found.difference == pytest.approx(0.45)
    assert 0 < found.low < 0.45 < found.high


@given(st.lists(st.integers(0, 9), min_size=1, max_size=5), st.lists(st.integers(0, 9), min_size=1, max_size=5))
def test_the_p_value_is_that_of_all_ways(held, not_held):
    """Another way to count them: each choice of as many sessions, and whether its mean is as far from that of all."""
    found = compared([float(each) for each in held], [float(each) for each in not_held])
    everything, n = [*held, *not_held], len(held)
    expected = fmean(everything) * n
    sums = [sum(everything[at] for at in chosen) for chosen in combinations(range(len(everything)), n)]
    p_value = fmean(abs(each - expected) >= abs(sum(held) - expected) - 1e-9 for each in sums)
    smallest = fmean(abs(each - expected) >= max(abs(one - expected) for one in sums) - 1e-9 for each in sums)
    if smallest < 0.05 and min(len(held), len(not_held)) > 2:
        assert found.p_value == pytest.approx(p_value)
        assert (found.verdict is Verdict.DIFFERS) == (p_value < 0.05) == (not found.low <= 0 <= found.high)
    else:
        assert (found.verdict, found.p_value, found.low) == (Verdict.TOO_FEW, None, None)


@pytest.mark.parametrize(("held", "without"), [(1, 1), (3, 3), (2, 18), (1, 30)])
def test_few_sessions_are_too_few_however_far_apart_they_are(held, without):
    """No result of a test is told that could have come out in one way only."""
    assert compared([1.0] * held, [float(at) / 100 for at in range(without)]).verdict is Verdict.TOO_FEW


def test_one_kind_alone_is_shown_and_not_compared():
    """Its values stand there without a difference."""
    found = compared([0.2, 0.4], [])
    assert (found.held, found.not_held, found.difference, found.verdict) == ((0.2, 0.4), (), None, Verdict.TOO_FEW)


def test_several_measures_need_more_sessions():
    """What is enough for one measure is too few for five; five of each are enough for all."""
    for number, verdict in ((4, Verdict.TOO_FEW), (5, Verdict.DIFFERS)):
        values = {f"s{at}": dict.fromkeys(Measure, float(at < number) + at / 100) for at in range(2 * number)}
        held = {session: int(session[1:]) < number for session in values}
        assert {each.verdict for each in compare_with_and_without(held, values)} == {verdict}
    assert (fewest_of_each(1), fewest_of_each(len(Measure))) == (4, 5)


@given(st.floats(0.001, 5000), st.floats(0, 1000))
def test_the_unit_does_not_matter(factor, start):
    """Letters or hundreds of letters: the same p-value, and the interval goes along."""
    held, without = [5.0, 6.0, 7.0, 7.0], [1.0, 2.0, 2.0, 3.0]
    plain = compared(held, without)
    other = compared([start + factor * each for each in held], [start + factor * each for each in without])
    assert other.p_value == pytest.approx(plain.p_value)
    assert other.low == pytest.approx(factor * plain.low, rel=1e-6, abs=1e-6)


def test_sessions_of_which_it_is_not_known_are_left_out():
    """And so is a session in which a measure cannot be counted."""
    values = {"a": {SILENT: 0.5}, "b": {SILENT: 0.1}, "c": {SILENT: 0.9}, "d": {}}
    (found,) = compare_with_and_without({"a": True, "b": False, "d": True}, values)
    assert (found.held, found.not_held) == ((0.5,), (0.1,))


def test_what_is_counted_of_a_session():
    """Silence and evenness of all who were there, and how long turns are."""
    measured = measure_participation(transcript(TURNS), ROSTER)
    found = measures_of(measured)
    present = len(measured.speakers) + len(measured.silent)
    assert found[Measure.SILENT] == len(measured.silent) / present
    assert found[Measure.EVENNESS] == measured.balance.effective_speakers / present
    turns = sum(each.turns for each in measured.speakers)
    assert found[Measure.TURN] == sum(each.characters for each in measured.speakers) / turns
