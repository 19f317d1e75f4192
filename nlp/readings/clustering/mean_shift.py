"""Moving notes towards their neighbours, so that what a few words say is seen beside what those around them say."""

import numpy as np
from numpy.typing import NDArray

from nlp.readings.clustering.unit_vectors import to_unit_length

TEMPERATURE = 0.15
STEP = 2.0
FEW = 10


def mean_shift(points: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return (n, d) rows of unit length, each one step nearer to the mean of its neighbours.

    One step of mean shift (Cheng 1995, IEEE TPAMI 17(8), 790-799) on the sphere: the other notes weigh
    exp(cosine / `TEMPERATURE`), the kernel of a von Mises-Fisher distribution; their mean direction is added
    `STEP` times, less where there are so few that they are hardly neighbours: n / (n + `FEW`) of it. More steps would
    draw everything together.

    Args:
        points: (n, d) rows of unit length, n >= 2.
    """
    weights = np.exp((points @ points.T - 1.0) / TEMPERATURE)
    np.fill_diagonal(weights, 0.0)
    towards = to_unit_length(weights @ points)
    return to_unit_length(points + STEP * len(points) / (len(points) + FEW) * towards)
