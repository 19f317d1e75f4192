"""What costs time and stays the same from move to move: the vectors of the notes, their neighbours, their heaps."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from nlp.documents.types import Unit
from nlp.embedding.rarity import encode_by_rarity
from nlp.embedding.types import Embedder
from nlp.errors import NothingToAnalyse
from nlp.messages import Message
from nlp.names import one_spelling
from nlp.readings.build_readings import canonical, distinct
from nlp.readings.clustering.unit_vectors import centre
from nlp.sorting.heaps import NO_HEAP, heaps_of_shifted
from nlp.sorting.neighbours import shift

Floats = NDArray[np.float64]
Labels = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class PreparedElement:
    """The notes of one element, and their n different texts.

    Attributes:
        name: of the element.
        units: in canonical order.
        rows: (units,) the text of each.
        points: (n, d) unit rows, tokens weighed by rarity, less what all texts share.
        shifted: (n, d) the same, one step of mean shift nearer to their neighbours.
        known: (n,) whether the model knows anything in the text.
        heaps: (n,) the heap of each, `NO_HEAP` for none.
    """

    name: str
    units: tuple[Unit, ...]
    rows: Labels
    points: Floats
    shifted: Floats
    known: NDArray[np.bool_]
    heaps: Labels


@dataclass(frozen=True, slots=True)
class PreparedNotes:
    """The notes of all elements, ready to be sorted after every move; elements in alphabetical order."""

    embedder: Embedder
    elements: tuple[PreparedElement, ...]


def prepare_notes(units: Sequence[Unit], embedder: Embedder | None = None) -> PreparedNotes:
    """Make ready what `sort_notes` needs of notes; keep it while people sort.

    Args:
        units: notes of one or more elements; those without one form an element of their own, "".
        embedder: makes the vectors; the bundled model if None.

    Raises:
        NothingToAnalyse: there are no units.
    """
    if not units:
        raise NothingToAnalyse("", Message("there are no notes"), Message("Hand in at least one note"))
    if embedder is None:
        from nlp.embedding import load_embedder

        embedder = load_embedder()
    spelled = one_spelling(unit.element or "" for unit in units)
    named: dict[str, list[Unit]] = {name: [] for name in sorted(set(spelled.values()))}
    for unit in units:
        named[spelled[unit.element or ""]].append(unit)
    return PreparedNotes(embedder, tuple(_prepare(name, canonical(own), embedder) for name, own in named.items()))


def _prepare(name: str, units: tuple[Unit, ...], embedder: Embedder) -> PreparedElement:
    texts, rows = distinct(units)
    points = centre(np.asarray(encode_by_rarity(embedder, texts), dtype=np.float64))
    shifted, known = shift(points), embedder.known(texts)
    heaps = np.full(len(texts), NO_HEAP, dtype=np.int64)
    heaps[known] = heaps_of_shifted(shifted[known])
    return PreparedElement(name, units, rows, points, shifted, known, heaps)
