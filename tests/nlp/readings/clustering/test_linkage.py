"""Linkage trees: those of SciPy, to the bit."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.cluster.hierarchy import fcluster
from scipy.cluster.hierarchy import linkage as by_scipy
from scipy.spatial.distance import squareform

from nlp.readings.clustering.linkage import MOST, cut_at, linkage


@given(seed=st.integers(0, 2**32), rows=st.integers(2, MOST + 2), steps=st.sampled_from([0, 3, 7]), ward=st.booleans())
@settings(max_examples=200, deadline=None)
def test_a_tree_is_that_of_scipy(seed, rows, steps, ward):
    """For few rows and for many, where distances differ and where many are equal."""
    generator = np.random.default_rng(seed)
    drawn = generator.integers(0, steps, (rows, rows)) / 3 if steps else generator.random((rows, rows))
    distances = drawn + drawn.T
    np.fill_diagonal(distances, 0.0)
    name = "ward" if ward else "average"
    wanted = by_scipy(squareform(distances, checks=False), name)
    assert linkage(distances, name).tobytes() == wanted.tobytes()


@pytest.mark.parametrize("height", [-1.0, 0.0, 0.2, 0.5, 2.0])
def test_a_cut_at_a_height_is_that_of_scipy(height):
    """The same rows stand together; what the clusters are called is ours."""
    points = np.random.default_rng(5).random((30, 2)).round(1)
    distances = np.abs(points[:, None] - points[None]).sum(axis=2)
    tree = linkage(distances, "average")
    ours, theirs = cut_at(tree, height), fcluster(tree, height, "distance")
    assert ((ours[:, None] == ours[None]) == (theirs[:, None] == theirs[None])).all()
    assert set(ours) == set(range(len(set(ours))))
