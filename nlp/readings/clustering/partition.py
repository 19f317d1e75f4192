"""From vectors to readings: the same kind of result for six notes and for two hundred thousand."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from nlp.readings.clustering.consensus import Consensus, pool, stability
from nlp.readings.clustering.mean_shift import mean_shift
from nlp.readings.clustering.micro_clusters import fit, micro_clusters
from nlp.readings.clustering.number_of_clusters import choose_cut, most_readings
from nlp.readings.clustering.trust import Evidence, grade, surely_inside
from nlp.readings.clustering.unit_vectors import centre, cosine_distances
from nlp.statistics.verdicts import Trust

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
        sure: (n,) whether a text surely says what most of its reading says (`trust.surely_inside`).
        trust: how far the readings can be trusted; None where there is no reading.
    """

    labels: Labels
    stability: Floats
    also: NDArray[np.bool_]
    sure: NDArray[np.bool_]
    trust: Trust | None = None


def apart(labels: Labels) -> Labels:
    """Return labels in which every text that stands alone has a number of its own."""
    return np.where(labels == ALONE, len(labels) + np.arange(len(labels)), labels)


def partition(vectors: NDArray[np.floating]) -> Partition:
    """Find the readings among n different texts, as many as separate best.

    Args:
        vectors: (n, d) rows of unit length, in an order that does not depend on the user's.
    """
    return Layouts.of(vectors).chosen()


@dataclass(frozen=True, slots=True)
class Layouts:
    """All ways to lay out n texts that one tree gives: few large readings, or many small ones.

    Up to `COMPRESS_ABOVE` texts the tree is that of the texts themselves, above of centres of k-means
    (`micro_clusters.py`), so that the cost grows linearly with n.

    Attributes:
        points: (n, d) rows of unit length without what all share.
        owner: (n,) the leaf of the tree that each text belongs to.
        leaves: (m, d) rows of unit length.
        consensus: of the leaves; None where there are too few to form groups.
    """

    points: NDArray[np.floating]
    owner: Labels
    leaves: Floats
    consensus: Consensus | None

    @classmethod
    def of(cls, vectors: NDArray[np.floating]) -> "Layouts":
        """Grow the tree of n different texts; fewer than `FEWEST` have none, and all stand alone.

        Args:
            vectors: (n, d) rows of unit length, in an order that does not depend on the user's.
        """
        count = len(vectors)
        if count < FEWEST:
            return cls(vectors, np.arange(count), vectors.astype(np.float64), None)
        if count <= COMPRESS_ABOVE:
            points = centre(vectors.astype(np.float64))
            return cls(points, np.arange(count), points, _consensus(points))
        many = centre(vectors.astype(np.float32, copy=False))
        owner, centres = micro_clusters(many)
        leaves = centres.astype(np.float64)
        return cls(many, owner, leaves, _consensus(leaves) if len(leaves) >= FEWEST else None)

    @property
    def most(self) -> int:
        """The most readings that can be asked for: two texts each."""
        return min(MOST_TRIED, len(self.leaves) // 2) if self.consensus else 0

    def chosen(self) -> Partition:
        """Return the layout whose readings separate best (`choose_cut`)."""
        if self.consensus is None:
            return self._without_tree()
        leaves = len(self.leaves)
        return self._at(
            self.consensus, choose_cut(self.consensus, cosine_distances(self.leaves), most_readings(leaves))
        )

    def with_readings(self, wanted: int) -> Partition:
        """Return the layout with that many readings that separates best, or with fewer where none has so many.

        Args:
            wanted: 1 to `most`; what lies outside counts as the nearest of these.
        """
        if self.consensus is None:
            return self._without_tree()
        for readings in range(max(1, min(wanted, self.most)), 1, -1):
            cut = choose_cut(self.consensus, cosine_distances(self.leaves), readings, readings)
            if cut.any():
                return self._at(self.consensus, cut)
        return self._as_one(sure=False)

    def _without_tree(self) -> Partition:
        """Return the few texts alone, or the many that say a handful of things as one reading."""
        count = len(self.points)
        if count < FEWEST:
            return Partition(
                np.full(count, ALONE),
                np.zeros(0),
                np.zeros((count, 0), dtype=np.bool_),
                np.zeros(count, dtype=np.bool_),
            )
        return self._as_one(sure=True)

    def _as_one(self, *, sure: bool) -> Partition:
        """Return all texts as one reading, that which one of several asked for or that which they are."""
        count = len(self.points)
        return Partition(
            np.zeros(count, dtype=np.int64), np.ones(1), np.zeros((count, 1), dtype=np.bool_), np.full(count, sure)
        )

    def _at(self, consensus: Consensus, cut: Labels) -> Partition:
        labels, kept = _fitting(self.leaves, cut)
        steady = stability(consensus, cut)
        stable = np.array([steady[name] for name in kept])
        labels, close, stable = self._placed(labels, stable)
        evidence = Evidence.of(consensus.association, labels, close, self.owner)
        trust = grade(evidence) if len(stable) else None
        return Partition(labels, stable, _also(close, labels), surely_inside(evidence), trust)

    def _placed(self, labels: Labels, stable: Floats) -> tuple[Labels, NDArray[np.floating], Floats]:
        """Return labels, fit and stability of all texts; those of a leaf of many that stands alone go where they fit.

        Alone stay the texts that point away from their reading, and those that fit it less than `MISFIT` times as well
        as its middle text does: among many texts one that fits nowhere still has a nearest reading.
        """
        labels = labels[self.owner]
        close = fit(self.points, labels, len(stable))
        if len(self.leaves) == len(self.points) or not len(stable):
            return labels, close, stable
        labels = np.where(labels >= 0, labels, close.argmax(axis=1))
        own = close[np.arange(len(labels)), labels]
        usual = np.array([np.median(own[labels == reading]) for reading in range(close.shape[1])])
        labels = np.where(own >= np.maximum(LOOSE, MISFIT * usual[labels]), labels, ALONE)
        sizes = np.bincount(labels[labels >= 0], minlength=close.shape[1])
        kept = np.flatnonzero(sizes > 1)
        new = np.full(len(sizes) + 1, ALONE)
        new[kept] = np.arange(len(kept))
        return new[labels], close[:, kept], stable[kept]


def _consensus(leaves: Floats) -> Consensus:
    return pool(mean_shift(leaves), most=min(MOST_TRIED, len(leaves) - 1))


def _fitting(points: Floats, cut: Labels) -> tuple[Labels, list[int]]:
    """Return (n,) labels of those that fit the rest of their cluster, and which clusters these are."""
    fits = fit(points, cut, int(cut.max()) + 1)[np.arange(len(cut)), cut] >= LOOSE
    fitting = np.where(fits, cut, ALONE)
    names, sizes = np.unique(fitting[fitting >= 0], return_counts=True)
    kept = [int(name) for name, size in zip(names, sizes, strict=True) if size > 1]
    return np.array([kept.index(name) if name in kept else ALONE for name in fitting.tolist()], dtype=np.int64), kept


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
