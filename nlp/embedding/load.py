"""A model by its folder, hub id or address, or the bundled one."""

from collections.abc import Collection
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

from nlp import errors
from nlp.embedding.endpoint import EndpointEmbedder, is_endpoint
from nlp.embedding.onnx import OnnxEmbedder, is_onnx
from nlp.embedding.static import StaticEmbedder, is_static
from nlp.embedding.types import Embedder
from nlp.logs import told
from nlp.messages import Message

_REMEDY = Message("Give a model folder, a hub id, an address, or nothing for the bundled model")
_WEIGHTS = ("model.safetensors", "pytorch_model.bin")
_CONFIGURATIONS = ("modules.json", "config.json", "config_sentence_transformers.json")


def _names_a_folder(folder: Path, given: str) -> bool:
    """Whether a name that is no folder is meant as one: it begins like a path, or stands in a folder that there is."""
    inside = folder.parent != Path() and folder.parent.is_dir()
    return folder.is_absolute() or given.startswith(".") or inside


def _has_weights(folder: Path) -> bool:
    return any((folder / name).is_file() for name in _WEIGHTS)


def _said(embedder: Embedder) -> str:
    return f"model {embedder.name} loaded, {embedder.dimension} numbers a vector"


@lru_cache(maxsize=1)
def _read_once(folder: Path) -> Embedder:
    return StaticEmbedder.load(folder)


@told("embedding", _said)
def load_embedder(
    name_or_path: str | Path | None = None, *, key: str | None = None, hosts: Collection[str] | None = None
) -> Embedder:
    """The bundled model, or the one in a folder, or the one with this hub id, or the one at this address.

    The bundled one is read once.

    A folder that holds only a StaticEmbedding is read without torch, one with a file of ONNX by onnxruntime (the extra
    `manyvoices[onnx]`), where that is installed or the folder holds no other; an address, such as
    `http://localhost:11434/v1#bge-m3`, is a server that speaks as OpenAI's does (`manyvoices[endpoint]`); anything else
    goes through sentence-transformers (`manyvoices[transformers]`).

    Args:
        name_or_path: None for the bundled model.
        key: for a server; None: what MANYVOICES_MODEL_KEY says, or the file that MANYVOICES_MODEL_KEY_FILE names.
        hosts: machines other than this one that may read notes; None: what MANYVOICES_MODEL_HOSTS says.

    Raises:
        EmbeddingError: a folder is missing or broken, a hub id cannot be fetched, a server does not answer or may not
            be asked, or the extra is not installed.
    """
    if name_or_path is None:
        from models import bundled_model

        return _read_once(bundled_model())
    if is_endpoint(name_or_path):
        return EndpointEmbedder.load(name_or_path, key, hosts)
    folder = Path(name_or_path)
    if folder.is_dir() and is_static(folder):
        return StaticEmbedder.load(folder)
    if folder.is_dir() and is_onnx(folder) and (find_spec("onnxruntime") or not _has_weights(folder)):
        return OnnxEmbedder.load(folder)
    if not folder.is_dir() and _names_a_folder(folder, str(name_or_path)):
        raise errors.EmbeddingError(str(folder), Message("there is no such folder"), _REMEDY)
    if folder.is_dir() and not any((folder / name).is_file() for name in _CONFIGURATIONS):
        raise errors.EmbeddingError(str(folder), Message("there is no model in this folder"), _REMEDY)
    from nlp.embedding.transformer import TransformerEmbedder

    return TransformerEmbedder.load(str(name_or_path))
