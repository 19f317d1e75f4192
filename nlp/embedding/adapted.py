"""Anything that turns texts into vectors, as an `Embedder`: what it does not tell of itself is found out."""

from collections.abc import Callable, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any, Protocol, TypeGuard

import numpy as np

from nlp.embedding.load import load_embedder
from nlp.embedding.rows import listed, unit_rows
from nlp.embedding.types import Embedder
from nlp.errors import WrongType
from nlp.messages import Message

PROBE = "trust"


class Encodes(Protocol):
    """Anything with `encode`, such as a model of sentence-transformers."""

    def encode(self, texts: list[str], /) -> Any:  # noqa: ANN401 - arrays, tensors, lists of lists
        """(n, d) numbers for n texts."""


AnyEmbedder = Encodes | Callable[[list[str]], Any] | str | Path
"""What can be handed in as a model: anything with `encode`, a function, or what `load_embedder` takes."""


def as_embedder(model: AnyEmbedder | None = None) -> Embedder:
    """Return a model as what the analysis works with; the bundled one if None.

    Args:
        model: an `Embedder` stays as it is. Of anything else with `encode`, and of a function, the rows are checked and
            brought to unit length. A text or a path goes to `load_embedder`.

    Raises:
        WrongType: it can encode nothing.
        EmbeddingError: as `load_embedder` raises it.
    """
    if model is None or isinstance(model, str | Path):
        return load_embedder(model)
    if _is_complete(model):
        return model
    if not callable(getattr(model, "encode", model)) or isinstance(model, type):
        problem = Message("{value} cannot encode texts", {"value": type(model).__name__})
        remedy = Message("Give a model with encode, a function, a model folder, or nothing for the bundled model")
        raise WrongType("", problem, remedy)
    return AdaptedEmbedder(model)


def _is_complete(model: object) -> TypeGuard[Embedder]:
    told = all(hasattr(model, name) for name in ("name", "dimension"))
    return told and all(callable(getattr(model, name, None)) for name in ("encode", "known"))


class AdaptedEmbedder:
    """A model or function of somebody else's; two of the same one are equal.

    It is called as it tells (`name`, `model_name`, the name of the function or of the class). A text says nothing to it
    where it is blank.
    """

    def __init__(self, model: Encodes | Callable[[list[str]], Any]) -> None:
        """Takes what is to be asked for vectors."""
        self.model = model
        self.name = _name_of(model)
        encode: Callable[[list[str]], Any] = getattr(model, "encode", None) or model  # type: ignore[assignment]
        self._encode = encode

    def __eq__(self, other: object) -> bool:
        return isinstance(other, AdaptedEmbedder) and other._encode == self._encode

    def __hash__(self) -> int:
        return hash(self._encode)

    @property
    def is_anisotropic(self) -> bool:
        """Whether it is one of sentence-transformers; anything else may know no texts but its own."""
        return type(self.model).__module__.partition(".")[0] == "sentence_transformers"

    @cached_property
    def dimension(self) -> int:
        """The length of a vector, found by encoding a word."""
        return int(self._rows([PROBE]).shape[1])

    def encode(self, texts: str | Sequence[str]) -> np.ndarray:
        """Float32 (n, dimension), rows of unit length or of zeros; (dimension,) for one text.

        Raises:
            UnusableVectors: the model gave something else than a row of finite numbers for each text.
        """
        if isinstance(texts, str):
            return np.asarray(self._rows([texts])[0])
        found = listed(texts)
        return self._rows(found) if found else np.empty((0, self.dimension), dtype=np.float32)

    def known(self, texts: Sequence[str]) -> np.ndarray:
        """Bool (n,): whether the text is more than spaces."""
        return np.array([bool(text.strip()) for text in texts], dtype=bool)

    def _rows(self, texts: list[str]) -> np.ndarray:
        return unit_rows(self._encode(texts), len(texts), self.name)


def _name_of(model: object) -> str:
    told = (getattr(model, each, None) for each in ("name", "model_name", "__name__"))
    return next((each for each in told if isinstance(each, str) and each), type(model).__name__)
