"""Notes drawn towards their neighbours, at a cost that does not grow with the square of their number."""

import numpy as np
from numpy.typing import NDArray

from nlp.readings.clustering.unit_vectors import to_unit_length

Floats = NDArray[np.float64]

TEMPERATURE = 0.15
STEP = 2.0
FEW = 10
ALL_UP_TO = 2000


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
    weights = np.exp((points @ points[near].T - 1.0) / TEMPERATURE)
    weights[near, np.arange(len(near))] = 0.0
    towards = to_unit_length(weights @ points[near])
    return to_unit_length(points + STEP * len(points) / (len(points) + FEW) * towards)
