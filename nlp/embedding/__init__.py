"""Texts as vectors: the bundled model by default, any sentence-transformers model on demand, anything with `encode`."""

from nlp.embedding.adapted import AdaptedEmbedder, AnyEmbedder, as_embedder
from nlp.embedding.load import load_embedder
from nlp.embedding.static import StaticEmbedder
from nlp.embedding.types import Embedder

__all__ = ["AdaptedEmbedder", "AnyEmbedder", "Embedder", "StaticEmbedder", "as_embedder", "load_embedder"]
