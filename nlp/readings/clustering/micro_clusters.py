"""Many notes as a few hundred micro-clusters, and back: what makes the cost of readings grow with n and no faster."""

from collections.abc import Iterator
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

MICRO_CLUSTERS = 100
ROUNDS = 8
LEARNT_FROM = 10_000
AT_ONCE = 8192

Rows = NDArray[np.float32]
Labels = NDArray[np.int64]
Real = TypeVar("Real", np.float32, np.float64)


def micro_clusters(points: Rows, most: int = MICRO_CLUSTERS, seed: int = 0) -> tuple[Labels, Rows]:
    """Return (n,) owners and (m, d) centres of unit length, m <= `most`, by spherical k-means.

    `ROUNDS` rounds on `LEARNT_FROM` of the points (Dhillon and Modha 2001, Machine Learning 42, 143-175); then every
    point goes to the nearest centre. Memory beside the points does not grow with n.

    Args:
        points: (n, d) rows of unit length.
        most: micro-clusters.
        seed: of the draws.
    """
    generator = np.random.default_rng(seed)
    learnt = _drawn(points, LEARNT_FROM, generator)
    centres = _drawn(learnt, most, generator)
    for _ in range(ROUNDS):
        sums = _sums(learnt, nearest(learnt, centres), len(centres))
        length = np.linalg.norm(sums, axis=1, keepdims=True)
        centres = np.where(length > 1e-6, sums / np.maximum(length, 1e-6), centres)
    used, owner = np.unique(nearest(points, centres), return_inverse=True)
    return owner.astype(np.int64), centres[used]


def nearest(points: Rows, centres: Rows) -> Labels:
    """Return (n,) the centre with the highest cosine, the first of equals."""
    return np.concatenate([np.argmax(points[part] @ centres.T, axis=1) for part in _parts(len(points))])


def fit(points: NDArray[Real], labels: Labels, readings: int) -> NDArray[Real]:
    """Return (n, readings) cosine of each point to the centre of the other points of each reading.

    That of a point to p others with sum s is x.s / |s|; inside its own reading s is S - x, so x.s = x.S - 1 and
    |s|^2 = |S|^2 - 2 x.S + 1: no copy of the points is needed. A point alone in its reading gets -1 there.

    Args:
        points: (n, d) rows of unit length.
        labels: (n,) reading of each, negative for none.
        readings: how many there are.
    """
    sums = _sums(points, labels, readings)
    squares = (sums.astype(np.float64) ** 2).sum(axis=1)
    found = np.empty((len(points), readings), dtype=points.dtype)
    for part in _parts(len(points)):
        product = (points[part] @ sums.T).astype(np.float64)
        own = labels[part, None] == np.arange(readings)
        length = np.sqrt(np.maximum(np.where(own, squares - 2 * product + 1, squares), 0))
        rest = np.where(own, product - 1, product)
        found[part] = np.where(length > 1e-3, rest / np.maximum(length, 1e-3), -1.0)
    return found


def _drawn(points: Rows, most: int, generator: np.random.Generator) -> Rows:
    if len(points) <= most:
        return points
    return points[np.sort(generator.choice(len(points), most, replace=False))]


def _sums(points: NDArray[Real], labels: Labels, count: int) -> NDArray[Real]:
    """Return (count, d) sums of the points with each label; those with a negative one are left out."""
    order = np.argsort(labels, kind="stable")
    ends = np.searchsorted(labels[order], np.arange(count + 1))
    sums = np.zeros((count, points.shape[1]), dtype=np.float64)
    for label, (start, end) in enumerate(zip(ends[:-1].tolist(), ends[1:].tolist(), strict=True)):
        for first in range(start, end, AT_ONCE):
            sums[label] += points[order[first : min(first + AT_ONCE, end)]].sum(axis=0, dtype=np.float64)
    return sums.astype(points.dtype)


def _parts(count: int) -> Iterator[slice]:
    return (slice(start, start + AT_ONCE) for start in range(0, count, AT_ONCE))
