"""How many readings there are: the cut of the consensus tree that separates best, without many notes left alone."""

from math import ceil, sqrt

import numpy as np
from numpy.typing import NDArray

from nlp.readings.consensus import Consensus, cosine_distances

SINGLETON_COST = 0.03
MOST_READINGS = 8


def most_readings(notes: int) -> int:
    """Return how many readings a room can talk through: the square root of the notes, from 2 to `MOST_READINGS`."""
    return min(MOST_READINGS, max(2, ceil(sqrt(notes))))


def choose_cut(consensus: Consensus, points: NDArray[np.float64], most: int) -> NDArray[np.int64]:
    """Return (n,) labels from 0 of the cut with the highest silhouette less a cost for every note left alone.

    Silhouette (Rousseeuw 1987) on the cosine distances of the notes: the consensus proposes the cuts, the notes judge
    them.

    Args:
        consensus: of n notes.
        points: (n, d) rows of unit length, the notes of the consensus.
        most: clusters with two or more notes at the most.
    """
    distances = cosine_distances(points)
    best = np.zeros(len(distances), dtype=np.int64)
    highest = -np.inf
    for clusters in range(2, len(distances)):
        labels = consensus.cut(clusters)
        sizes = np.bincount(labels)
        if (sizes > 1).sum() > most:
            break
        value = silhouette(distances, labels) - SINGLETON_COST * int((sizes == 1).sum())
        if value > highest:
            best, highest = labels, value
    return best


def silhouette(distances: NDArray[np.float64], labels: NDArray[np.int64]) -> float:
    """Return the mean silhouette, -1 to 1; notes alone in their cluster count 0 (Rousseeuw 1987).

    Args:
        distances: (n, n), symmetric, diagonal 0.
        labels: (n,) from 0, at least two different ones.
    """
    member = np.eye(int(labels.max()) + 1)[labels]
    sizes = member.sum(axis=0)
    sums = distances @ member
    own = sums[np.arange(len(labels)), labels] / np.maximum(sizes[labels] - 1, 1)
    others = np.where(member > 0, np.inf, sums / np.maximum(sizes, 1))
    nearest = others.min(axis=1)
    widest = np.maximum(own, nearest)
    values = np.divide(nearest - own, widest, out=np.zeros(len(labels)), where=(widest > 0) & (sizes[labels] > 1))
    return float(values.mean())
