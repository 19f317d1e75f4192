"""Vectors of texts that belong together: a token that most of them share tells little and weighs little."""

from collections.abc import Sequence
from typing import Protocol, runtime_checkable

import numpy as np

from nlp.embedding.types import Embedder


@runtime_checkable
class WeighsTokens(Protocol):
    """A model that can weigh the tokens of a text before it takes their mean."""

    def encode_by_rarity(self, texts: Sequence[str], among: Sequence[str] | None = None) -> np.ndarray:
        """Float32 (n, dimension), rows of unit length; `rarity_weights` over `among` (or `texts`) weigh the tokens."""


@runtime_checkable
class ReadsOnce(Protocol):
    """A model that gives both kinds of vectors of a text after reading it once."""

    def encode_both(self, texts: Sequence[str]) -> tuple[np.ndarray, np.ndarray]:
        """Return what `encode_by_rarity` and `encode` give."""


def rarity_weights(document_frequency: np.ndarray, texts: int) -> np.ndarray:
    """Float32, sqrt(log((n + 1) / (df + 0.5))) for the number of texts (of n) that each token stands in."""
    ratio = (texts + 1) / (np.asarray(document_frequency, dtype=np.float64) + 0.5)
    return np.sqrt(np.log(ratio)).astype(np.float32)


def encode_by_rarity(embedder: Embedder, texts: Sequence[str], among: Sequence[str] | None = None) -> np.ndarray:
    """Float32 (n, dimension): vectors of the different texts of one element, seen against each other.

    Words of the topic itself, which are in most notes, make no readings then. A model without vectors of single tokens
    gives its usual ones.

    Args:
        embedder: any model.
        texts: each once; what stands in many of them counts little.
        among: the texts in which what is frequent counts little, if they are others: notes to which texts are compared.
    """
    return embedder.encode_by_rarity(texts, among) if isinstance(embedder, WeighsTokens) else embedder.encode(texts)


def told(embedder: Embedder, texts: Sequence[str], vectors: np.ndarray) -> np.ndarray:
    """Bool (n,): whether their vectors (n, d) tell anything of texts: the model knows something and no row is zero."""
    return np.asarray(embedder.known(texts), dtype=np.bool_) & vectors.any(axis=1)
