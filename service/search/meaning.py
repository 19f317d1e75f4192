"""The meaning of texts: their stored vectors in one matrix a programme, and how alike they are to a question.

Nothing is found by meaning that is less alike than `LEAST_LIKENESS`. `benchmarks/searching` asks the gold sets for each
reading by its name: of the statements that are let through, 53 of 100 are of that very reading, of anecdotes 31, of the
programme's notes 45, where 4 of 100 are by chance; of 20 questions about what nobody spoke of, 2 or 3 find something.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from service.search.catalogue import Catalogue, Mask, Rows
from service.store import Transaction, vectors

LEAST_LIKENESS = 0.40
MOST_BY_MEANING = 200
MOST_TEXTS = 200_000
"""Texts of a programme whose vectors are kept in memory (100 MB); what is beyond is found by its words only."""

AT_ONCE = 20_000


@dataclass(frozen=True)
class Meanings:
    """The vectors of the texts of a catalogue.

    Attributes:
        rows: of the catalogue, those that have a vector.
        vectors: float16 (m, d), of unit length.
    """

    rows: Rows
    vectors: NDArray[np.float16]

    def near(self, question: NDArray[np.float32], mask: Mask) -> tuple[Rows, NDArray[np.float32]]:
        """Return the rows whose texts are alike enough to a question, (d,), the most alike first, and how alike."""
        if not len(self.rows):
            return self.rows, np.zeros(0, np.float32)
        starts = range(0, len(self.rows), AT_ONCE)
        alike = np.concatenate([self.vectors[at : at + AT_ONCE].astype(np.float32) @ question for at in starts])
        found = np.flatnonzero((alike >= LEAST_LIKENESS) & mask[self.rows])
        best = found[np.argsort(-alike[found], kind="stable")[:MOST_BY_MEANING]]
        return self.rows[best], alike[best]


def read_meanings(db: Transaction, model: str, catalogue: Catalogue, known: Meanings | None = None) -> Meanings:
    """Return the vectors that a model has made of a catalogue's texts; those that are `known` are not read again."""
    have = np.zeros(len(catalogue), bool)
    if known is not None:
        have[known.rows] = True
    missing = np.flatnonzero(~have)[: MOST_TEXTS - int(have.sum())]
    hashes = [catalogue.hashes[row].decode() for row in missing]
    found = vectors.of_hashes(db, model, hashes)
    new = [(row, found[key]) for row, key in zip(missing, hashes, strict=True) if key in found]
    if known is not None and not new:
        return known
    return _joined(known, new)


def _joined(known: Meanings | None, new: Sequence[tuple[np.intp, vectors.Vector]]) -> Meanings:
    rows = np.array([row for row, _ in new], np.intp)
    made = np.array([vector for _, vector in new], np.float16)
    if known is None or not len(known.rows):
        return Meanings(rows, made)
    return Meanings(np.concatenate([known.rows, rows]), np.concatenate([known.vectors, made]))
