"""A model's vectors less what it gives every text, so that likenesses and thresholds mean the same with each model.

Transformers lay all texts into a narrow cone: E5's cosines of sentences that have nothing to do with each other are 0.7
and more (anisotropy; Ethayarajh 2019, EMNLP, 55-65), and a text's language is a direction of its own (Libovický, Rosa
and Fraser 2020, Findings of EMNLP, 1663-1674). Both go away with the mean of a language's texts, which is taken here
from `reference_texts`, by script, since a text's language is not known where it is encoded.
"""

from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from typing import Protocol, runtime_checkable

import numpy as np

from nlp.embedding.adapted import AnyEmbedder, as_embedder
from nlp.embedding.calibration.sight import Sight, script_most_used, see
from nlp.embedding.rows import listed
from nlp.embedding.types import Embedder, EncodesInChunks
from nlp.readings.clustering.unit_vectors import to_unit_length


@runtime_checkable
class Anisotropic(Protocol):
    """A model that may give all texts something in common; it reads any text."""

    is_anisotropic: bool


class CalibratedEmbedder:
    """Another model's vectors, less the mean of what it makes of sentences in the same script; two of one are equal.

    Texts in a script that it does not read are not `known`: of these no reading is made, and none is placed.

    Attributes:
        embedder: the other model.
    """

    def __init__(self, embedder: Embedder) -> None:
        self.embedder = embedder

    def __eq__(self, other: object) -> bool:
        return isinstance(other, CalibratedEmbedder) and other.embedder == self.embedder

    def __hash__(self) -> int:
        return hash(self.embedder)

    @property
    def name(self) -> str:
        """The other model's."""
        return self.embedder.name

    @property
    def dimension(self) -> int:
        """The other model's."""
        return self.embedder.dimension

    def encode(self, texts: str | Sequence[str]) -> np.ndarray:
        """Float32 (n, dimension), rows of unit length or of zeros; (dimension,) for one text.

        Raises:
            WrongType: one of the texts is none.
        """
        if isinstance(texts, str):
            return np.asarray(self.encode([texts])[0])
        found = listed(texts)
        return self._moved(found, self.embedder.encode(found))

    def known(self, texts: Sequence[str]) -> np.ndarray:
        """Bool (n,): whether the other model says so, and reads the script of the text, as far as that is known."""
        unread = self._sight.unread
        return np.asarray(self.embedder.known(texts)) & [script_most_used(text) not in unread for text in texts]

    @cached_property
    def _sight(self) -> Sight:
        return see(self.embedder)

    def _moved(self, texts: Sequence[str], vectors: np.ndarray) -> np.ndarray:
        if not texts:
            return vectors
        middles = self._sight.middles
        shared = np.stack([middles.get(script_most_used(text), middles[""]) for text in texts])
        moved = np.where(vectors.any(axis=1, keepdims=True), vectors - shared, 0.0)
        return to_unit_length(moved).astype(np.float32)


class CalibratedInChunks(CalibratedEmbedder):
    """The same of a model that has many texts encoded elsewhere."""

    def __init__(self, embedder: Embedder, encode: Callable[[Sequence[str]], Iterator[np.ndarray]]) -> None:
        super().__init__(embedder)
        self._chunks_of = encode

    def encode_in_chunks(self, texts: Sequence[str]) -> Iterator[np.ndarray]:
        """Yield float32 (some, dimension), what `encode` gives, one chunk of the texts after the other."""
        done = 0
        for vectors in self._chunks_of(texts):
            yield self._moved(texts[done : done + len(vectors)], vectors)
            done += len(vectors)


def calibrated(embedder: Embedder) -> Embedder:
    """Return a model whose likenesses mean what those of the bundled one do, for which the thresholds were found.

    The bundled model is returned as it is, and so is one of which is not known that it gives all texts something in
    common (`Anisotropic`): it may know no texts but its own.
    """
    if not isinstance(embedder, Anisotropic) or not embedder.is_anisotropic:
        return embedder
    if isinstance(embedder, EncodesInChunks):
        return CalibratedInChunks(embedder, embedder.encode_in_chunks)
    return CalibratedEmbedder(embedder)


def as_calibrated(model: AnyEmbedder | None = None) -> Embedder:
    """Return anything that turns texts into vectors as what the analysis works with; the bundled model if None.

    Raises:
        WrongType: it can encode nothing.
        EmbeddingError: as `load_embedder` raises it.
    """
    return calibrated(as_embedder(model))
