"""Correction for many comparisons: which tests can tell anything, and what their p-values are worth together."""

from bisect import bisect_left
from collections.abc import Hashable, Mapping
from typing import TypeVar

LEVEL = 0.05
"""Below this corrected p-value a difference is said to be one."""

Key = TypeVar("Key", bound=Hashable)


def testable(smallest: Mapping[Key, float]) -> set[Key]:
    """Return the tests that could show a difference after correction, were it as large as it can be.

    The largest set whose smallest possible p-values are all below `LEVEL` / k, with at most k tests in it (Tarone 1990,
    Biometrics 46, 515-522). The others are too few to say; they are not tests, so nothing is corrected for them.

    Args:
        smallest: the smallest p-value that each test can give.
    """
    ordered = sorted(smallest.values())
    for count in range(1, len(ordered) + 1):
        if bisect_left(ordered, LEVEL / count) <= count:
            return {key for key, p_value in smallest.items() if p_value < LEVEL / count}
    return set()


def holm(p_values: Mapping[Key, float]) -> dict[Key, float]:
    """Return p-values corrected for their number (Holm 1979, Scandinavian Journal of Statistics 6, 65-70)."""
    corrected: dict[Key, float] = {}
    largest = 0.0
    for rank, key in enumerate(sorted(p_values, key=lambda key: p_values[key])):
        largest = max(largest, min(1.0, (len(p_values) - rank) * p_values[key]))
        corrected[key] = largest
    return corrected


def holm_levels(p_values: Mapping[Key, float]) -> dict[Key, float]:
    """Return the level at which each test was judged: its p-value is below it exactly where Holm's is below `LEVEL`.

    `LEVEL` over the number of tests that were not rejected before it. An interval of one minus this level agrees with
    the corrected test, and is never narrower than one of 95 %.
    """
    corrected = holm(p_values)
    rejected = sum(p_value < LEVEL for p_value in corrected.values())
    ordered = sorted(p_values, key=lambda key: p_values[key])
    return {key: LEVEL / (len(ordered) - min(rank, rejected)) for rank, key in enumerate(ordered)}
