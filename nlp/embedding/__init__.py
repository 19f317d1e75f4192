"""Texts as vectors: the bundled model by default, any sentence-transformers model on demand, anything with `encode`.

These names load on first use.
"""

from nlp.later import on_first_use

TYPE_CHECKING = False
if TYPE_CHECKING:
    from nlp.embedding.adapted import AdaptedEmbedder, AnyEmbedder, as_embedder
    from nlp.embedding.load import load_embedder
    from nlp.embedding.static import StaticEmbedder
    from nlp.embedding.types import Embedder
else:
    __getattr__ = on_first_use(
        __name__,
        {
            **dict.fromkeys(("AdaptedEmbedder", "AnyEmbedder", "as_embedder"), ".adapted"),
            "Embedder": ".types",
            "StaticEmbedder": ".static",
            "load_embedder": ".load",
        },
    )

__all__ = ["AdaptedEmbedder", "AnyEmbedder", "Embedder", "StaticEmbedder", "as_embedder", "load_embedder"]
