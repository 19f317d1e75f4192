"""A model by its folder or hub id, or the bundled one."""

from pathlib import Path

from nlp import errors
from nlp.embedding.static import StaticEmbedder, is_static
from nlp.embedding.types import Embedder
from nlp.logs import told
from nlp.messages import Message

_REMEDY = Message("Give a model folder, a hub id, or nothing for the bundled model")
_CONFIGURATIONS = ("modules.json", "config.json", "config_sentence_transformers.json")


def _names_a_folder(folder: Path, given: str) -> bool:
    """Whether a name that is no folder is meant as one: it begins like a path, or stands in a folder that there is."""
    inside = folder.parent != Path() and folder.parent.is_dir()
    return folder.is_absolute() or given.startswith(".") or inside


def _said(embedder: Embedder) -> str:
    return f"model {embedder.name} loaded, {embedder.dimension} numbers a vector"


@told("embedding", _said)
def load_embedder(name_or_path: str | Path | None = None) -> Embedder:
    """The bundled model, or the one in a folder, or the one with this hub id.

    A folder that holds only a StaticEmbedding is read without torch; anything else goes through sentence-transformers
    (the extra `manyvoices[transformers]`).

    Raises:
        EmbeddingError: a folder is missing or broken, a hub id cannot be fetched, or the extra is not installed.
    """
    if name_or_path is None:
        from models import bundled_model

        return StaticEmbedder.load(bundled_model())
    folder = Path(name_or_path)
    if folder.is_dir() and is_static(folder):
        return StaticEmbedder.load(folder)
    if not folder.is_dir() and _names_a_folder(folder, str(name_or_path)):
        raise errors.EmbeddingError(str(folder), Message("there is no such folder"), _REMEDY)
    if folder.is_dir() and not any((folder / name).is_file() for name in _CONFIGURATIONS):
        raise errors.EmbeddingError(str(folder), Message("there is no model in this folder"), _REMEDY)
    from nlp.embedding.transformer import TransformerEmbedder

    return TransformerEmbedder.load(str(name_or_path))
