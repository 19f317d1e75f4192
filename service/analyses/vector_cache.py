"""Vectors that are made once: an embedder in front of which stand the vectors already known."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from nlp.embedding.rarity import WeighsTokens, encode_by_rarity
from nlp.embedding.remembered import encode_new
from nlp.embedding.rows import hash_of
from nlp.embedding.types import Embedder

PROBE = "trust বিশ্বাস विश्वास"


@dataclass(frozen=True, slots=True)
class KnownVectors:
    """An embedder that gives the vectors it was handed (text -> float32 (d,)) and asks `embedder` for all others."""

    embedder: Embedder
    vectors: Mapping[str, np.ndarray] = field(compare=False)

    @property
    def name(self) -> str:
        """Which model."""
        return self.embedder.name

    @property
    def dimension(self) -> int:
        """The length of a vector."""
        return self.embedder.dimension

    def encode(self, texts: str | Sequence[str]) -> np.ndarray:
        """Float32 (n, dimension), rows of unit length, in the order of `texts`; (dimension,) for one text."""
        if isinstance(texts, str):
            return np.asarray(self.encode([texts])[0])
        new = encode_new(self.embedder, texts, self.vectors)
        vectors = [new[text] if text in new else self.vectors[text] for text in texts]
        return np.array(vectors, dtype=np.float32).reshape(-1, self.dimension)

    def encode_by_rarity(self, texts: Sequence[str], among: Sequence[str] | None = None) -> np.ndarray:
        """Float32 (n, dimension); made anew, because what a token weighs follows from all the texts."""
        weighs = isinstance(self.embedder, WeighsTokens)
        return encode_by_rarity(self.embedder, texts, among) if weighs else self.encode(texts)

    def known(self, texts: Sequence[str]) -> np.ndarray:
        """Bool (n,): whether the model knows anything in the text."""
        return self.embedder.known(texts)


def fingerprint(embedder: Embedder) -> str:
    """Return the model's name with a hash of what it makes of one text: a new model may have an old name."""
    return f"{embedder.name} {hash_of(embedder.encode([PROBE])[0])[:12]}"
