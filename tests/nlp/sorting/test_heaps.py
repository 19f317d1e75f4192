"""Heaps: what lies close together, largest first; the same from many texts as from few."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from nlp.readings.clustering.mean_shift import ALL_UP_TO, spread_rows
from nlp.readings.clustering.unit_vectors import to_unit_length
from nlp.sorting.heaps import NO_HEAP, SMALLEST, find_heaps, heaps_of_shifted

DIMENSION = 40


def bundles(sizes: list[int], noise: float = 0.2, seed: int = 0) -> np.ndarray:
    """Return unit rows around one random direction for each size, in their order."""
    choose = np.random.default_rng(seed)
    middles = to_unit_length(choose.normal(size=(len(sizes), DIMENSION)))
    rows = np.repeat(middles, sizes, axis=0)
    return to_unit_length(rows + noise * choose.normal(size=rows.shape) / np.sqrt(DIMENSION))


def test_bundles_are_heaps_largest_first():
    """Close texts are one heap, numbered by size; two alone are none."""
    labels = find_heaps(bundles([4, 2, 7, 5]))
    assert labels.tolist() == [2] * 4 + [NO_HEAP] * 2 + [0] * 7 + [1] * 5


def test_texts_without_anything_in_common_lie_in_no_heap():
    """Random directions form no heaps to speak of."""
    labels = find_heaps(to_unit_length(np.random.default_rng(1).normal(size=(40, 300))))
    assert (labels >= 0).mean() < 0.2


@given(st.integers(0, 12), st.integers(0, 100))
def test_any_texts(count, seed):
    """Few texts are none or a heap of three at least, and numbers have no gaps."""
    labels = find_heaps(np.random.default_rng(seed).normal(size=(count, 3)))
    sizes = np.bincount(labels[labels >= 0]) if (labels >= 0).any() else np.zeros(0)
    assert (sizes >= SMALLEST).all()
    assert (np.diff(sizes) <= 0).all()


def test_many_texts_join_the_heaps_of_a_choice():
    """Above the number that is linked the others join the heap that they are near."""
    sizes = [ALL_UP_TO, ALL_UP_TO // 2, 300]
    labels = heaps_of_shifted(bundles(sizes))
    assert labels.tolist() == [0] * sizes[0] + [1] * sizes[1] + [2] * sizes[2]


@given(st.integers(0, 50_000), st.integers(1, 3000))
def test_rows_are_spread_evenly(count, most):
    """At most so many rows, each once, in order; all where there are no more."""
    rows = spread_rows(count, most)
    assert len(rows) <= most
    assert len(set(rows.tolist())) == len(rows)
    assert rows.tolist() == list(range(count)) or (len(rows) > 0 and count > most)
