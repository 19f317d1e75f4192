"""Moving notes towards their neighbours, so that what a few words say is seen beside what those around them say."""

import numpy as np
from numpy.typing import NDArray

from nlp.readings.clustering.unit_vectors import to_unit_length

TEMPERATURE = 0.15
STEP = 2.0
FEW = 10
ALL_UP_TO = 2000
AT_ONCE = 4096

Floats = NDArray[np.float64]


def spread_rows(count: int, most: int = ALL_UP_TO) -> NDArray[np.int64]:
    """Return at most `most` rows out of `count`, evenly spread; all of them where there are no more."""
    return np.arange(0, count, max(1, -(-count // most)), dtype=np.int64)


def mean_shift(points: Floats) -> Floats:
    """Return (n, d) rows of unit length, each one step nearer to the mean of its neighbours.

    One step of mean shift (Cheng 1995, IEEE TPAMI 17(8), 790-799) on the sphere: the other notes weigh
    exp(cosine / `TEMPERATURE`), the kernel of a von Mises-Fisher distribution; their mean direction is added
    `STEP` times, less where there are so few that they are hardly neighbours: n / (n + `FEW`) of it. More steps would
    draw everything together. Above `ALL_UP_TO` notes an even choice of them stands for all as neighbours, so that the
    cost does not grow with the square of their number.

    Args:
        points: (n, d) rows of unit length, n >= 2, in an order that does not depend on the user's.
    """
    rows = spread_rows(len(points))
    near = points if len(rows) == len(points) else points[rows]
    own = np.full(len(points), -1)
    own[rows] = np.arange(len(rows))
    return _step(points, sums_of_neighbours(points, near, TEMPERATURE, own), len(points))


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
