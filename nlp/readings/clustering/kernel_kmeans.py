"""k-means that needs only the cosines between the notes: its cost does not grow with the length of the vectors."""

import numpy as np
from numpy.typing import NDArray

ITERATIONS = 20

Floats = NDArray[np.float64]
Labels = NDArray[np.int64]


def kernel_means(cosines: Floats, clusters: int, generator: np.random.Generator) -> Labels:
    """Return (m,) labels, 0 to `clusters` - 1, of k-means on rows of unit length; some numbers may stay unused.

    Lloyd's iterations on the Gram matrix (Schoelkopf, Smola and Mueller 1998, Neural Computation 10(5), 1299-1319),
    from the starts of k-means++ (Arthur and Vassilvitskii 2007).

    Args:
        cosines: (m, m) of the rows, the diagonal is 1.
        clusters: at most m.
        generator: draws the starts.
    """
    labels = np.asarray(cosines[:, _starts(cosines, clusters, generator)].argmax(axis=1), dtype=np.int64)
    for _ in range(ITERATIONS):
        member = np.eye(clusters)[labels]
        sizes = np.maximum(member.sum(axis=0), 1.0)
        to_mean = cosines @ member / sizes
        mean_length = (member * to_mean).sum(axis=0) / sizes
        gain = np.where(member.any(axis=0), 2.0 * to_mean - mean_length, -np.inf)
        moved = np.asarray(gain.argmax(axis=1), dtype=np.int64)
        if np.array_equal(moved, labels):
            break
        labels = moved
    return labels


def _starts(cosines: Floats, clusters: int, generator: np.random.Generator) -> list[int]:
    """Return rows to start from: each next one drawn by its squared distance to the nearest before it."""
    starts = [int(generator.integers(len(cosines)))]
    while len(starts) < clusters:
        distances = np.maximum(1.0 - cosines[:, starts].max(axis=1), 0.0)
        distances[starts] = 0.0
        running = distances.cumsum()
        drawn = int(running.searchsorted(generator.random() * running[-1], side="right"))
        starts.append(drawn if running[-1] > 0 else next(row for row in range(len(cosines)) if row not in starts))
    return starts
