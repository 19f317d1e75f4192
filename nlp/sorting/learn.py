"""A classifier from a few placed notes: how likely each note belongs to each reading."""

import numpy as np
from numpy.typing import NDArray

from nlp.readings.clustering.unit_vectors import to_unit_length

Floats = NDArray[np.float64]

SHARPNESS = 12.0


def likelihoods(points: Floats, placed: NDArray[np.int64]) -> Floats:
    """Return (n, readings) rows that sum to 1.

    Args:
        points: (n, d) unit rows.
        placed: (n,) the reading of notes that a person placed, from 0, -1 for all others.
    """
    count = int(placed.max()) + 1
    means = to_unit_length(np.array([points[placed == reading].sum(axis=0) for reading in range(count)]))
    scores = SHARPNESS * points @ means.T
    weights = np.exp(scores - scores.max(axis=1, keepdims=True))
    return np.asarray(weights / weights.sum(axis=1, keepdims=True))
