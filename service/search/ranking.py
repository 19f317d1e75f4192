"""The order of what was found: by its words, by its meaning, and both in one list."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from service.search.catalogue import Catalogue, Rows

LATE = 60
"""Reciprocal rank fusion: the first of a list counts 1 / (60 + 1), the second 1 / (60 + 2), and so on (Cormack, Clarke
and Buettcher 2009, "Reciprocal rank fusion outperforms Condorcet and individual rank learning methods")."""


def by_words(catalogue: Catalogue, found: Rows, whole: Rows) -> Rows:
    """Return what has the words: first where they are whole words, short texts before long ones, new before old."""
    is_whole = np.isin(found, whole)
    return found[np.lexsort((-catalogue.entries[found], catalogue.letters[found], ~is_whole))]


def by_some_words(catalogue: Catalogue, found: Sequence[Rows]) -> Rows:
    """Return what has some of the words, the rarer words first; `found` has the rows of each word."""
    score = np.zeros(len(catalogue), np.float64)
    for rows in found:
        score[rows] += np.log1p(len(catalogue) / max(1, len(rows)))
    some = np.flatnonzero(score)
    return some[np.lexsort((catalogue.letters[some], -score[some]))]


def fused(lists: Sequence[Rows], size: int) -> Rows:
    """Return the rows of several lists, of `size` that there are, in one order."""
    score: NDArray[np.float64] = np.zeros(size, np.float64)
    for rows in lists:
        score[rows] += 1 / (LATE + 1 + np.arange(len(rows)))
    some = np.flatnonzero(score)
    return some[np.argsort(-score[some], kind="stable")]
