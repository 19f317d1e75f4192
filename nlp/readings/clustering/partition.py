"""From vectors to readings: the same kind of result for six notes and for two hundred thousand."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from nlp.readings.clustering.consensus import pool, stability
from nlp.readings.clustering.mean_shift import mean_shift
from nlp.readings.clustering.micro_clusters import fit, micro_clusters
from nlp.readings.clustering.number_of_clusters import choose_cut, most_readings
from nlp.readings.clustering.unit_vectors import centre, cosine_distances

ALONE = -1
FEWEST = 4
MOST_TRIED = 10
COMPRESS_ABOVE = 400
LOOSE = 0.0
MISFIT = 0.25
ALSO_OF_OWN = 0.7
ALSO_AT_LEAST = 0.05

Labels = NDArray[np.int64]
Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Partition:
    """Readings of n texts.

    Attributes:
        labels: (n,) reading of each text from 0, ALONE for texts that fit nowhere.
        stability: (readings,) 0 to 1.
        also: (n, readings) whether a text speaks for a second reading as well.
    """

    labels: Labels
    stability: Floats
    also: NDArray[np.bool_]


def apart(labels: Labels) -> Labels:
    """Return labels in which every text that stands alone has a number of its own."""
    return np.where(labels == ALONE, len(labels) + np.arange(len(labels)), labels)


def partition(vectors: NDArray[np.floating]) -> Partition:
    """Find the readings among n different texts.

    Up to `COMPRESS_ABOVE` texts the consensus works on the texts themselves, above on centres of k-means
    (`micro_clusters.py`), so that the cost grows linearly with n. Fewer than `FEWEST` texts all stand alone: they
    form no groups.

    Args:
        vectors: (n, d) rows of unit length, in an order that does not depend on the user's.
    """
    count = len(vectors)
    if count < FEWEST:
        return Partition(np.full(count, ALONE), np.zeros(0), np.zeros((count, 0), dtype=np.bool_))
    if count <= COMPRESS_ABOVE:
        return _partition_points(centre(vectors.astype(np.float64)))
    return _partition_many(centre(vectors.astype(np.float32, copy=False)))


def _partition_points(points: Floats) -> Partition:
    consensus = pool(mean_shift(points), most=min(MOST_TRIED, len(points) - 1))
    cut = choose_cut(consensus, cosine_distances(points), most_readings(len(points)))
    steady = stability(consensus, cut)
    fits = fit(points, cut, int(cut.max()) + 1)[np.arange(len(cut)), cut] >= LOOSE
    fitting = np.where(fits, cut, ALONE)
    names, sizes = np.unique(fitting[fitting >= 0], return_counts=True)
    kept = [int(name) for name, size in zip(names, sizes, strict=True) if size > 1]
    labels = np.array([kept.index(name) if name in kept else ALONE for name in fitting.tolist()], dtype=np.int64)
    close = fit(points, labels, len(kept))
    return Partition(labels, np.array([steady[name] for name in kept]), _also(close, labels))


def _also(close: NDArray[np.floating], labels: Labels) -> NDArray[np.bool_]:
    """Return (n, readings): the note is almost as close to another reading as to the rest of its own.

    Args:
        close: (n, readings), from `fit`.
        labels: (n,) the reading of each, `ALONE` for none.
    """
    readings = np.arange(close.shape[1])
    own = (close * (labels[:, None] == readings)).sum(axis=1, keepdims=True)
    near = close >= np.maximum(ALSO_OF_OWN * own, ALSO_AT_LEAST)
    return np.asarray(near & (labels[:, None] != readings) & (labels >= 0)[:, None])


def _partition_many(points: NDArray[np.float32]) -> Partition:
    """Find the readings of micro-clusters and place their points; those of one that stands alone go where they fit.

    Alone stay the points that point away from their reading, and those that fit it less than `MISFIT` times as well as
    its middle point does: among many notes one that fits nowhere still has a nearest reading.
    """
    owner, centres = micro_clusters(points)
    if len(centres) < FEWEST:
        return Partition(np.zeros(len(points), dtype=np.int64), np.ones(1), np.zeros((len(points), 1), dtype=np.bool_))
    coarse = _partition_points(centres.astype(np.float64))
    labels = coarse.labels[owner]
    if not len(coarse.stability):
        return Partition(labels, coarse.stability, coarse.also[owner])
    close = fit(points, labels, len(coarse.stability))
    labels = np.where(labels >= 0, labels, close.argmax(axis=1))
    own = close[np.arange(len(labels)), labels]
    usual = np.array([np.median(own[labels == reading]) for reading in range(close.shape[1])])
    labels = np.where(own >= np.maximum(LOOSE, MISFIT * usual[labels]), labels, ALONE)
    sizes = np.bincount(labels[labels >= 0], minlength=close.shape[1])
    kept = np.flatnonzero(sizes > 1)
    new = np.full(len(sizes) + 1, ALONE)
    new[kept] = np.arange(len(kept))
    return Partition(new[labels], coarse.stability[kept], _also(close, labels)[:, kept])
