"""Whether a group's part could as well be chance: the group's people drawn anew from all who were there."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations
from math import comb, prod
from typing import Self

import numpy as np
from numpy.typing import NDArray

MOST_EXACT = 20_000
"""Up to this many assignments all are tried; above, as many are drawn."""

MOST_PLACES = 4_000_000
FEWEST_DRAWN = 1000
"""Of very many people fewer are drawn, so that all draws fit into memory at once."""

SEED = 20260301
_TOLERANCE = 1e-12
_HALVINGS = 40

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a permutation test gives.

    Attributes:
        p_value: share of assignments at least as far from what chance gives, on either side.
        smallest: the p-value that the most extreme assignment would have.
        assignments: in how many ways the group's people could have been drawn.
        exact: whether all of them were tried; else some were drawn with a fixed seed.
    """

    p_value: float
    smallest: float
    assignments: int
    exact: bool


@dataclass(frozen=True, slots=True)
class Assignments:
    """Ways in which the n people of a group and others could have been divided, strata by strata.

    Attributes:
        drawn: (ways, n) 1 for who would be in the group.
        members: (n,) 1 for who is.
        part: (n,) part of their stratum that is in the group.
        count: in how many ways they could have been divided.
        exact: whether `drawn` has all of them.
    """

    drawn: Floats
    members: Floats
    part: Floats
    count: int
    exact: bool

    @classmethod
    def of(cls, members: NDArray[np.bool_], strata: NDArray[np.int64], draws: int = MOST_EXACT) -> Self:
        """List all assignments if there are at most `draws`, else draw them with the seed `SEED`.

        Args:
            members: (n,) who is in the group.
            strata: (n,) numbers; people are exchanged within a stratum only.
            draws: most assignments to try.
        """
        count = count_assignments(members, strata)
        exact = count <= draws
        ways = 1 if exact else min(draws, max(FEWEST_DRAWN, MOST_PLACES // len(members)))
        drawn, part = np.zeros((ways, len(members))), np.zeros(len(members))
        for number, stratum in enumerate(np.unique(strata)):
            inside = np.flatnonzero(strata == stratum)
            own = int(members[inside].sum())
            part[inside] = own / len(inside)
            if exact:
                every = _every_way(len(inside), own)
                drawn = np.repeat(drawn, len(every), axis=0)
                drawn[:, inside] = np.tile(every, (len(drawn) // len(every), 1))
            else:
                drawn[:, inside] = _some_ways(len(inside), own, ways, number)
        return cls(drawn, members.astype(np.float64), part, count, exact)

    def deviations(self, scores: Floats) -> tuple[Floats, float]:
        """Return (ways,) sums of scores less what chance gives on average, and the same of the group as it is."""
        expected = self.part @ scores
        return self.drawn @ scores - expected, float(self.members @ scores - expected)

    def p_value(self, deviations: Floats, observed: float) -> float:
        """Return the share of ways at least as far from 0 as `observed`.

        Of all ways (Fisher 1935; Ernst 2004, Statistical Science 19, 676-685); where they are drawn, (1 + those) /
        (1 + draws) (Phipson and Smyth 2010).
        """
        added = 0 if self.exact else 1
        at_or_above = int((np.abs(deviations) >= abs(observed) - _TOLERANCE).sum())
        return (at_or_above + added) / (len(deviations) + added)


def count_assignments(members: NDArray[np.bool_], strata: NDArray[np.int64]) -> int:
    """Return in how many ways the members of a group can be drawn, as many from every stratum as there are."""
    return prod(comb(int((strata == each).sum()), int(members[strata == each].sum())) for each in np.unique(strata))


def permutation_test(scores: Floats, assignments: Assignments) -> Evidence:
    """Test whether a group's sum of scores differs from that of other people of the same strata.

    The statistic is |sum of the group's scores - its mean over all assignments|.

    Args:
        scores: (n,) of people, whatever group they are in.
        assignments: of these people to the group.
    """
    deviations, observed = assignments.deviations(scores)
    furthest = max(abs(observed), float(np.abs(deviations).max()))
    return Evidence(
        assignments.p_value(deviations, observed),
        assignments.p_value(deviations, furthest),
        assignments.count,
        assignments.exact,
    )


def shift_interval(scores: Floats, shift: Floats, assignments: Assignments, level: float) -> tuple[float, float] | None:
    """Return the smallest and largest shift, within -1 to 1, that the test does not reject; None if it rejects none.

    Inverts the test (Garthwaite 1996, Biometrics 52, 1387-1393; Ernst 2004): a shift d is rejected if
    scores - d x shift, in which it is undone, have a p-value below `level`. So the interval leaves out 0 exactly where
    the test itself rejects. Its ends are found by halving, from the shift that leaves nothing to explain.

    Args:
        scores: (n,) of people, as in `permutation_test`.
        shift: (n,) what a shift of 1 adds to each score.
        assignments: of these people to the group.
        level: such as 0.05.
    """
    (deviations, observed), (slopes, slope) = assignments.deviations(scores), assignments.deviations(shift)
    if slope <= _TOLERANCE:
        return None

    def is_rejected(d: float) -> bool:
        return assignments.p_value(deviations - d * slopes, observed - d * slope) < level

    best = min(1.0, max(-1.0, observed / slope))
    low, high = _edge(best, -1.0, is_rejected), _edge(best, 1.0, is_rejected)
    return None if low is None and high is None else (-1.0 if low is None else low, 1.0 if high is None else high)


def _edge(kept: float, end: float, is_rejected: Callable[[float], bool]) -> float | None:
    """Return the last shift on the way from `kept` to `end` that is not rejected; None if there is no end to them."""
    if not is_rejected(end):
        return None
    left_out = end
    if min(kept, end) < 0 < max(kept, end):
        kept, left_out = (kept, 0.0) if is_rejected(0.0) else (0.0, end)
    for _ in range(_HALVINGS):
        middle = (kept + left_out) / 2
        kept, left_out = (kept, middle) if is_rejected(middle) else (middle, left_out)
    return kept


def _every_way(people: int, own: int) -> Floats:
    """Return (ways, people) 1 for the `own` people of each choice."""
    chosen = np.array(list(combinations(range(people), own)), dtype=np.int64).reshape(comb(people, own), own)
    ways = np.zeros((len(chosen), people))
    np.put_along_axis(ways, chosen, 1.0, axis=1)
    return ways


@lru_cache(maxsize=8)
def _some_ways(people: int, own: int, draws: int, stratum: int) -> NDArray[np.bool_]:
    """Return (draws, people) whether each is in the group; kept, since many groups are of as many people."""
    if own in {0, people}:
        return np.full((draws, people), own > 0)
    drawn = np.random.default_rng((SEED, stratum)).random((draws, people))
    return np.asarray(drawn <= np.partition(drawn, own - 1, axis=1)[:, own - 1 : own])
