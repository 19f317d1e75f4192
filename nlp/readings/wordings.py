"""The different wordings of the notes of one element, and where they lie."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from nlp.documents.types import Unit
from nlp.embedding.rarity import ReadsOnce, WeighsTokens, encode_by_rarity, told
from nlp.embedding.remembered import AT_ONCE, FEWER_AT_ONCE, in_chunks
from nlp.embedding.rows import unit_rows
from nlp.embedding.types import Embedder
from nlp.progress import Progress, silently
from nlp.readings.build_readings import distinct
from nlp.readings.groups.holders import speaker_of
from nlp.scale.scratch import empty


@dataclass(frozen=True, slots=True)
class Wordings:
    """What was said, each wording once.

    Attributes:
        texts: in the order of the units.
        rows: (units,) the text of each unit.
        vectors: (texts, d) of unit length, seen against each other.
        known: (texts,) whether its vector tells anything.
        several: (texts,) whether several people said it.
        plain: (texts, d) their vectors each for itself, where they came with the others; None where nobody asked yet.
    """

    texts: tuple[str, ...]
    rows: NDArray[np.int64]
    vectors: NDArray[np.float32]
    known: NDArray[np.bool_]
    several: NDArray[np.bool_]
    plain: NDArray[np.float32] | None = None

    @classmethod
    def of(cls, units: Sequence[Unit], embedder: Embedder, progress: Progress = silently) -> "Wordings":
        """Ask a model where they lie; tokens weigh by how rare they are among these texts, where it can do that.

        Args:
            units: in canonical order, so that the user's order changes nothing.
            embedder: makes the vectors.
            progress: called with the part that is done.
        """
        texts, rows = distinct(units)
        plain = None
        if isinstance(embedder, ReadsOnce):
            vectors, plain = embedder.encode_both(texts)
        elif isinstance(embedder, WeighsTokens):
            vectors = encode_by_rarity(embedder, texts)
        else:
            vectors = encoded(texts, embedder, progress, FEWER_AT_ONCE)
        known, several = told(embedder, texts, vectors), _by_several(units, rows, len(texts))
        return cls(tuple(texts), rows, vectors, known, several, plain)

    @classmethod
    def at(cls, units: Sequence[Unit], points: NDArray[np.float32]) -> "Wordings":
        """Take them where somebody put them; notes of one wording lie at the mean of their rows.

        Args:
            units: in canonical order.
            points: (units, d) rows of unit length; a row of zeros tells nothing.
        """
        texts, rows = distinct(units)
        sums = np.zeros((len(texts), points.shape[1]))
        np.add.at(sums, rows, points.astype(np.float64))
        vectors = unit_rows(sums / np.bincount(rows)[:, None], len(texts), "vectors")
        return cls(tuple(texts), rows, vectors, np.asarray(vectors.any(axis=1)), _by_several(units, rows, len(texts)))


def encoded(
    texts: Sequence[str], embedder: Embedder, progress: Progress = silently, at_once: int = AT_ONCE
) -> NDArray[np.float32]:
    """Return (n, d) vectors, so many texts at a time."""
    vectors = empty((len(texts), embedder.dimension), np.float32)
    done = 0
    for some in in_chunks(embedder, texts, at_once):
        vectors[done : done + len(some)] = some
        done += len(some)
        progress(done / len(texts))
    return vectors


def _by_several(units: Sequence[Unit], rows: NDArray[np.int64], texts: int) -> NDArray[np.bool_]:
    said = {(row, speaker_of(unit)) for row, unit in zip(rows.tolist(), units, strict=True)}
    people = Counter(row for row, _ in said)
    return np.array([people[row] > 1 for row in range(texts)], dtype=np.bool_)
