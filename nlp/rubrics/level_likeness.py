"""Which end of a ladder is the best, told from what the names of its levels are like."""

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from nlp.documents.tables.level_names import MIDDLE, known_grades, letter_of_level, number_of_level
from nlp.embedding.types import Embedder
from nlp.rubrics.level_orders import LevelOrder, OrderFound, evenly, found_order

APART = 0.5
"""How many grades the ends of a ladder lie apart, at least.

Of all pairs of known names of a good and a bad level, each left out of the regression (ten folds), 97 % lie so far
apart the right way round, 0.04 % the wrong way round.
"""
RIDGE = 3.0

Floats = NDArray[np.float64]
_WRITTEN = (OrderFound.COLUMNS, OrderFound.APPEARANCE)


def likely_order(levels: Sequence[str], how: OrderFound, embedder: Embedder) -> LevelOrder:
    """Return the order of levels from their names; of names that nobody knows, from what they are like.

    Levels stand in a rubric from one end to the other; the ends' grades are estimated by ridge regression from the
    vectors of the known names. Nothing is told where the two lie less than `APART` from each other, nor of numbers
    and letters.

    Args:
        levels: as the rubric writes them.
        how: what that order is.
        embedder: makes the vectors of names.
    """
    order = found_order(levels, how)
    if order.sure or order.found not in _WRITTEN or len(levels) < 2 or any(map(_counts, levels)):
        return order
    ends = [levels[0], levels[-1]]
    if not all(embedder.known(ends)):
        return order
    best, worst = np.asarray(embedder.encode(ends), dtype=np.float64) @ _axis(embedder)
    if abs(best - worst) < APART:
        return order
    best_first = levels if best > worst else levels[::-1]
    return replace(order, heights=evenly(best_first), found=OrderFound.LIKENESS, sure=True)


def _counts(level: str) -> bool:
    return number_of_level(level) is not None or letter_of_level(level) is not None


@lru_cache(maxsize=2)
def _axis(embedder: Embedder) -> Floats:
    """Return the direction along which the vectors of the known names rise by a grade."""
    names = list(known_grades())
    known = [name for name, told in zip(names, embedder.known(names), strict=True) if told]
    vectors = np.asarray(embedder.encode(known), dtype=np.float64)
    grades = np.array([known_grades()[name] - MIDDLE for name in known], dtype=np.float64)
    penalty = RIDGE * np.eye(vectors.shape[1])
    return np.asarray(np.linalg.solve(vectors.T @ vectors + penalty, vectors.T @ grades), dtype=np.float64)
