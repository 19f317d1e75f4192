"""Consensus clustering: how often two notes fall together over many resamples, linkages and numbers of clusters.

One clustering of a few dozen notes is erratic. Evidence accumulation pools many of them and clusters the co-association
matrix instead (Fred and Jain 2005, IEEE TPAMI 27(6), 835-850).
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from nlp.readings.clustering.kernel_kmeans import kernel_means
from nlp.readings.clustering.linkage import cut, linkage
from nlp.readings.clustering.unit_vectors import cosine_distances

SAMPLE_SHARE = 0.8
RESAMPLES = 60
FEWEST_RESAMPLES = 12
FULL_UP_TO = 200
MEANS = (3, 4, 5, 6)

Floats = NDArray[np.float64]
Labels = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class BaseRun:
    """One resample and its nested clusterings.

    Attributes:
        rows: (m,) the rows that were drawn, ascending.
        labels: number of clusters k -> (m,) labels.
    """

    rows: Labels
    labels: dict[int, Labels]


@dataclass(frozen=True, slots=True)
class Consensus:
    """Pooled evidence about n notes.

    Attributes:
        association: (n, n) share of the clusterings of both notes in which they fell together; diagonal 1.
        tree: (n-1, 4) average linkage of 1 - association, as SciPy has it.
        runs: the clusterings that were pooled.
    """

    association: Floats
    tree: Floats
    runs: tuple[BaseRun, ...]

    def cut(self, clusters: int) -> Labels:
        """Return (n,) labels from 0 for that many clusters, at most n."""
        return cut(self.tree, clusters)


def pool(vectors: NDArray[np.floating], most: int, seed: int = 0) -> Consensus:
    """Cluster resamples of the notes in many ways and pool how often each pair falls together.

    Draws of 80 % of the notes without replacement, each clustered by average linkage of cosine distances, by Ward's
    method and by k-means with `MEANS` clusters; linkages and k-means count half each. `RESAMPLES` draws, fewer above
    `FULL_UP_TO` notes because more notes need less averaging.

    Args:
        vectors: (n, d) rows of unit length, n >= 3.
        most: largest number of clusters tried; 2 to `most` are pooled with equal weight.
        seed: of the draws.
    """
    points = np.asarray(vectors, dtype=np.float64)
    count = len(points)
    cosine = cosine_distances(points)
    distances = {"average": cosine, "ward": np.sqrt(2.0 * cosine)}
    resamples = max(FEWEST_RESAMPLES, min(RESAMPLES, RESAMPLES * FULL_UP_TO // count))
    size = max(3, round(SAMPLE_SHARE * count))
    generator = np.random.default_rng(seed)
    together = np.zeros((count, count))
    seen = np.zeros((count, count))
    runs = []
    for _ in range(resamples):
        rows = np.sort(generator.choice(count, size, replace=False))
        for method, between in distances.items():
            labels = _cut_everywhere(linkage(between[np.ix_(rows, rows)], method), min(most, size - 1))
            together[np.ix_(rows, rows)] += _agreement(labels) / len(labels)
            runs.append(BaseRun(rows, labels))
        together[np.ix_(rows, rows)] += _means_agreement(1.0 - cosine[np.ix_(rows, rows)], generator)
        seen[np.ix_(rows, rows)] += 2 * len(distances)
    association = np.divide(together, seen, out=np.zeros_like(together), where=seen > 0)
    np.fill_diagonal(association, 1.0)
    return Consensus(association, linkage(1.0 - association, "average"), tuple(runs))


def _means_agreement(cosines: Floats, generator: np.random.Generator) -> Floats:
    """Return (m, m): how often k-means puts two rows together, scaled to the weight of the linkages."""
    wanted = [clusters for clusters in MEANS if clusters < len(cosines)] or [2]
    total = np.zeros(cosines.shape)
    for clusters in wanted:
        labels = kernel_means(cosines, clusters, generator)
        total += labels[:, None] == labels[None, :]
    return 2.0 * total / len(wanted)


def _cut_everywhere(tree: Floats, most: int) -> dict[int, Labels]:
    return {k: cut(tree, k) for k in range(2, most + 1)}


def _agreement(labels: dict[int, Labels]) -> Floats:
    """Return (m, m): at how many of the nested cuts two rows share a cluster."""
    finest = labels[max(labels)]
    _, first, inverse = np.unique(finest, return_index=True, return_inverse=True)
    cuts = np.stack([cut[first] for cut in labels.values()])
    coarse = (cuts[:, :, None] == cuts[:, None, :]).sum(axis=0).astype(np.float64)
    return np.asarray(coarse[np.ix_(inverse, inverse)])


def stability(consensus: Consensus, labels: Labels) -> dict[int, float]:
    """Return for every label how well the resamples find it again: mean best Jaccard similarity, 0 to 1.

    Each resample is cut into as many clusters as `labels` has; the similarity is taken over the rows that were drawn
    (Hennig 2007, Computational Statistics and Data Analysis 52, 258-271, with subsamples).
    """
    names = np.unique(labels)
    found: dict[int, list[float]] = {int(name): [] for name in names}
    wanted = len(names)
    for run in consensus.runs:
        cut = run.labels[min(max(wanted, 2), max(run.labels))] if wanted > 1 else np.ones(len(run.rows), dtype=np.int64)
        drawn = labels[run.rows]
        table = np.array([[np.sum((drawn == a) & (cut == b)) for b in np.unique(cut)] for a in names], dtype=np.float64)
        union = table.sum(1, keepdims=True) + table.sum(0, keepdims=True) - table
        best = np.max(table / union, axis=1)
        for name, similarity, mass in zip(names, best, table.sum(1), strict=True):
            if mass:
                found[int(name)].append(float(similarity))
    return {name: float(np.mean(values)) if values else 0.0 for name, values in found.items()}
