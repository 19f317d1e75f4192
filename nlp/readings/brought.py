"""What a caller brings of the notes instead of leaving it to us: where they lie, or which of them belong together."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import isnan
from numbers import Integral, Real
from reprlib import repr as shortened
from unicodedata import normalize

import numpy as np
from numpy.typing import ArrayLike, NDArray

from nlp.documents.types import Unit
from nlp.embedding.rows import unit_rows
from nlp.errors import InputError, UnusableVectors, WrongType, at_row
from nlp.messages import Message

Label = str | int
ALONE_AS_TEXT = ("", "-1")
MISSING = frozenset({"NAType", "NaTType"})
"""Of pandas, which is no dependency."""

A_LABEL = Message("Give texts or whole numbers, and -1 or None for a note that stands alone")


@dataclass(frozen=True, slots=True)
class Brought:
    """What is brought, by the ids of the notes, so that no order can part the two.

    Attributes:
        row_of: id of a note -> its row.
        vectors: (n, d) float32, rows of unit length or of zeros; None where the model tells where notes lie.
        labels: (n,) the cluster of each note, None for one that stands alone; None where clusters are to be found.
    """

    row_of: Mapping[str, int]
    vectors: NDArray[np.float32] | None = None
    labels: tuple[Label | None, ...] | None = None

    @classmethod
    def of(
        cls, units: Sequence[Unit], vectors: ArrayLike | None = None, labels: Iterable[object] | None = None
    ) -> "Brought":
        """Check what is brought.

        Args:
            units: the n notes.
            vectors: (n, d) numbers in their order.
            labels: n texts or whole numbers in their order; negative, None, NaN and blank stand for alone.

        Raises:
            UnusableVectors: another number of rows than of notes, or no finite numbers.
            WrongType: a label that is neither a text nor a whole number.
            InputError: two notes have one id.
        """
        if vectors is None and labels is None:
            return cls({})
        row_of = {unit.id: row for row, unit in enumerate(units)}
        if len(row_of) < len(units):
            twice = Counter(unit.id for unit in units).most_common(1)[0][0]
            problem = Message("two notes have the id {id}", {"id": twice})
            raise InputError("", problem, Message("Give every note an id of its own"))
        points = None if vectors is None else unit_rows(vectors, len(units), "vectors")
        return cls(row_of, points, None if labels is None else _labels(labels, len(units)))

    @property
    def what(self) -> tuple[str, ...]:
        """The names of what is brought."""
        return tuple(name for name in ("vectors", "labels") if getattr(self, name) is not None)

    def vectors_of(self, units: Sequence[Unit]) -> NDArray[np.float32] | None:
        """Return (m, d) the vectors of some of the notes."""
        return None if self.vectors is None else self.vectors[[self.row_of[unit.id] for unit in units]]

    def labels_of(self, units: Sequence[Unit]) -> list[Label | None] | None:
        """Return the labels of some of the notes."""
        return None if self.labels is None else [self.labels[self.row_of[unit.id]] for unit in units]


def _labels(given: Iterable[object], count: int) -> tuple[Label | None, ...]:
    if isinstance(given, str | bytes) or not isinstance(given, Iterable):
        raise WrongType("", Message("{value} is no label", {"value": shortened(given)}), A_LABEL)
    found = tuple(_label(each, row) for row, each in enumerate(given, start=1))
    if len(found) != count:
        problem = Message("there are {labels} labels for {notes} notes", {"labels": len(found), "notes": count})
        raise UnusableVectors("", problem, Message("Give one label for each note, in the order of the notes"))
    return found


def _label(given: object, row: int) -> Label | None:
    """Return a label as a name or a number, None for a note that stands alone."""
    if given is None or type(given).__name__ in MISSING or (isinstance(given, Real) and isnan(given)):
        return None
    if isinstance(given, str):
        name = normalize("NFC", given).strip()
        return None if name in ALONE_AS_TEXT else name
    if (number := _whole(given)) is not None:
        return None if number < 0 else number
    raise WrongType("", Message("{value} is no label", {"value": shortened(given)}), A_LABEL, at_row(row))


def _whole(given: object) -> int | None:
    if isinstance(given, Integral | np.bool_):
        return int(given)
    return int(float(given)) if isinstance(given, Real) and float(given).is_integer() else None
