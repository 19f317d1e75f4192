"""Which note to ask for: undecided, and near to many others that are."""

import numpy as np
import pytest

from nlp.readings.clustering.mean_shift import mean_shift, sums_of_neighbours
from nlp.readings.clustering.unit_vectors import to_unit_length
from nlp.sorting.ask import what_it_teaches

SURE, UNSURE = [0.98, 0.02], [0.5, 0.5]


def points() -> np.ndarray:
    """Return five close directions and one that is alone."""
    rows = np.eye(6, 8) * 0.3
    rows[:5, 7] = 1.0
    return to_unit_length(rows)


def test_among_equals_what_many_are_like():
    """Where all are undecided the lonely note teaches least."""
    assert what_it_teaches(points(), np.array([UNSURE] * 6)).argmin() == 5


def test_what_is_decided_teaches_little():
    """A note that clearly belongs somewhere is not asked for, however typical."""
    teaches = what_it_teaches(points(), np.array([SURE, *[UNSURE] * 5]))
    assert teaches[0] < teaches[1:5].min()


def test_nothing_placed_yet():
    """Without readings all are undecided; one note alone can be asked about as well."""
    assert what_it_teaches(points(), np.zeros((6, 0))).argmin() == 5
    assert what_it_teaches(points()[:1], np.zeros((1, 0))).shape == (1,)
    assert what_it_teaches(np.zeros((0, 8)), np.zeros((0, 2))).shape == (0,)


def test_sums_by_hand():
    """At a right angle a neighbour weighs exp(-1 / t); a point is no neighbour of its own."""
    rows = np.eye(2)
    found = sums_of_neighbours(rows, rows, 0.5, np.array([0, 1]), np.array([[2.0], [4.0]]))
    assert found[:, 0] == pytest.approx([4 * np.exp(-2), 2 * np.exp(-2)])


def test_a_step_draws_near_ones_together():
    """After the step close notes are closer, and rows have unit length."""
    before, after = points(), mean_shift(points())
    assert (after[0] @ after[1]) > (before[0] @ before[1])
    assert np.linalg.norm(after, axis=1) == pytest.approx(np.ones(6))
