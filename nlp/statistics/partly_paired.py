"""Two occasions, some people at both: what the difference between the occasions looks like by chance."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from nlp.statistics.label_permutation import AT_ONCE, chance_tallies, tally

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

_SEED_OF_PAIRS = 1


@dataclass(frozen=True, slots=True)
class Statistics:
    """The statistic of each reading.

    Attributes:
        observed: (readings,).
        drawn: (draws, readings) by chance.
    """

    observed: Floats
    drawn: Floats


def compare_occasions(counts: Floats, occasion: Ints, person: Ints, draws: int) -> Statistics:
    """Compare two occasions, and what chance would make of them: whoever was at both is exchanged with themselves.

    Somebody who wrote on both occasions is the best comparison that there is: what they always say, they say on both,
    and it must not count as a difference nor hide one. So their notes of the two occasions are exchanged, all together,
    or not, with equal chance. People of one occasion only are exchanged among each other, each with all their notes,
    and both kinds are drawn at once for one distribution (permutation tests for partly paired samples: Maritz 1995,
    Australian Journal of Statistics 37, 153-159; Einsporn and Habtzghi 2013, Journal of Data Science 11, 767-779).

    Statistic: that of Mantel and Haenszel (1959, Journal of the National Cancer Institute 22, 719-748), without
    correction, over the persons who were at both, each a stratum, and all others as one: (sum over strata of the notes
    in the reading at the second occasion less those expected there)² / their variance. With nobody at both it is
    chi-squared of reading x occasion.

    Args:
        counts: (n, readings + 1) notes of a person on an occasion; the last column is of notes in no reading.
        occasion: (n,) 0 or 1.
        person: (n,) whose they are; nobody has two rows of one occasion.
        draws: how many assignments are drawn.
    """
    order = np.lexsort((occasion, person))
    is_first = np.append(person[order][:-1] == person[order][1:], [False])
    first, second = order[is_first], order[1:][is_first[:-1]]
    alone = np.setdiff1d(np.arange(len(person)), np.concatenate([first, second]))
    own, owner = counts[alone], occasion[alone]
    within, variance = _shift(counts[first], counts[second])
    between, between_variance = _shift(*tally(own, owner[None, :], 2).swapaxes(0, 1))
    drawn, drawn_variance = _shift(*np.concatenate([*chance_tallies(own, owner, 2, draws)]).swapaxes(0, 1))
    variance_within = variance.sum(axis=0)
    return Statistics(
        observed=_squared(within.sum(axis=0) + between, variance_within + between_variance)[0],
        drawn=_squared(_exchanged(within, draws) + drawn, variance_within + drawn_variance),
    )


def _shift(first: Floats, second: Floats) -> tuple[Floats, Floats]:
    """Return (strata, readings) notes at the second occasion less those expected there, and their variance.

    Args:
        first: (strata, readings + 1) notes of each stratum at the first occasion.
        second: the same at the second.
    """
    before, after = first.sum(axis=1, keepdims=True), second.sum(axis=1, keepdims=True)
    whole = np.maximum(before + after, 1.0)
    share = (first + second)[:, :-1] / whole
    return (second[:, :-1] * before - first[:, :-1] * after) / whole, share * (1 - share) * (before * after) / whole


def _exchanged(shift: Floats, draws: int) -> Floats:
    """Return (draws, readings) sums in which each person's shift has changed its sign or not."""
    generator = np.random.default_rng(_SEED_OF_PAIRS)
    step = max(1, AT_ONCE // max(len(shift), 1))
    parts = [
        (2.0 * generator.integers(0, 2, (min(step, draws - start), len(shift)), dtype=np.int8) - 1) @ shift
        for start in range(0, draws, step)
    ]
    return np.concatenate(parts)


def _squared(shift: Floats, variance: Floats) -> Floats:
    return np.asarray(np.where(variance > 0, shift**2 / np.where(variance > 0, variance, 1.0), 0.0))
