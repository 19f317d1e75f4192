"""Small heaps of notes that surely belong together: what people join and name faster than they take readings apart."""

import numpy as np
from numpy.typing import NDArray
from scipy.cluster.hierarchy import fcluster, linkage
from scipy.spatial.distance import squareform

from nlp.readings.clustering.unit_vectors import centre, cosine_distances, to_unit_length

NO_HEAP = -1
SMALLEST = 3
CUT = 0.3
TEMPERATURE = 0.15
STEP = 2.0
FEW = 10


def find_heaps(vectors: NDArray[np.floating], cut: float = CUT, smallest: int = SMALLEST) -> NDArray[np.int64]:
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
    points = shift(centre(vectors.astype(np.float64)), TEMPERATURE)
    distances = squareform(cosine_distances(points), checks=False)
    clusters = fcluster(linkage(distances, "average"), cut, "distance")
    names, first, sizes = np.unique(clusters, return_index=True, return_counts=True)
    new = np.full(names.max() + 1, NO_HEAP, dtype=np.int64)
    order = [place for place in np.lexsort((first, -sizes)) if sizes[place] >= smallest]
    new[names[order]] = np.arange(len(order))
    return np.asarray(new[clusters])


def shift(points: NDArray[np.float64], temperature: float) -> NDArray[np.float64]:
    """Return (n, d) unit rows, each one step of mean shift nearer to its neighbours."""
    weights = np.exp((points @ points.T - 1.0) / temperature)
    np.fill_diagonal(weights, 0.0)
    towards = to_unit_length(weights @ points)
    return to_unit_length(points + STEP * len(points) / (len(points) + FEW) * towards)
