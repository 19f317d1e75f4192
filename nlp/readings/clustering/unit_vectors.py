"""Notes as points of the unit sphere: how far apart they are, and what is left without what all of them share."""

from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from nlp.scale.scratch import empty

CENTRE_PRIOR = 10
AT_ONCE = 8192

Floats = NDArray[np.float64]
Real = TypeVar("Real", np.float32, np.float64)


def to_unit_length(rows: NDArray[Real]) -> NDArray[Real]:
    """Return rows (n, d) at unit length; a row of zeros stays as it is."""
    return np.asarray(rows / lengths(rows), dtype=rows.dtype)


def cosine_distances(points: Floats) -> Floats:
    """Return (n, n) 1 - cosine of rows of unit length, 0 on the diagonal."""
    distances = np.clip(1.0 - points @ points.T, 0.0, 2.0)
    np.fill_diagonal(distances, 0.0)
    return np.asarray(distances)


def centre(vectors: NDArray[Real]) -> NDArray[Real]:
    """Return (n, d) unit rows less what all texts share, which is the element and tells nothing.

    Of a few texts the mean is mostly the largest reading itself, so only n / (n + `CENTRE_PRIOR`) of it is taken away.
    """
    share = len(vectors) / (len(vectors) + CENTRE_PRIOR)
    mean = share * np.mean(vectors, axis=0, dtype=np.float64)
    moved: NDArray[Real] = empty(vectors.shape, vectors.dtype)
    np.subtract(vectors, mean.astype(vectors.dtype), out=moved)
    moved /= lengths(moved)
    return moved


def lengths(rows: NDArray[Real]) -> NDArray[Real]:
    """Return (n, 1) lengths that can be divided by; memory beside the rows does not grow with n."""
    found = np.empty((len(rows), 1), dtype=rows.dtype)
    for start in range(0, len(rows), AT_ONCE):
        found[start : start + AT_ONCE] = np.linalg.norm(rows[start : start + AT_ONCE], axis=1, keepdims=True)
    return np.maximum(found, 1e-9, out=found)
