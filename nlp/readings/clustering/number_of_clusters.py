"""How many readings there are: the cut of the consensus tree that separates best, kept few enough to talk about."""

from math import ceil, log, sqrt

import numpy as np
from numpy.typing import NDArray

from nlp.readings.clustering.consensus import Consensus

SINGLETON_COST = 0.03
READING_COST = 0.1
MOST_READINGS = 8


def most_readings(notes: int) -> int:
    """Return how many readings a room can talk through: the square root of the notes, from 2 to `MOST_READINGS`."""
    return min(MOST_READINGS, max(2, ceil(sqrt(notes))))


def choose_cut(consensus: Consensus, distances: NDArray[np.float64], most: int, fewest: int = 0) -> NDArray[np.int64]:
    """Return (n,) labels from 0 of the cut that separates best, less what each reading and lone note costs.

    Silhouette (Rousseeuw 1987) of the cut in the co-association distances, where readings stand out, plus that in the
    notes' own distances, where one tight reading is not cut in two; less `SINGLETON_COST` for every note left alone and
    `READING_COST` times the logarithm of the number of readings and one.

    Args:
        consensus: of n notes.
        distances: (n, n) cosine distances of the notes.
        most: clusters with two or more notes at the most.
        fewest: and at the least; where no cut has so many, all notes are one cluster.
    """
    apart = 1.0 - consensus.association
    best = np.zeros(len(distances), dtype=np.int64)
    highest = -np.inf
    for clusters in range(2, len(distances)):
        labels = consensus.cut(clusters)
        sizes = np.bincount(labels)
        readings = int((sizes > 1).sum())
        if readings > most:
            break
        if readings < fewest:
            continue
        cost = SINGLETON_COST * int((sizes == 1).sum()) + READING_COST * log(readings + 1)
        value = silhouette(apart, labels) + silhouette(distances, labels) - cost
        if value > highest:
            best, highest = labels, value
    return best


def silhouette(distances: NDArray[np.float64], labels: NDArray[np.int64]) -> float:
    """Return the mean silhouette, -1 to 1; notes alone in their cluster count 0 (Rousseeuw 1987).

    Args:
        distances: (n, n), symmetric, diagonal 0.
        labels: (n,) from 0; 0 if they are all the same.
    """
    member = np.eye(int(labels.max()) + 1)[labels]
    sizes = member.sum(axis=0)
    if len(sizes) < 2:
        return 0.0
    sums = distances @ member
    own = sums[np.arange(len(labels)), labels] / np.maximum(sizes[labels] - 1, 1)
    others = np.where(member > 0, np.inf, sums / np.maximum(sizes, 1))
    nearest = others.min(axis=1)
    widest = np.maximum(own, nearest)
    values = np.divide(nearest - own, widest, out=np.zeros(len(labels)), where=(widest > 0) & (sizes[labels] > 1))
    return float(values.mean())
