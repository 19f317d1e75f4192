"""What a worker does, wherever it is: functions of one part each, which need nothing but the part and an installation.

A worker loads the model once. What it makes of a part depends on that part alone, so that it does not matter which
worker it is, how many there are, and who of them ended before.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from nlp.embedding.load import load_embedder
from nlp.embedding.rows import hash_of
from nlp.embedding.static import BATCH, StaticEmbedder, Tokens
from nlp.embedding.types import Embedder
from nlp.errors import EmbeddingError
from nlp.messages import Message

PROBE = ("trust", "বিশ্বাস", "विश्वास", "We decide together 12", "हामी सँगै")
"""Texts that tell models apart."""


@dataclass(frozen=True, slots=True)
class Model:
    """A model as any machine can load it.

    Attributes:
        name: what `load_embedder` takes.
        mark: hash of what it makes of `PROBE`; a worker whose model makes something else refuses to work.
    """

    name: str | None
    mark: str


@dataclass(frozen=True, slots=True)
class Texts:
    """Texts, and the model that is to read them."""

    model: Model
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Weighed:
    """Texts or, where these were read already, their tokens; and what each token of the vocabulary weighs.

    Attributes:
        model: that is to read them.
        texts: () where there are tokens.
        tokens: of `BATCH` texts at a time.
        weights: (vocabulary,); None where all weigh the same.
    """

    model: Model
    texts: tuple[str, ...]
    tokens: tuple[Tokens, ...]
    weights: np.ndarray | None


@dataclass(frozen=True, slots=True)
class Counted:
    """The tokens of some texts, and in how many of these texts each stands.

    Attributes:
        tokens: of `BATCH` texts at a time.
        ids: int32 (m,) the tokens that occur.
        texts: int32 (m,) in how many of the texts.
    """

    tokens: tuple[Tokens, ...]
    ids: np.ndarray
    texts: np.ndarray


def mark_of(embedder: Embedder) -> str:
    """Return a hash of what a model makes of `PROBE`."""
    return hash_of(embedder.encode(list(PROBE)))


def encode(part: Texts) -> np.ndarray:
    """Return float32 (n, d), the vectors of texts as the model has them."""
    return _loaded(part.model).encode(part.texts)


def count(part: Texts) -> Counted:
    """Return the tokens of texts, read by a model that has vectors of single tokens."""
    embedder = _static(part.model)
    tokens = _tokens(embedder, part.texts)
    frequencies = sum((each.frequencies(embedder.size) for each in tokens), np.zeros(embedder.size, dtype=np.int64))
    ids = np.flatnonzero(frequencies)
    return Counted(tokens, ids.astype(np.int32), frequencies[ids].astype(np.int32))


def weigh(part: Weighed) -> np.ndarray:
    """Return float32 (n, d), the vectors of texts by the vectors of their tokens."""
    embedder = _static(part.model)
    tokens = part.tokens or _tokens(embedder, part.texts)
    return np.concatenate([embedder.means(each, part.weights) for each in tokens])


def _tokens(embedder: StaticEmbedder, texts: Sequence[str]) -> tuple[Tokens, ...]:
    return tuple(embedder.tokens(texts[at : at + BATCH]) for at in range(0, len(texts), BATCH))


def _static(model: Model) -> StaticEmbedder:
    embedder = _loaded(model)
    assert isinstance(embedder, StaticEmbedder)
    return embedder


@lru_cache(maxsize=2)
def _loaded(model: Model) -> Embedder:
    embedder = load_embedder(model.name)
    if mark_of(embedder) != model.mark:
        problem = Message("a worker has another model, or another release of it, than the machine that asks it")
        raise EmbeddingError("", problem, Message("Install the same release and the same model on every machine"))
    return embedder
