"""Which descriptors say the same: one partner each, only where two are similar enough."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import linear_sum_assignment

from nlp.documents.types import Descriptor
from nlp.embedding.rarity import told
from nlp.embedding.types import Embedder
from nlp.readings.clustering.unit_vectors import centre
from nlp.readings.edits.types import text_key
from nlp.rubrics.levels import LevelRanks, LevelRelation
from nlp.rubrics.scope import Scope, scope_of
from nlp.rubrics.thresholds import Thresholds, thresholds

PARTED_MARGIN = 0.2
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
        scopes: n, how far each of them goes.
        ranks: what their levels mean to each other.
        judged: what people said of pairs.
    """

    descriptors: Sequence[Descriptor]
    similarities: Floats
    limits: Thresholds
    scopes: Sequence[Scope]
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
        texts = [descriptor.text for descriptor in descriptors]
        similarities = _similarities(texts, embedder)
        limits = thresholds(descriptors, elements, similarities, _told(texts, similarities, judged))
        return cls(descriptors, similarities, limits, [scope_of(text) for text in texts], ranks, judged)

    def relation(self, a: int, b: int) -> LevelRelation:
        """Return how the levels of two rows stand to each other."""
        return self.ranks.relation(self.descriptors[a], self.descriptors[b])

    def said(self, a: int, b: int) -> bool | None:
        """Return whether somebody said that two rows say the same, None if nobody said anything."""
        return self.judged.get(frozenset(text_key(self.descriptors[row].text) for row in (a, b)))

    def sure(self, a: int, b: int) -> bool:
        """Whether two rows say the same as surely as it can be told.

        They are alike and do not stand at opposite ends, where one may well say the opposite of the other; or they are
        the same words. What people said goes before all that.
        """
        said = self.said(a, b)
        if said is not None:
            return said
        same_words = text_key(self.descriptors[a].text) == text_key(self.descriptors[b].text)
        return same_words or (self.relation(a, b) is not LevelRelation.OPPOSITE and self.alike(a, b))

    def alike(self, a: int, b: int) -> bool:
        """Whether two rows are similar enough and go equally far (`nlp.rubrics.scope`)."""
        relation = self.relation(a, b)
        return bool(self.similarities[a, b] >= self.limits.between(relation)) and not self._parted(a, b, relation)

    def _parted(self, a: int, b: int, relation: LevelRelation) -> bool:
        return self.scopes[a].parts(self.scopes[b], levels_differ=relation is not LevelRelation.SAME)

    def match(self, a: Sequence[int], b: Sequence[int]) -> list[tuple[int, int]]:
        """Return pairs of rows with the largest sum of similarities above the threshold (Hungarian method).

        A pair that is not even close gains nothing and is dropped; for one that does not go equally far, or stands at
        opposite ends, the threshold is `PARTED_MARGIN` higher. What people said of a pair goes before all that.
        """
        if not a or not b:
            return []
        relation = cache(self.ranks.relation_of)
        places = [(each.team, each.version, each.level) for each in self.descriptors]
        relations = [[relation(places[i], places[j]) for j in b] for i in a]
        parted = [
            [each is LevelRelation.OPPOSITE or self._parted(i, j, each) for j, each in zip(b, row, strict=True)]
            for i, row in zip(a, relations, strict=True)
        ]
        needed = self.limits.close + np.where(parted, PARTED_MARGIN, 0.0)
        gain = np.maximum(self.similarities[np.ix_(a, b)] - needed, 0.0)
        for i, j in np.ndindex(gain.shape) if self.judged else ():
            said = self.said(a[i], b[j])
            gain[i, j] = gain[i, j] if said is None else _SURELY * said
        left, right = linear_sum_assignment(gain, maximize=True)
        return [(a[i], b[j]) for i, j in zip(left, right, strict=True) if gain[i, j] > 0]


def _told(texts: Sequence[str], similarities: Floats, judged: Judged) -> list[tuple[float, bool]]:
    """Return the similarity of every pair of which people said whether it says the same, and what they said."""
    rows = {text_key(text): row for row, text in enumerate(texts)}
    pairs = [([rows[key] for key in sorted(keys) if key in rows], same) for keys, same in judged.items()]
    return [(float(similarities[ends[0], ends[1]]), same) for ends, same in pairs if len(ends) == 2]


def _similarities(texts: Sequence[str], embedder: Embedder) -> Floats:
    """Return (n, n) cosines.

    From `CENTRED_FROM` texts on, less what all of them share: they speak of one partnership in one tone. With fewer the
    mean would take away what two of them have in common.
    """
    vectors = np.array(embedder.encode(texts), dtype=np.float64)
    known = told(embedder, texts, vectors)
    if known.sum() >= CENTRED_FROM:
        vectors[known] = centre(vectors[known])
    return np.where(known[:, None] & known[None, :], vectors @ vectors.T, -1.0)
