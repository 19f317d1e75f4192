"""Notes drawn towards their neighbours, at a cost that does not grow with the square of their number."""

import numpy as np
from numpy.typing import NDArray

from nlp.readings.clustering.unit_vectors import to_unit_length

Floats = NDArray[np.float64]

TEMPERATURE = 0.15
STEP = 2.0
FEW = 10
ALL_UP_TO = 2000
AT_ONCE = 4096


def spread_rows(count: int, most: int = ALL_UP_TO) -> NDArray[np.int64]:
    """Return at most `most` rows out of `count`, evenly spread; all of them where there are no more."""
    return np.arange(0, count, max(1, -(-count // most)), dtype=np.int64)


def shift(points: Floats) -> Floats:
    """Return (n, d) unit rows, each one step of mean shift nearer to its neighbours.

    As `nlp.readings.clustering.mean_shift` has it, with a narrower kernel: heaps and prototypes gain from it. Above
    `ALL_UP_TO` texts an even choice of them stands for all as neighbours.

    Args:
        points: (n, d) unit rows, in an order that does not depend on the user's.
    """
    near = spread_rows(len(points))
    own = np.full(len(points), -1)
    own[near] = np.arange(len(near))
    return _step(points, sums_of_neighbours(points, points[near], TEMPERATURE, own), len(points))


def towards_neighbours(points: Floats, notes: Floats) -> Floats:
    """Return the same for points (m, d) that are none of the notes (n, d)."""
    near = notes[spread_rows(len(notes))]
    return _step(points, sums_of_neighbours(points, near, TEMPERATURE), len(notes))


def sums_of_neighbours(
    points: Floats,
    near: Floats,
    temperature: float,
    own: NDArray[np.int64] | None = None,
    values: Floats | None = None,
) -> Floats:
    """Return (n, v) sums over the neighbours of their values, each weighed by exp((cosine - 1) / temperature).

    Args:
        points: (n, d) unit rows.
        near: (m, d) unit rows, the neighbours.
        temperature: how wide the kernel is.
        own: (n,) the row of `near` that a point is itself and that does not count, -1 for none; None if none is.
        values: (m, v); the neighbours themselves if None.
    """
    summed = near if values is None else values
    sums = np.empty((len(points), summed.shape[1]))
    for start in range(0, len(points), AT_ONCE):
        weights = np.exp((points[start : start + AT_ONCE] @ near.T - 1.0) / temperature)
        if own is not None:
            itself = own[start : start + AT_ONCE]
            rows = np.flatnonzero(itself >= 0)
            weights[rows, itself[rows]] = 0.0
        sums[start : start + AT_ONCE] = weights @ summed
    return sums


def _step(points: Floats, sums: Floats, count: int) -> Floats:
    return to_unit_length(points + STEP * count / (count + FEW) * to_unit_length(sums))
