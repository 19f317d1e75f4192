"""What the tallies of groups look like by chance: groups permuted among people, each with all their notes."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

PERMUTED_UP_TO = 2000
SHUFFLES_PER_DRAW = 20
AT_ONCE = 2_000_000
COMPARED_UP_TO = 12

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]


def chance_tallies(counts: Floats, owner: Ints, groups: int, draws: int, seed: int = 0) -> Iterator[Floats]:
    """Yield parts of (draws, groups, columns): notes of each group if its people were drawn from all people by chance.

    Up to `PERMUTED_UP_TO` people are permuted one by one, `AT_ONCE` places at a time so that memory stays small. Above,
    people with equal rows are interchangeable: how many of each kind fall to a group is multivariate hypergeometric,
    which gives the same distribution at a cost that does not grow with the people. One draw of that distribution costs
    as much as some `SHUFFLES_PER_DRAW` places of a permutation, so people of many kinds are permuted after all.

    Args:
        counts: (people, columns) whole numbers, the notes of each in each reading.
        owner: (people,) their group, from 0.
        groups: how many there are.
        draws: how many times the people are drawn.
        seed: of the draws.
    """
    generator = np.random.default_rng(seed)
    if len(counts) > PERMUTED_UP_TO:
        kinds, each = np.unique(counts, axis=0, return_counts=True)
        if SHUFFLES_PER_DRAW * len(kinds) * groups <= len(counts):
            yield _by_kind(kinds, each, np.bincount(owner, minlength=groups), draws, generator)
            return
    yield from _permuted(counts, owner, groups, draws, generator)


def tally(counts: Floats, owners: NDArray[np.integer], groups: int) -> Floats:
    """Return (draws, groups, columns) sums of `counts` for each assignment of people to groups, (draws, people)."""
    if groups <= COMPARED_UP_TO:
        return np.stack([(owners == group).astype(np.float64) @ counts for group in range(groups)], axis=1)
    draws = len(owners)
    cells = (np.arange(draws)[:, None] * groups + owners).ravel()
    tallies = np.empty((draws * groups, counts.shape[1]))
    for column, of_people in enumerate(counts.T):
        tallies[:, column] = np.bincount(cells, np.tile(of_people, draws), draws * groups)
    return tallies.reshape(draws, groups, -1)


def _permuted(counts: Floats, owner: Ints, groups: int, draws: int, generator: np.random.Generator) -> Iterator[Floats]:
    small = owner.astype(np.min_scalar_type(groups))
    step = max(1, AT_ONCE // max(len(counts), 1))
    for start in range(0, draws, step):
        copies = np.tile(small, (min(step, draws - start), 1))
        yield tally(counts, generator.permuted(copies, axis=1), groups)


def _by_kind(kinds: Floats, each: Ints, sizes: Ints, draws: int, generator: np.random.Generator) -> Floats:
    """Deal the people out to one group after the other, kind by kind; the last group gets the rest."""
    left = np.tile(each, (draws, 1))
    dealt = np.zeros((draws, len(sizes), len(kinds)))
    for group, size in enumerate(sizes.tolist()):
        wanted = np.full(draws, size)
        others = left.sum(axis=1)
        for kind in range(len(kinds)):
            others -= left[:, kind]
            own = generator.hypergeometric(left[:, kind], others, wanted)
            dealt[:, group, kind] = own
            wanted -= own
        left -= dealt[:, group].astype(np.int64)
    return np.asarray(dealt @ kinds)
