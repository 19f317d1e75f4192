"""How similar two descriptors must be to count as saying the same: read from the rubrics themselves."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from nlp.documents.types import Descriptor
from nlp.rubrics.levels import LevelRelation

QUANTILE = 0.98
FEWEST_PAIRS = 60
DEFAULT = 0.5


@dataclass(frozen=True, slots=True)
class Thresholds:
    """Smallest similarities for a match, -1 to 1.

    Attributes:
        same_level: for descriptors of the same level.
        across_levels: for descriptors of different levels, never smaller.
    """

    same_level: float
    across_levels: float

    def between(self, relation: LevelRelation) -> float:
        """Return the threshold that holds for two descriptors whose levels stand so; an unknown one is the stricter."""
        return self.same_level if relation is LevelRelation.SAME else self.across_levels


def thresholds(
    descriptors: Sequence[Descriptor], elements: Sequence[str], similarities: NDArray[np.float64]
) -> Thresholds:
    """Read the thresholds from pairs of which we know that they do not say the same.

    Same level: descriptors of different teams *and* elements; `QUANTILE` of these pairs are less similar. Across levels
    also descriptors of one team, one file, one element and different levels: the team set them apart although they
    share the subject; what another file of the team says may be the same sentence once more. With fewer than
    `FEWEST_PAIRS` such pairs the threshold is `DEFAULT`.

    Args:
        descriptors: n of them.
        elements: n names under which their elements are compared.
        similarities: (n, n) cosines.
    """
    team = np.array([d.team for d in descriptors])
    element = np.array(elements)
    level = np.array([d.level for d in descriptors])
    source = np.array([d.source for d in descriptors])
    upper = np.triu(np.ones(similarities.shape, dtype=bool), 1)
    strangers = upper & (team[:, None] != team) & (element[:, None] != element)
    own = (team[:, None] == team) & (source[:, None] == source)
    rungs = upper & own & (element[:, None] == element) & (level[:, None] != level)
    same = _quantile(similarities[strangers])
    return Thresholds(same, max(same, _quantile(similarities[rungs])))


def _quantile(values: NDArray[np.float64]) -> float:
    return float(np.quantile(values, QUANTILE)) if len(values) >= FEWEST_PAIRS else DEFAULT
