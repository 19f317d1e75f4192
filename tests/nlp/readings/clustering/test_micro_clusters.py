"""Micro-clusters, and how well every point fits every reading."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from nlp.readings.clustering import micro_clusters as compress


def unit_rows(count: int, dimension: int, seed: int) -> np.ndarray:
    points = np.random.default_rng(seed).normal(size=(count, dimension)).astype(np.float32)
    return points / np.linalg.norm(points, axis=1, keepdims=True)


def test_points_go_with_the_nearest_of_few_centres():
    """Sixty points around three axes, six centres: no centre has points of two axes."""
    axes = np.repeat(np.arange(3), 20)
    points = np.eye(10, dtype=np.float32)[axes] + 0.1 * unit_rows(60, 10, 0)
    points /= np.linalg.norm(points, axis=1, keepdims=True)
    owner, centres = compress.micro_clusters(points, most=6)
    assert len(centres) <= 6
    assert np.allclose(np.linalg.norm(centres, axis=1), 1, atol=1e-5)
    assert set(owner.tolist()) == set(range(len(centres)))
    assert np.array_equal(owner, compress.nearest(points, centres))
    assert all(len(set(axes[owner == centre].tolist())) == 1 for centre in range(len(centres)))


def test_what_is_done_in_parts_is_the_same(monkeypatch):
    """The size of the parts that are worked on at once changes no label."""
    points = unit_rows(90, 12, 1)
    owner, centres = compress.micro_clusters(points, most=10)
    monkeypatch.setattr(compress, "AT_ONCE", 7)
    again, others = compress.micro_clusters(points, most=10)
    assert np.array_equal(owner, again)
    assert np.allclose(centres, others, atol=1e-6)


@settings(max_examples=30, deadline=None)
@given(labels=st.lists(st.integers(-1, 2), min_size=2, max_size=20), seed=st.integers(0, 99))
def test_fit_is_the_cosine_to_the_others(labels, seed):
    """The short formula gives what leaving the point out of its reading and adding up the rest gives."""
    points = unit_rows(len(labels), 6, seed)
    given_ = np.array(labels)
    found = compress.fit(points, given_, 3)
    for row, point in enumerate(points.astype(np.float64)):
        for reading in range(3):
            rest = [points[i] for i in range(len(labels)) if labels[i] == reading and i != row]
            total = np.sum(np.array(rest, dtype=np.float64).reshape(-1, 6), axis=0)
            length = np.linalg.norm(total)
            if length > 0.01 or not rest:
                expected = point @ total / length if rest else -1.0
                assert abs(found[row, reading] - expected) < 1e-3
