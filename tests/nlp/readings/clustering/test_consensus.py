"""Consensus clustering and the choice of the number of readings."""

import numpy as np
from scipy.cluster.hierarchy import fcluster, linkage
from sklearn.metrics import adjusted_rand_score, silhouette_score

from nlp.readings.clustering.consensus import cut, pool, stability
from nlp.readings.clustering.number_of_clusters import choose_cut, silhouette
from nlp.readings.clustering.partition import ALONE, partition
from nlp.readings.clustering.unit_vectors import centre, cosine_distances


def blobs(sizes: list[int], spread: float, dimension: int = 24, seed: int = 1) -> tuple[np.ndarray, np.ndarray]:
    generator = np.random.default_rng(seed)
    centres = np.linalg.qr(generator.normal(size=(dimension, len(sizes))))[0].T
    labels = np.repeat(np.arange(len(sizes)), sizes)
    points = centres[labels] + spread * generator.normal(size=(len(labels), dimension)) / np.sqrt(dimension)
    return points / np.linalg.norm(points, axis=1, keepdims=True), labels


def test_association_is_a_share():
    """The matrix is symmetric, 0 to 1, with ones on the diagonal."""
    association = pool(blobs([6, 5], 0.8)[0], most=5).association
    assert np.allclose(association, association.T)
    assert association.min() >= 0
    assert association.max() <= 1
    assert np.allclose(np.diag(association), 1)


def test_clear_readings_are_found_with_their_number():
    """Four groups of uneven size come back as they are."""
    points, truth = blobs([12, 9, 7, 5], 0.7)
    found = partition(points)
    assert adjusted_rand_score(truth, found.labels) > 0.95
    assert len(found.stability) == 4
    assert found.stability.min() > 0.8


def test_a_note_that_fits_nowhere_stays_alone():
    """One point far from two groups gets no reading."""
    points, _ = blobs([8, 8, 1], 0.4)
    assert partition(points).labels[-1] == ALONE


def test_fewer_than_four_texts_stand_alone():
    """Nothing is said about groups of three texts."""
    assert (partition(blobs([3], 0.1)[0]).labels == ALONE).all()


def test_the_same_input_gives_the_same_result():
    """Two runs agree to the last label."""
    points, _ = blobs([10, 10, 10], 1.5)
    assert (partition(points).labels == partition(points).labels).all()


def test_large_input_is_compressed_and_still_right():
    """Three thousand points in five groups."""
    points, truth = blobs([900, 800, 600, 400, 300], 0.8)
    assert adjusted_rand_score(truth, partition(points).labels) > 0.9


def test_silhouette_agrees_with_scikit_learn():
    """An independent implementation gives the same mean, singletons counted as 0."""
    points, labels = blobs([6, 5, 1], 1.0)
    distances = np.linalg.norm(points[:, None] - points[None, :], axis=2)
    assert np.isclose(silhouette(distances, labels), silhouette_score(distances, labels, metric="precomputed"))


def test_stability_of_certain_and_uncertain_groups():
    """A group far away is found again in every resample, a split of one cloud is not."""
    points, _ = blobs([10, 20], 0.5)
    labels = np.array([0] * 10 + [1] * 10 + [2] * 10)
    steady = stability(pool(centre(points), most=6), labels)
    assert steady[0] > 0.9
    assert max(steady[1], steady[2]) < 0.8


def test_choice_never_exceeds_the_most():
    """The number of readings with two or more notes respects the limit."""
    points, _ = blobs([4] * 9, 0.3)
    labels = choose_cut(pool(points, most=10), cosine_distances(points), most=5)
    assert (np.bincount(labels) > 1).sum() <= 5


def test_a_cut_is_that_of_scipy():
    """Where no two merges are equally high, the cut has the clusters of SciPy's fcluster."""
    tree = linkage(np.random.default_rng(4).normal(size=(21, 5)), "average")
    for clusters in range(1, 22):
        assert adjusted_rand_score(fcluster(tree, clusters, "maxclust"), cut(tree, clusters)) == 1.0
        assert set(cut(tree, clusters).tolist()) == set(range(clusters))
