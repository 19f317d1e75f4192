"""A model that is asked for each text once: measuring asks for the same notes again and again."""

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from nlp.embedding.rarity import WeighsTokens
from nlp.embedding.rows import listed
from nlp.embedding.types import Embedder


class RememberedEmbedder:
    """Another model's vectors, each kept as long as this is."""

    def __init__(self, embedder: Embedder) -> None:
        self._embedder = embedder
        self._kept: dict[str, NDArray[np.float32]] = {}

    @property
    def name(self) -> str:
        """The other model's."""
        return self._embedder.name

    @property
    def dimension(self) -> int:
        """The other model's."""
        return self._embedder.dimension

    def encode(self, texts: str | Sequence[str]) -> np.ndarray:
        """Float32 (n, dimension), rows of unit length; (dimension,) for one text.

        Raises:
            WrongType: one of the texts is none.
        """
        if isinstance(texts, str):
            return np.asarray(self.encode([texts])[0])
        found = listed(texts)
        self._kept.update(encode_new(self._embedder, found, self._kept))
        if not found:
            return np.empty((0, self.dimension), dtype=np.float32)
        return np.stack([self._kept[text] for text in found])

    def known(self, texts: Sequence[str]) -> np.ndarray:
        """Bool (n,): what the other model says."""
        return self._embedder.known(texts)


def remember(embedder: Embedder) -> Embedder:
    """Return a model that keeps what it was asked for; one that weighs tokens is quick, and is returned as it is."""
    return embedder if isinstance(embedder, WeighsTokens) else RememberedEmbedder(embedder)


def encode_new(embedder: Embedder, texts: Sequence[str], known: Mapping[str, np.ndarray]) -> dict[str, np.ndarray]:
    """Return text -> vector (d,) for the texts that are not known yet, each encoded once."""
    new = [text for text in dict.fromkeys(texts) if text not in known]
    return dict(zip(new, embedder.encode(new), strict=True)) if new else {}
