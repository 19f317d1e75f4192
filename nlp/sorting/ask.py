"""Which card a person should place next: the one that is undecided, and that many other undecided ones are like."""

import numpy as np
from numpy.typing import NDArray

from nlp.readings.clustering.mean_shift import spread_rows, sums_of_neighbours

Floats = NDArray[np.float64]

TEMPERATURE = 0.4
MOST_OTHERS = 500


def what_it_teaches(points: Floats, confidences: Floats) -> Floats:
    """Return (n,) how much is learnt from placing each text; the largest is to be asked for first.

    How undecided a text is (1 less the margin between its two likeliest readings), times the same of all others, by
    how near they are: exp((cosine - 1) / `TEMPERATURE`). Where nothing is placed all are undecided, and the most
    typical comes first. Of many texts an even choice stands for all.

    Args:
        points: (n, d) unit rows of the texts that are not placed.
        confidences: (n, readings) how likely each reading is.
    """
    undecided = 1.0 - _margin(confidences)
    others = spread_rows(len(points), MOST_OTHERS)
    own = np.full(len(points), -1)
    own[others] = np.arange(len(others))
    near = sums_of_neighbours(points, points[others], TEMPERATURE, own, undecided[others, None])
    return np.asarray(undecided * near[:, 0])


def _margin(confidences: Floats) -> Floats:
    if confidences.shape[1] < 2:
        return np.zeros(len(confidences))
    two = np.partition(confidences, -2, axis=1)[:, -2:]
    return np.asarray(two[:, 1] - two[:, 0])
