"""What every embedding model can do."""

from collections.abc import Iterator, Sequence
from typing import Protocol, runtime_checkable

import numpy as np


class Embedder(Protocol):
    """A model that turns texts into vectors of unit length."""

    @property
    def name(self) -> str:
        """Which model: the folder's name or the hub id."""

    @property
    def dimension(self) -> int:
        """The length of a vector."""

    def __hash__(self) -> int:
        """By identity, so that what was made with a model can be kept beside it."""

    def encode(self, texts: str | Sequence[str]) -> np.ndarray:
        """Float32 (n, dimension), rows of unit length, in the order of `texts`; (dimension,) for one text."""

    def known(self, texts: Sequence[str]) -> np.ndarray:
        """Bool (n,): whether the model knows anything in the text. Where it does not, the vector says nothing."""


@runtime_checkable
class EncodesInChunks(Protocol):
    """A model that has many texts encoded elsewhere, several chunks of them at once."""

    def encode_in_chunks(self, texts: Sequence[str]) -> Iterator[np.ndarray]:
        """Yield float32 (some, dimension), what `encode` gives, one chunk of the texts after the other."""
