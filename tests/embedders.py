"""A small embedder for tests: texts that share words lie close, whatever the language."""

from collections.abc import Sequence
from functools import cache
from hashlib import sha256

import numpy as np

from nlp.text.words import words


class BagOfWords:
    """Sums one fixed random direction per word; rows have unit length."""

    name = "bag-of-words"
    dimension = 64

    def encode(self, texts: Sequence[str]) -> np.ndarray:
        """Return float32 (n, 64)."""
        vectors = np.array([_vector(text) for text in texts], dtype=np.float32).reshape(len(texts), self.dimension)
        return vectors / np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-9)

    def known(self, texts: Sequence[str]) -> np.ndarray:
        """Bool (n,): whether the text has a word."""
        return np.array([bool(words(text)) for text in texts], dtype=bool)


@cache
def _vector(text: str) -> np.ndarray:
    seeds = [int.from_bytes(sha256(word.casefold().encode()).digest()[:4], "big") for word in words(text) or [""]]
    return np.sum([np.random.default_rng(seed).normal(size=BagOfWords.dimension) for seed in seeds], axis=0)
