"""Moving notes towards their neighbours."""

import numpy as np

from nlp.readings.clustering.mean_shift import FEW, STEP, TEMPERATURE, mean_shift


def test_three_points_by_hand():
    """Two points at right angles and one between them: weights, mean direction and step worked out by hand."""
    half = np.sqrt(0.5)
    points = np.array([[1.0, 0.0], [0.0, 1.0], [half, half]])
    near, far = np.exp((half - 1) / TEMPERATURE), np.exp(-1 / TEMPERATURE)
    towards = near * points[2] + far * points[1]
    wanted = points[0] + STEP * 3 / (3 + FEW) * towards / np.linalg.norm(towards)
    shifted = mean_shift(points)
    assert np.allclose(shifted[0], wanted / np.linalg.norm(wanted))
    assert np.allclose(shifted[2], points[2])


def test_clumps_grow_tighter_and_stay_apart():
    """Inside a clump the cosines rise; between clumps at right angles they stay small."""
    generator = np.random.default_rng(0)
    points = np.repeat(np.eye(3, 12), 6, axis=0) + generator.normal(scale=0.15, size=(18, 12))
    points /= np.linalg.norm(points, axis=1, keepdims=True)
    shifted = mean_shift(points)
    same = np.kron(np.eye(3), np.ones((6, 6))).astype(bool)
    assert (shifted @ shifted.T)[same].min() > (points @ points.T)[same].min()
    assert (shifted @ shifted.T)[~same].mean() < 0.15


def test_rows_keep_their_order_and_length():
    """Any order of the rows gives the same rows in that order, all of unit length."""
    generator = np.random.default_rng(1)
    points = generator.normal(size=(9, 5))
    points /= np.linalg.norm(points, axis=1, keepdims=True)
    order = generator.permutation(9)
    assert np.allclose(mean_shift(points)[order], mean_shift(points[order]))
    assert np.allclose(np.linalg.norm(mean_shift(points), axis=1), 1.0)


def test_opposite_points_stay_finite():
    """Where neighbours cancel out nothing is divided by zero."""
    assert np.isfinite(mean_shift(np.array([[1.0, 0.0], [-1.0, 0.0]]))).all()
