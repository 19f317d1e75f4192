"""Texts on their way to a model, and vectors on their way from one: checked once, whoever made them."""

from collections.abc import Iterable
from hashlib import sha256

import numpy as np
from numpy.typing import NDArray

from nlp.errors import UnusableVectors, WrongType, at_row
from nlp.messages import Message, msgid

ROUNDED = 1e-6
"""What float32 leaves of a length of 1: such rows stay as they are."""

ROW_EACH = Message("Give one row of numbers for each text, in the order of the texts")
NO_TABLE = msgid("{name} is no table of numbers")
NOT_FINITE = msgid("{name} has a number that is missing or infinite")
OTHER_LENGTH = msgid("{name} has {rows} rows for {texts} texts")


def listed(texts: Iterable[str]) -> list[str]:
    """Return texts as a list.

    Raises:
        WrongType: one of them is no text.
    """
    found = list(texts)
    for number, text in enumerate(found, start=1):
        if not isinstance(text, str):
            problem = Message("{value} is no text", {"value": repr(text)})
            raise WrongType("", problem, Message("Give texts, and leave out what is missing"), at_row(number))
    return found


def not_blank(texts: Iterable[str]) -> NDArray[np.bool_]:
    """Return bool (n,): whether a text is more than spaces, all that a model without single tokens can say of it."""
    return np.array([bool(text.strip()) for text in texts], dtype=bool)


def hash_of(vectors: NDArray[np.float32]) -> str:
    """Return a hash of vectors to three digits: processors may differ in the last ones."""
    return sha256((np.round(vectors, 3).astype("<f4") + np.float32(0)).tobytes()).hexdigest()


def unit_rows(given: object, count: int, name: str) -> NDArray[np.float32]:
    """Return float32 (count, d), rows of unit length; a row of zeros stays one.

    Args:
        given: (count, d) numbers: an array, a sparse matrix, a tensor, a data frame, lists.
        count: how many rows there have to be.
        name: of what they are, for whoever reads the error.

    Raises:
        UnusableVectors: it is no table of real numbers, has no columns, another number of rows, or a number that is
            missing or infinite.
    """
    rows = _table(given, name)
    if len(rows) != count:
        raise UnusableVectors("", Message(OTHER_LENGTH, {"name": name, "rows": len(rows), "texts": count}), ROW_EACH)
    finite = np.isfinite(rows).all(axis=1)
    if not finite.all():
        place = at_row(int(np.argmin(finite)) + 1)
        raise UnusableVectors("", Message(NOT_FINITE, {"name": name}), ROW_EACH, place)
    largest = np.abs(rows).max(axis=1, keepdims=True, initial=0)
    scaled = rows / np.where(largest > 0, largest, 1)
    lengths = np.linalg.norm(scaled, axis=1, keepdims=True)
    is_unit = np.abs(lengths * largest - 1) < ROUNDED
    return np.where(is_unit, rows, scaled / np.where(lengths > 0, lengths, 1)).astype(np.float32)


def _table(given: object, name: str) -> NDArray[np.float64]:
    """Return (n, d) of float64, d >= 1."""
    try:
        dense = np.asarray(given.toarray() if hasattr(given, "toarray") else given)
        table = np.asarray(dense, dtype=np.float64) if dense.dtype.kind in "biufO" else None
    except (TypeError, ValueError, RuntimeError):  # of arrays, of tensors that cannot leave their device
        table = None
    if table is None or table.ndim != 2 or not table.shape[1]:
        raise UnusableVectors("", Message(NO_TABLE, {"name": name}), ROW_EACH)
    return table
