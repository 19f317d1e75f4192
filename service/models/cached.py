"""A model whose vectors are kept on the disk between runs."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from nlp.embedding.remembered import FEWER_AT_ONCE, RememberedEmbedder, new_among
from nlp.embedding.rows import listed
from nlp.embedding.types import Embedder
from nlp.errors import InputError
from nlp.logs import LOG
from service.models.vectors import ModelVectors

PROBE_TEXT = "We trust our partners. আমরা বিশ্বাস করি। हामी विश्वास गर्छौं।"


class CachedEmbedder(RememberedEmbedder):
    """Another model, asked only for texts that it was never asked for on this machine.

    Args:
        embedder: the model.
        vectors: what it gave before.
        most: bytes that the vectors of all models may take.
    """

    def __init__(self, embedder: Embedder, vectors: ModelVectors, most: int) -> None:
        super().__init__(embedder)
        self._vectors = vectors
        self._most = most
        self._prompt = str(getattr(embedder, "prompt", ""))

    def encode(self, texts: str | Sequence[str]) -> np.ndarray:
        """Float32 (n, dimension), rows of unit length; (dimension,) for one text.

        Raises:
            WrongType: one of the texts is none.
            EmbeddingError: as the other model.
        """
        if isinstance(texts, str):
            return np.asarray(self.encode([texts])[0])
        new = new_among(listed(texts), self._kept)
        self._kept.update(self._vectors.find(self._prompt, new))
        missing = new_among(new, self._kept)
        for start in range(0, len(missing), FEWER_AT_ONCE):
            part = missing[start : start + FEWER_AT_ONCE]
            made = dict(zip(part, self._embedder.encode(part), strict=True))
            self._kept.update(made)
            self._keep({text: vector for text, vector in made.items() if text.strip()})
        if missing:
            self._vectors.trim(self._most)
        return super().encode(texts)

    def _keep(self, made: dict[str, np.ndarray]) -> None:
        """Keep vectors, or go on without where the disk is full: they only save time."""
        try:
            self._vectors.add(self._prompt, made)
        except InputError as error:
            LOG.info("Vectors are not kept (%s)", type(error).__name__)


def cached(embedder: Embedder, place: str, cache: Path, most: int) -> Embedder:
    """Return a model that keeps its vectors, or the model alone where they cannot be kept.

    Args:
        embedder: the model.
        place: its folder, hub id or address.
        cache: the user's folder of caches.
        most: bytes that the vectors of all models may take; 0 keeps none.
    """
    if most <= 0:
        return embedder
    try:
        return CachedEmbedder(embedder, ModelVectors(cache, place, embedder.encode([PROBE_TEXT])[0]), most)
    except (InputError, OSError) as error:
        LOG.info("Vectors are not kept (%s)", type(error).__name__)
        return embedder
