"""How similar two descriptors must be: to count as saying the same, and to be shown as close."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from nlp.documents.types import Descriptor
from nlp.rubrics.levels import LevelRelation

QUANTILE = 0.98
FEWEST_PAIRS = 60
DEFAULT = 0.5
SURE = 0.35
ACROSS = 0.05
CLOSE = 0.1
STUBBORN = 10.0
LOWEST, HIGHEST = 0.25, 0.65

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Thresholds:
    """Smallest similarities, -1 to 1.

    Attributes:
        same_level: from which two descriptors of the same level count as saying the same.
        across_levels: the same for different levels; larger, since saying so is the sharpest thing that is said here.
        close: from which two are shown as close, and asked about.
    """

    same_level: float
    across_levels: float
    close: float

    @classmethod
    def around(cls, same_level: float) -> "Thresholds":
        """Return the thresholds that go with that of one level."""
        return cls(same_level, same_level + ACROSS, same_level - CLOSE)

    def between(self, relation: LevelRelation) -> float:
        """Return the threshold that holds for two descriptors whose levels stand so; an unknown one is the stricter."""
        return self.same_level if relation is LevelRelation.SAME else self.across_levels


def thresholds(
    descriptors: Sequence[Descriptor],
    elements: Sequence[str],
    similarities: Floats,
    judged: Iterable[tuple[float, bool]] = (),
) -> Thresholds:
    """Read the thresholds from pairs of which we know that they do not say the same, and from what people said.

    Descriptors of different teams *and* elements are strangers; `QUANTILE` of these pairs are less similar than the
    threshold, which is at least `SURE`. With fewer than `FEWEST_PAIRS` of them it is `DEFAULT`.

    Args:
        descriptors: n of them.
        elements: n names under which their elements are compared.
        similarities: (n, n) cosines.
        judged: similarity of pairs of which people said whether they say the same, and what they said.
    """
    team = np.array([d.team for d in descriptors])
    element = np.array(elements)
    upper = np.triu(np.ones(similarities.shape, dtype=bool), 1)
    strangers = similarities[upper & (team[:, None] != team) & (element[:, None] != element)]
    found = max(SURE, float(np.quantile(strangers, QUANTILE))) if len(strangers) >= FEWEST_PAIRS else DEFAULT
    return Thresholds.around(_moved(found, list(judged)))


def _moved(threshold: float, judged: Sequence[tuple[float, bool]]) -> float:
    """Return the threshold that people's judgements ask for, the nearest to the one given if several do as well.

    A judgement costs 1 where the threshold contradicts it, and every 0.1 by which the threshold moves costs
    `STUBBORN` / 10, so that it takes more than one judgement to move it far.
    """
    steps = np.unique([threshold, *(value + side for value, _ in judged for side in (-1e-6, 1e-6))])
    steps = steps[(steps >= min(LOWEST, threshold)) & (steps <= max(HIGHEST, threshold))]
    costs = [
        sum((value >= step) != same for value, same in judged) + STUBBORN * abs(step - threshold) for step in steps
    ]
    return float(min(zip(costs, np.abs(steps - threshold), steps, strict=True))[2])
