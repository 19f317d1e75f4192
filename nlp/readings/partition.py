"""From vectors to readings: the same kind of result for six notes and for two hundred thousand."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from nlp.readings.choose import choose_cut, most_readings
from nlp.readings.consensus import pool, stability

ALONE = -1
FEWEST = 4
MOST_TRIED = 10
COMPRESS_ABOVE = 1000
MICRO_CLUSTERS = 500
CENTRE_PRIOR = 10
LOOSE = 0.0
ALSO_OF_OWN = 0.75
ALSO_AT_LEAST = 0.15

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


def partition(vectors: NDArray[np.floating]) -> Partition:
    """Find the readings among n different texts.

    Up to `COMPRESS_ABOVE` texts the consensus works on the texts themselves, above on `MICRO_CLUSTERS` centres of
    k-means, so that the cost grows linearly with n. Fewer than `FEWEST` texts all stand alone: they form no groups.

    Args:
        vectors: (n, d) rows of unit length, in an order that does not depend on the user's.
    """
    count = len(vectors)
    if count < FEWEST:
        return Partition(np.full(count, ALONE), np.zeros(0), np.zeros((count, 0), dtype=np.bool_))
    centred = centre(vectors)
    if count <= COMPRESS_ABOVE:
        return _partition_points(centred)
    owner, centres = _compress(centred)
    coarse = _partition_points(centres)
    return Partition(coarse.labels[owner], coarse.stability, coarse.also[owner])


def centre(vectors: NDArray[np.floating]) -> Floats:
    """Return (n, d) unit rows less what all texts share, which is the element and tells nothing.

    Of a few texts the mean is mostly the largest reading itself, so only n / (n + `CENTRE_PRIOR`) of it is taken away.
    """
    share = len(vectors) / (len(vectors) + CENTRE_PRIOR)
    moved = np.asarray(vectors, dtype=np.float64) - share * np.mean(vectors, axis=0, dtype=np.float64)
    length = np.linalg.norm(moved, axis=1, keepdims=True)
    return np.asarray(moved / np.maximum(length, 1e-9))


def _partition_points(points: Floats) -> Partition:
    consensus = pool(points, most=min(MOST_TRIED, len(points) - 1))
    cut = choose_cut(consensus, most_readings(len(points)))
    steady = stability(consensus, cut)
    fitting = np.where(closeness(points, cut) >= LOOSE, cut, ALONE)
    names, sizes = np.unique(fitting[fitting >= 0], return_counts=True)
    kept = [int(name) for name, size in zip(names, sizes, strict=True) if size > 1]
    labels = np.array([kept.index(name) if name in kept else ALONE for name in fitting.tolist()], dtype=np.int64)
    return Partition(labels, np.array([steady[name] for name in kept]), _also(points, labels, len(kept)))


def closeness(points: Floats, labels: Labels) -> Floats:
    """Return (n,) cosine of each point to the centre of the others of its cluster; -1 for one alone in its cluster."""
    member = (labels[:, None] == np.unique(labels)[None, :]).astype(np.float64)
    others = member @ (member.T @ points) - points
    length = np.linalg.norm(others, axis=1)
    return np.asarray(np.where(length > 1e-9, (others * points).sum(axis=1) / np.maximum(length, 1e-9), -1.0))


def _also(points: Floats, labels: Labels, readings: int) -> NDArray[np.bool_]:
    """Return (n, readings): the note is almost as close to another reading as to the rest of its own."""
    member = (labels[:, None] == np.arange(readings)[None, :]).astype(np.float64)
    similarity = np.zeros(member.shape)
    for reading in range(readings):
        rest = (member[:, reading] @ points)[None, :] - member[:, [reading]] * points
        length = np.maximum(np.linalg.norm(rest, axis=1), 1e-9)
        similarity[:, reading] = (rest * points).sum(axis=1) / length
    own = (similarity * member).sum(axis=1, keepdims=True)
    near = similarity >= np.maximum(ALSO_OF_OWN * own, ALSO_AT_LEAST)
    return np.asarray(near & (member == 0) & (labels[:, None] >= 0))


def _compress(points: Floats) -> tuple[Labels, Floats]:
    """Return (n,) owners and (m, d) centres of unit length by mini-batch k-means."""
    from sklearn.cluster import MiniBatchKMeans

    model = MiniBatchKMeans(MICRO_CLUSTERS, batch_size=4096, n_init=1, max_iter=20, random_state=0).fit(points)
    used, owner = np.unique(model.labels_, return_inverse=True)
    centres = model.cluster_centers_[used]
    return owner.astype(np.int64), centres / np.maximum(np.linalg.norm(centres, axis=1, keepdims=True), 1e-9)
