"""Whether a group's part could as well be chance: the group's people drawn anew from all who were there."""

from dataclasses import dataclass
from itertools import combinations
from math import comb, prod

import numpy as np
from numpy.typing import NDArray

MOST_EXACT = 20_000
"""Up to this many assignments all are tried; above, as many are drawn."""

SEED = 20260301
_TOLERANCE = 1e-12


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a permutation test gives.

    Attributes:
        p_value: share of assignments at least as far from what chance gives, on either side.
        smallest: the p-value that the most extreme assignment would have.
        assignments: in how many ways the group's people could have been drawn.
        exact: whether all of them were tried; else `MOST_EXACT` were drawn with a fixed seed.
    """

    p_value: float
    smallest: float
    assignments: int
    exact: bool


def count_assignments(members: NDArray[np.bool_], strata: NDArray[np.int64]) -> int:
    """Return in how many ways the members of a group can be drawn, as many from every stratum as there are."""
    return prod(comb(size, own) for size, own in _sizes(members, strata))


def permutation_test(
    scores: NDArray[np.float64], members: NDArray[np.bool_], strata: NDArray[np.int64], draws: int = MOST_EXACT
) -> Evidence:
    """Test whether a group's sum of scores differs from that of other people of the same strata.

    The statistic is |sum of the group's scores - its mean over all assignments|. All assignments are tried if there
    are at most `draws` of them: p is their share at or above the observed (Fisher 1935; Ernst 2004, Statistical
    Science 19, 676-685). Otherwise `draws` are drawn with the seed `SEED` and p = (1 + those at or above) / (1 + draws)
    (Phipson and Smyth 2010).

    Args:
        scores: (n,) of people, whatever group they are in.
        members: (n,) who is in the group.
        strata: (n,) numbers; people are exchanged within a stratum only.
        draws: most assignments to try.
    """
    assignments = count_assignments(members, strata)
    exact = assignments <= draws
    sums = np.zeros(1)
    expected = 0.0
    generator = np.random.default_rng(SEED)
    for stratum in np.unique(strata):
        inside = scores[strata == stratum]
        own = int(members[strata == stratum].sum())
        expected += own * float(inside.mean())
        if exact:
            sums = (sums[:, None] + _all_sums(inside, own)[None, :]).ravel()
        else:
            sums = sums + _drawn_sums(inside, own, draws, generator)
    deviations = np.abs(sums - expected)
    observed = abs(float(scores[members].sum()) - expected)
    added = 0 if exact else 1
    at_or_above, at_most = (
        int((deviations >= limit - _TOLERANCE).sum()) for limit in (observed, max(observed, float(deviations.max())))
    )
    total = len(sums) + added
    return Evidence((at_or_above + added) / total, (at_most + added) / total, assignments, exact)


def _sizes(members: NDArray[np.bool_], strata: NDArray[np.int64]) -> list[tuple[int, int]]:
    return [(int((strata == each).sum()), int(members[strata == each].sum())) for each in np.unique(strata)]


def _all_sums(scores: NDArray[np.float64], own: int) -> NDArray[np.float64]:
    return np.array([sum(chosen) for chosen in combinations(scores.tolist(), own)])


def _drawn_sums(
    scores: NDArray[np.float64], own: int, draws: int, generator: np.random.Generator
) -> NDArray[np.float64]:
    if own in {0, len(scores)}:
        return np.full(draws, scores.sum() if own else 0.0)
    chosen = generator.random((draws, len(scores))).argpartition(own - 1, axis=1)[:, :own]
    return np.asarray(scores[chosen].sum(axis=1))
