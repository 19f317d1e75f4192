"""Which descriptors say the same: one partner each, only where two are similar enough."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import linear_sum_assignment

from nlp.documents.types import Descriptor
from nlp.embedding.types import Embedder
from nlp.readings.clustering.unit_vectors import centre
from nlp.readings.edits.types import text_key
from nlp.rubrics.levels import LevelRanks, LevelRelation
from nlp.rubrics.thresholds import Thresholds, thresholds

OPPOSITE_MARGIN = 0.2
CENTRED_FROM = 30

Floats = NDArray[np.float64]
Judged = Mapping[frozenset[str], bool]
"""Both `nlp.readings.edits.types.text_key` of a pair of descriptors -> whether people said that they say the same."""

NOT_JUDGED: Judged = MappingProxyType({})
_SURELY = 4.0


@dataclass(frozen=True, slots=True)
class Matcher:
    """n descriptors with what is needed to match them.

    Attributes:
        descriptors: n of them.
        similarities: (n, n) cosines; -1 for what the model cannot read, which is like nothing.
        limits: smallest similarities for a match.
        ranks: what their levels mean to each other.
        judged: what people said of pairs.
    """

    descriptors: Sequence[Descriptor]
    similarities: Floats
    limits: Thresholds
    ranks: LevelRanks
    judged: Judged = field(default_factory=dict)

    @classmethod
    def of(
        cls,
        descriptors: Sequence[Descriptor],
        elements: Sequence[str],
        ranks: LevelRanks,
        embedder: Embedder,
        judged: Judged = NOT_JUDGED,
    ) -> "Matcher":
        """Compare all descriptors, whose elements have n names; those of one team are not expected to say the same."""
        similarities = _similarities([descriptor.text for descriptor in descriptors], embedder)
        return cls(descriptors, similarities, thresholds(descriptors, elements, similarities), ranks, judged)

    def relation(self, a: int, b: int) -> LevelRelation:
        """Return how the levels of two rows stand to each other."""
        return self.ranks.relation(self.descriptors[a], self.descriptors[b])

    def said(self, a: int, b: int) -> bool | None:
        """Return whether somebody said that two rows say the same, None if nobody said anything."""
        return self.judged.get(frozenset(text_key(self.descriptors[row].text) for row in (a, b)))

    def match(self, a: Sequence[int], b: Sequence[int]) -> list[tuple[int, int]]:
        """Return pairs of rows with the largest sum of similarities above their thresholds (Hungarian method).

        A pair below its threshold gains nothing and is dropped; at opposite ends the threshold is `OPPOSITE_MARGIN`
        higher. What people said of a pair goes before all that.
        """
        if not a or not b:
            return []
        relation = cache(self.ranks.relation_of)
        places = [(each.team, each.version, each.level) for each in self.descriptors]
        relations = [[relation(places[i], places[j]) for j in b] for i in a]
        needed = np.array([[self.limits.between(each) for each in row] for row in relations])
        opposite = [[each is LevelRelation.OPPOSITE for each in row] for row in relations]
        needed += np.where(opposite, OPPOSITE_MARGIN, 0.0)
        gain = np.maximum(self.similarities[np.ix_(a, b)] - needed, 0.0)
        for i, j in np.ndindex(gain.shape) if self.judged else ():
            said = self.said(a[i], b[j])
            gain[i, j] = gain[i, j] if said is None else _SURELY * said
        left, right = linear_sum_assignment(gain, maximize=True)
        return [(a[i], b[j]) for i, j in zip(left, right, strict=True) if gain[i, j] > 0]


def _similarities(texts: Sequence[str], embedder: Embedder) -> Floats:
    """Return (n, n) cosines.

    From `CENTRED_FROM` texts on, less what all of them share: they speak of one partnership in one tone. With fewer the
    mean would take away what two of them have in common.
    """
    vectors = np.array(embedder.encode(texts), dtype=np.float64)
    known = np.asarray(embedder.known(texts), dtype=np.bool_)
    if known.sum() >= CENTRED_FROM:
        vectors[known] = centre(vectors[known])
    return np.where(known[:, None] & known[None, :], vectors @ vectors.T, -1.0)
