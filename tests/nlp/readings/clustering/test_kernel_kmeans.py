"""k-means on cosines."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.cluster.vq import kmeans2
from sklearn.metrics import adjusted_rand_score

from nlp.readings.clustering.kernel_kmeans import kernel_means


def unit(rows):
    return rows / np.linalg.norm(rows, axis=1, keepdims=True)


def test_clumps_are_found_as_scipy_finds_them():
    """On three clumps most starts lead to the labels of SciPy's k-means on the vectors; an unlucky start may not."""
    generator = np.random.default_rng(0)
    points = unit(np.repeat(np.eye(3, 20), [9, 6, 4], axis=0) + generator.normal(scale=0.05, size=(19, 20)))
    theirs = kmeans2(points, 3, minit="++", rng=np.random.default_rng(0))[1]
    found = [kernel_means(points @ points.T, 3, np.random.default_rng(seed)) for seed in range(20)]
    assert sum(adjusted_rand_score(theirs, labels) == 1.0 for labels in found) >= 16


@settings(max_examples=40)
@given(st.integers(3, 25), st.integers(2, 6), st.integers(0, 1000))
def test_no_row_would_rather_be_elsewhere(count, clusters, seed):
    """After convergence every row is nearest to the mean of its own cluster, in the vectors themselves."""
    generator = np.random.default_rng(seed)
    points = unit(generator.normal(size=(count, 6)))
    labels = kernel_means(points @ points.T, min(clusters, count), generator)
    means = {int(label): points[labels == label].mean(axis=0) for label in np.unique(labels)}
    own = np.array([np.sum((points[row] - means[int(labels[row])]) ** 2) for row in range(count)])
    nearest = np.min([np.sum((points - mean) ** 2, axis=1) for mean in means.values()], axis=0)
    assert np.allclose(own, nearest)


def test_rows_that_are_all_the_same():
    """Nothing to tell apart: one label, no division by zero."""
    assert len(set(kernel_means(np.ones((5, 5)), 3, np.random.default_rng(0)).tolist())) == 1
