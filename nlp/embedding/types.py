"""Vectors together with what they belong to."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

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

    def encode(self, texts: Sequence[str]) -> np.ndarray:
        """Float32 (n, dimension), rows of unit length, in the order of `texts`."""

    def known(self, texts: Sequence[str]) -> np.ndarray:
        """Bool (n,): whether the model knows anything in the text. Where it does not, the vector says nothing."""


@dataclass(frozen=True, slots=True, eq=False)
class Embeddings:
    """The vectors of some units.

    Attributes:
        ids: the units, one for each row.
        vectors: float32 (n, d), rows of unit length.
        model: the name of the embedder that made them.
    """

    ids: tuple[str, ...]
    vectors: np.ndarray
    model: str

    def __post_init__(self) -> None:
        """Refuses rows without an id, ids without a row, and rows that are not of unit length."""
        if self.vectors.ndim != 2 or self.vectors.shape[0] != len(self.ids):
            raise ValueError(f"{len(self.ids)} ids for vectors of shape {self.vectors.shape}")
        if self.vectors.dtype != np.float32:
            raise ValueError(f"vectors are {self.vectors.dtype}, not float32")
        if len(self.ids) and not np.allclose(np.linalg.norm(self.vectors, axis=1), 1, atol=1e-3):
            raise ValueError("a row is not of unit length")

    def __len__(self) -> int:
        """The number of rows."""
        return len(self.ids)
