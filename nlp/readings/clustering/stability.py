"""How steady the readings of an element are: whether they come out the same when some notes are left out."""

from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from nlp.readings.clustering.partition import FEWEST, apart, partition

SHARE = 0.9
RUNS = 10


def subsample_agreement(vectors: NDArray[np.floating], seed: int = 0) -> float:
    """Return the mean adjusted Rand index between the readings found in `RUNS` draws of 90 % of the notes.

    Each pair of draws is compared on the notes that are in both (Ben-Hur, Elisseeff and Guyon 2002, Pacific
    Symposium on Biocomputing, 6-17, with the adjusted Rand index of Hubert and Arabie 1985); a note that stands alone
    counts as a reading of its own. 1 is the same every time, 0 what chance gives, NaN stands for too few notes
    to form readings.

    Args:
        vectors: (n, d) rows of unit length.
        seed: of the draws.
    """
    from sklearn.metrics import adjusted_rand_score

    count = len(vectors)
    if count <= FEWEST:
        return float("nan")
    generator = np.random.default_rng(seed)
    draws = []
    for _ in range(RUNS):
        rows = np.sort(generator.choice(count, round(SHARE * count), replace=False))
        labels = partition(vectors[rows]).labels
        draws.append(dict(zip(rows.tolist(), apart(labels).tolist(), strict=True)))
    agreements = []
    for first, second in combinations(draws, 2):
        shared = sorted(first.keys() & second.keys())
        agreements.append(adjusted_rand_score([first[row] for row in shared], [second[row] for row in shared]))
    return float(np.mean(agreements))
