"""Texts of which each is encoded once, many at a time: measuring asks for the same notes again and again."""

from collections.abc import Iterator, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from nlp.embedding.rarity import WeighsTokens
from nlp.embedding.rows import listed
from nlp.embedding.types import Embedder, EncodesInChunks

AT_ONCE = 8192
"""Texts that a model of token vectors is asked for at a time: a third of a second of work."""
FEWER_AT_ONCE = 256
"""Texts of any other model, which takes a hundred times as long."""


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

    @property
    def is_anisotropic(self) -> bool:
        """What the other model says."""
        return bool(getattr(self._embedder, "is_anisotropic", False))

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
    new = new_among(texts, known)
    return dict(zip(new, embedder.encode(new), strict=True)) if new else {}


def new_among(texts: Sequence[str], known: Mapping[str, np.ndarray]) -> list[str]:
    """Return the texts that are not known yet, each once."""
    return [text for text in dict.fromkeys(texts) if text not in known]


def in_chunks(embedder: Embedder, texts: Sequence[str], at_once: int) -> Iterator[np.ndarray]:
    """Yield float32 (some, d), what `encode` gives, so many texts at a time or as many as the model wants to have."""
    if isinstance(embedder, EncodesInChunks):
        return embedder.encode_in_chunks(texts)
    return (embedder.encode(texts[start : start + at_once]) for start in range(0, len(texts), at_once))


def usual_chunk(embedder: Embedder) -> int:
    """Return how many texts a model is asked for at a time, where what it gives is kept as it comes."""
    return AT_ONCE if isinstance(embedder, WeighsTokens) else FEWER_AT_ONCE
