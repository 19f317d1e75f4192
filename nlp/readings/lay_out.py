"""All ways to lay out the notes of one element: the one that separates best, and those with fewer or more readings."""

from dataclasses import dataclass

import numpy as np

from nlp.readings.clustering.partition import ALONE, Layouts, Partition
from nlp.readings.wordings import Wordings
from nlp.scale.scratch import taken


@dataclass(frozen=True, slots=True)
class NotesLaidOut:
    """The notes of one element, and the tree that each layout cuts.

    Attributes:
        wordings: what was said.
        layouts: of the wordings that are known.
    """

    wordings: Wordings
    layouts: Layouts

    @classmethod
    def of(cls, wordings: Wordings) -> "NotesLaidOut":
        """Grow the tree."""
        vectors, known = wordings.vectors, wordings.known
        return cls(wordings, Layouts.of(vectors if known.all() else taken(vectors, np.flatnonzero(known))))

    @property
    def most(self) -> int:
        """The most readings that can be asked for."""
        return self.layouts.most

    def chosen(self) -> Partition:
        """Return the layout that separates best, readings with the most units first."""
        return self._by_size(self._with_unknown(self.layouts.chosen()))

    def with_readings(self, wanted: int) -> Partition:
        """Return the layout with that many readings, or with the next fewer that the tree has."""
        return self._by_size(self._with_unknown(self.layouts.with_readings(wanted)))

    def _with_unknown(self, found: Partition) -> Partition:
        """Return the readings of all texts from those that the model knows; what it cannot read stands alone.

        A known text that fits nowhere and that several people said is a reading of its own, found again in any
        resample.
        """
        known = self.wordings.known
        labels = np.full(len(known), ALONE, dtype=np.int64)
        labels[known] = found.labels
        count = len(found.stability)
        own = np.flatnonzero(known & self.wordings.several & (labels == ALONE))
        labels[own] = count + np.arange(len(own))
        also = np.zeros((len(known), count + len(own)), dtype=np.bool_)
        also[known, :count] = found.also
        sure = np.zeros(len(known), dtype=np.bool_)
        sure[known] = found.sure
        sure[own] = True
        return Partition(labels, np.append(found.stability, np.ones(len(own))), also, sure, found.trust)

    def _by_size(self, found: Partition) -> Partition:
        """Number the readings by how many units they have; ties keep the canonical order of their texts."""
        count = len(found.stability)
        labels = found.labels[self.wordings.rows]
        sizes = np.array([(labels == number).sum() for number in range(count)], dtype=np.int64)
        first = np.array([np.flatnonzero(labels == number)[0] for number in range(count)], dtype=np.int64)
        order = np.lexsort((first, -sizes))
        new = np.empty(count + 1, dtype=np.int64)
        new[order] = np.arange(count)
        new[ALONE] = ALONE
        return Partition(new[found.labels], found.stability[order], found.also[:, order], found.sure, found.trust)
