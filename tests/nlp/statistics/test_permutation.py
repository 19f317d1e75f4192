from itertools import permutations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp.statistics.permutation import Assignments, Evidence, count_assignments, permutation_test, shift_interval

ONE_STRATUM = np.zeros(4, dtype=np.int64)


def run_test(scores: np.ndarray, members: np.ndarray, strata: np.ndarray, draws: int = 20_000) -> Evidence:
    return permutation_test(scores, Assignments.of(members, strata, draws))


def test_two_of_four_by_hand():
    """Scores 3, 1, -1, -3: the six pairs sum to 4, 2, 0, 0, -2, -4; the top pair is as far out as 2 of 6."""
    evidence = run_test(np.array([3.0, 1, -1, -3]), np.array([True, True, False, False]), ONE_STRATUM)
    assert (evidence.p_value, evidence.smallest) == (pytest.approx(2 / 6), pytest.approx(2 / 6))
    assert (evidence.assignments, evidence.exact) == (6, True)


def test_strata_are_not_mixed():
    """One member each of two pairs: four ways, and the mean over them is what the group is measured against."""
    scores, members = np.array([5.0, 1, 0, 0]), np.array([True, False, True, False])
    evidence = run_test(scores, members, np.array([0, 0, 1, 1]))
    assert (evidence.assignments, evidence.p_value) == (4, 1.0)
    assert run_test(np.array([5.0, 1, 4, 0]), members, np.array([0, 0, 1, 1])).p_value == 0.5


@given(
    st.lists(st.integers(-20, 20), min_size=2, max_size=6),
    st.lists(st.tuples(st.booleans(), st.integers(0, 1)), min_size=6, max_size=6),
)
def test_exact_agrees_with_permuting_labels_one_by_one(scores, people):
    """All orders of the labels that keep every stratum's number of members, tried one at a time."""
    members = np.array([member for member, _ in people[: len(scores)]])
    strata = np.array([stratum for _, stratum in people[: len(scores)]])
    values = np.array(scores, dtype=float)
    kept = [
        sum(value for value, member in zip(scores, order, strict=True) if member)
        for order in permutations(members.tolist())
        if all(sum(np.array(order)[strata == each]) == members[strata == each].sum() for each in (0, 1))
    ]
    centre = sum(kept) / len(kept)
    far = abs(values[members].sum() - centre)
    evidence = run_test(values, members, strata)
    assert evidence.p_value == pytest.approx(sum(abs(each - centre) >= far - 1e-9 for each in kept) / len(kept))
    assert evidence.assignments == count_assignments(members, strata)


def test_drawing_agrees_with_trying_all():
    """12,870 assignments of 8 among 16, once all and once 10,000 drawn; the same seed gives the same p."""
    scores = np.random.default_rng(3).normal(size=16)
    members, strata = np.arange(16) < 8, np.zeros(16, dtype=np.int64)
    every, drawn = (run_test(scores, members, strata, draws) for draws in (20_000, 10_000))
    assert (every.exact, drawn.exact) == (True, False)
    assert drawn.p_value == pytest.approx(every.p_value, abs=0.02)
    assert drawn == run_test(scores, members, strata, 10_000)
    assert drawn.smallest >= 1 / 10_001


def test_drawing_with_strata_keeps_to_them():
    """The only freedom is in a stratum whose scores are all alike, so everything drawn is the observed."""
    scores = np.concatenate([np.full(20, 2.0), [9.0]])
    members = np.array([True] * 10 + [False] * 10 + [True])
    evidence = run_test(scores, members, np.array([0] * 20 + [1]), draws=500)
    assert (evidence.exact, evidence.p_value) == (False, 1.0)


def test_an_interval_of_shifts_by_hand():
    """Scores 7, 8, 9, 10 against 1 to 6: a shift d is kept as long as 11 or more of 210 sums lie as far out."""
    scores, members = np.array([7.0, 8, 9, 10, 1, 2, 3, 4, 5, 6]) / 100, np.arange(10) < 4
    shift = np.where(members, 1 / 4, -1 / 6)
    assignments = Assignments.of(members, np.zeros(10, dtype=np.int64))
    low, high = shift_interval(scores, shift, assignments, 0.05)
    for d in (low, high):
        inside, outside = (
            permutation_test(scores - (d + step) * shift, assignments).p_value
            for step in np.sign(d - (low + high) / 2) * np.array([-1e-6, 1e-6])
        )
        assert outside < 0.05 <= inside
    assert low > 0


def test_a_level_that_no_shift_reaches_has_no_interval():
    """Two of four: the furthest of six ways is one of six."""
    members = np.array([True, True, False, False])
    shift = np.where(members, 0.5, -0.5)
    assert shift_interval(np.array([3.0, 2, 1, 0]), shift, Assignments.of(members, ONE_STRATUM), 0.05) is None
