"""All ways to lay out the notes of one element: the one that separates best, and those with fewer or more readings."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from nlp.documents.types import Unit
from nlp.embedding.rarity import encode_by_rarity
from nlp.embedding.types import Embedder
from nlp.readings.build_readings import distinct
from nlp.readings.clustering.partition import ALONE, Layouts, Partition
from nlp.readings.groups.holders import speaker_of


@dataclass(frozen=True, slots=True)
class NotesLaidOut:
    """The notes of one element, and the tree that each layout cuts.

    Attributes:
        texts: the different wordings, in the order of the units.
        rows: (units,) the text of each unit.
        vectors: (texts, d) of unit length, tokens weighed by how rare they are among these texts.
        known: (texts,) whether the model knows anything in it.
        several: (texts,) whether several people said it.
        layouts: of the texts that are known.
    """

    texts: tuple[str, ...]
    rows: NDArray[np.int64]
    vectors: NDArray[np.float32]
    known: NDArray[np.bool_]
    several: NDArray[np.bool_]
    layouts: Layouts

    @classmethod
    def of(cls, units: Sequence[Unit], embedder: Embedder) -> "NotesLaidOut":
        """Grow the tree.

        Args:
            units: in canonical order, so that the user's order changes nothing.
            embedder: makes the vectors.
        """
        texts, rows = distinct(units)
        people = Counter(
            row for row, _ in {(row, speaker_of(unit)) for row, unit in zip(rows.tolist(), units, strict=True)}
        )
        several = np.array([people[row] > 1 for row in range(len(texts))], dtype=np.bool_)
        known = embedder.known(texts)
        vectors = encode_by_rarity(embedder, texts)
        layouts = Layouts.of(vectors if known.all() else vectors[known])
        return cls(tuple(texts), rows, vectors, known, several, layouts)

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
        labels = np.full(len(self.known), ALONE, dtype=np.int64)
        labels[self.known] = found.labels
        count = len(found.stability)
        own = np.flatnonzero(self.known & self.several & (labels == ALONE))
        labels[own] = count + np.arange(len(own))
        also = np.zeros((len(self.known), count + len(own)), dtype=np.bool_)
        also[self.known, :count] = found.also
        sure = np.zeros(len(self.known), dtype=np.bool_)
        sure[self.known] = found.sure
        sure[own] = True
        return Partition(labels, np.append(found.stability, np.ones(len(own))), also, sure, found.trust)

    def _by_size(self, found: Partition) -> Partition:
        """Number the readings by how many units they have; ties keep the canonical order of their texts."""
        count = len(found.stability)
        labels = found.labels[self.rows]
        sizes = np.array([(labels == number).sum() for number in range(count)], dtype=np.int64)
        first = np.array([np.flatnonzero(labels == number)[0] for number in range(count)], dtype=np.int64)
        order = np.lexsort((first, -sizes))
        new = np.empty(count + 1, dtype=np.int64)
        new[order] = np.arange(count)
        new[ALONE] = ALONE
        return Partition(new[found.labels], found.stability[order], found.also[:, order], found.sure, found.trust)
