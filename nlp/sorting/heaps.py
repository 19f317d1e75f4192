"""Small heaps of notes that surely belong together: what people join and name faster than they take readings apart."""

import numpy as np
from numpy.typing import NDArray

from nlp.readings.clustering.linkage import cut_at, linkage
from nlp.readings.clustering.mean_shift import mean_shift, spread_rows
from nlp.readings.clustering.unit_vectors import centre, cosine_distances, to_unit_length

NO_HEAP = -1
SMALLEST = 3
CUT = 0.3
CUT_OF_SEEDS = 0.25
"""Where people build on the heaps: purer, and fewer notes in them."""

Labels = NDArray[np.int64]
Floats = NDArray[np.float64]


def find_heaps(vectors: NDArray[np.floating], cut: float = CUT, smallest: int = SMALLEST) -> Labels:
    """Return (n,) the heap of each text from 0, largest first, `NO_HEAP` for texts that are in none.

    Average linkage of the texts after one step of mean shift, cut low. How many of an element's notes lie in heaps
    tells how far its readings can be trusted.

    Args:
        vectors: (n, d) rows of unit length, by `nlp.embedding.rarity.encode_by_rarity`, in an order that does not
            depend on the user's.
        cut: cosine distance up to which heaps grow.
        smallest: fewest texts of a heap.
    """
    if len(vectors) < smallest:
        return np.full(len(vectors), NO_HEAP, dtype=np.int64)
    return heaps_of_shifted(mean_shift(centre(vectors.astype(np.float64))), cut, smallest)


def heaps_of_shifted(points: Floats, cut: float = CUT_OF_SEEDS, smallest: int = SMALLEST) -> Labels:
    """Return the same for texts (n, d) that one step of mean shift has moved already.

    Of many texts an even choice is linked, and the others join the heap whose middle is near enough.
    """
    if len(points) < smallest:
        return np.full(len(points), NO_HEAP, dtype=np.int64)
    chosen = spread_rows(len(points))
    clusters = cut_at(linkage(cosine_distances(points[chosen]), "average"), cut)
    labels = np.full(len(points), NO_HEAP, dtype=np.int64)
    labels[chosen] = _largest_first(clusters, smallest)
    return labels if len(chosen) == len(points) else _with_others(points, labels, chosen, cut)


def _largest_first(clusters: NDArray[np.integer], smallest: int) -> Labels:
    names, first, sizes = np.unique(clusters, return_index=True, return_counts=True)
    new = np.full(names.max() + 1, NO_HEAP, dtype=np.int64)
    order = [place for place in np.lexsort((first, -sizes)) if sizes[place] >= smallest]
    new[names[order]] = np.arange(len(order))
    return np.asarray(new[clusters])


def _with_others(points: Floats, labels: Labels, chosen: Labels, cut: float) -> Labels:
    count = int(labels.max()) + 1
    if not count:
        return labels
    middles = to_unit_length(np.array([points[labels == heap].sum(axis=0) for heap in range(count)]))
    others = np.setdiff1d(np.arange(len(points)), chosen)
    likeness = points[others] @ middles.T
    nearest = likeness.argmax(axis=1)
    labels[others] = np.where(likeness.max(axis=1) >= 1.0 - cut, nearest, NO_HEAP)
    kept = labels >= 0
    labels[kept] = _largest_first(labels[kept], 1)
    return labels
