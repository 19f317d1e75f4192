"""Whether the notes of an element fall into readings at all, or would be as well sorted in another way."""

from math import sqrt

import numpy as np
from numpy.typing import NDArray

from nlp.readings.clustering.number_of_clusters import silhouette
from nlp.readings.clustering.partition import ALONE
from nlp.readings.clustering.unit_vectors import centre, cosine_distances

FAINT = 0.45
MOST_COMPARED = 400


def separation(vectors: NDArray[np.floating], numbers: NDArray[np.int64]) -> float | None:
    """Return the mean silhouette of the notes in their readings, -1 to 1 (Rousseeuw 1987).

    It is taken on cosine distances after what all notes share was subtracted; notes that stand alone are left out.
    None where fewer than two readings are to be told apart, or more than `MOST_COMPARED` notes to be compared.

    Args:
        vectors: (n, d) rows of unit length.
        numbers: (n,) reading of each note from 0, `ALONE` for none.
    """
    placed = numbers != ALONE
    if placed.sum() > MOST_COMPARED or len(np.unique(numbers[placed])) < 2:
        return None
    labels = np.unique(numbers[placed], return_inverse=True)[1]
    return silhouette(cosine_distances(centre(vectors.astype(np.float64))[placed]), labels)


def is_faint(value: float | None, notes: int) -> bool:
    """Whether readings lie hardly further apart than those that are found where there are none.

    Made notes without any structure reach a silhouette of 0.42 / sqrt(n) on average (20 and 45 notes of 256 numbers
    that vary ever less), because a few points in many dimensions always leave something to cut; `FAINT` / sqrt(n) is a
    little above that.
    """
    return value is not None and value < FAINT / sqrt(notes)
