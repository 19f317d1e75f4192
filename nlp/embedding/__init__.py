"""Texts as vectors: the bundled model by default; files of ONNX, servers, any sentence-transformers model on demand.

Anything with `encode` will do.

These names load on first use.
"""

from nlp.later import on_first_use

TYPE_CHECKING = False
if TYPE_CHECKING:
    from nlp.embedding.adapted import AdaptedEmbedder, AnyEmbedder, as_embedder
    from nlp.embedding.endpoint import EndpointEmbedder
    from nlp.embedding.load import load_embedder
    from nlp.embedding.onnx import OnnxEmbedder
    from nlp.embedding.static import StaticEmbedder
    from nlp.embedding.types import Embedder
else:
    __getattr__ = on_first_use(
        __name__,
        {
            **dict.fromkeys(("AdaptedEmbedder", "AnyEmbedder", "as_embedder"), ".adapted"),
            "Embedder": ".types",
            "EndpointEmbedder": ".endpoint",
            "OnnxEmbedder": ".onnx",
            "StaticEmbedder": ".static",
            "load_embedder": ".load",
        },
    )

__all__ = [
    "AdaptedEmbedder",
    "AnyEmbedder",
    "Embedder",
    "EndpointEmbedder",
    "OnnxEmbedder",
    "StaticEmbedder",
    "as_embedder",
    "load_embedder",
]
