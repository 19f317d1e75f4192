"""What costs time and stays the same from move to move: the vectors of the notes, their neighbours, their heaps."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from nlp.documents.types import Notes, Unit
from nlp.door.notes import units_of
from nlp.embedding.adapted import AnyEmbedder
from nlp.embedding.calibration.calibrate import as_calibrated
from nlp.embedding.rarity import encode_by_rarity, told
from nlp.embedding.types import Embedder
from nlp.readings.build_readings import by_element, canonical, distinct
from nlp.readings.clustering.mean_shift import mean_shift, towards_neighbours
from nlp.readings.clustering.unit_vectors import CENTRE_PRIOR, to_unit_length
from nlp.sorting.heaps import NO_HEAP, heaps_of_shifted

Floats = NDArray[np.float64]
Labels = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class PreparedElement:
    """The notes of one element, and their n different texts.

    Attributes:
        name: of the element.
        units: in canonical order.
        texts: the different texts.
        rows: (units,) the text of each.
        middle: (d,) what all texts share, as far as it is taken away.
        points: (n, d) unit rows, tokens weighed by rarity, less `middle`.
        shifted: (n, d) the same, one step of mean shift nearer to their neighbours.
        known: (n,) whether the model knows anything in the text.
        heaps: (n,) the heap of each, `NO_HEAP` for none.
    """

    name: str
    units: tuple[Unit, ...]
    texts: tuple[str, ...]
    rows: Labels
    middle: NDArray[np.float64]
    points: Floats
    shifted: Floats
    known: NDArray[np.bool_]
    heaps: Labels


@dataclass(frozen=True, slots=True)
class PreparedNotes:
    """The notes of all elements, ready to be sorted after every move; elements in alphabetical order."""

    embedder: Embedder
    elements: tuple[PreparedElement, ...]


def prepare_notes(units: Notes | Iterable[Unit], embedder: AnyEmbedder | None = None) -> PreparedNotes:
    """Make ready what `sort_notes` needs of notes; keep it while people sort.

    Args:
        units: notes of one or more elements; those without one form an element of their own, "".
        embedder: makes the vectors; the bundled model if None.

    Raises:
        WrongType: these are no notes, or a field is no text.
        WrongValue: two notes have the same id.
        NothingToAnalyse: there are no units.
    """
    units = units_of(units, "sort_notes")
    model = as_calibrated(embedder)
    elements = (_prepare(name, canonical(own), model) for name, own in by_element(units).items())
    return PreparedNotes(model, tuple(elements))


def with_examples(element: PreparedElement, texts: Sequence[str], embedder: Embedder) -> PreparedElement:
    """Return the element with more texts behind its own, seen as its notes are; they are in no heap.

    Args:
        element: its notes.
        texts: that are compared with the notes, such as examples of a codebook.
        embedder: that made the vectors of the notes.
    """
    if not texts:
        return element
    vectors = np.asarray(encode_by_rarity(embedder, texts, among=element.texts), dtype=np.float64)
    points = to_unit_length(vectors - element.middle)
    return replace(
        element,
        points=np.vstack([element.points, points]),
        shifted=np.vstack([element.shifted, towards_neighbours(points, element.points)]),
        known=np.append(element.known, told(embedder, texts, vectors)),
        heaps=np.append(element.heaps, np.full(len(texts), NO_HEAP)),
    )


def _prepare(name: str, units: tuple[Unit, ...], embedder: Embedder) -> PreparedElement:
    texts, rows = distinct(units)
    vectors = np.asarray(encode_by_rarity(embedder, texts), dtype=np.float64)
    middle = vectors.mean(axis=0) * len(texts) / (len(texts) + CENTRE_PRIOR)
    points = to_unit_length(vectors - middle)
    shifted, known = mean_shift(points), told(embedder, texts, vectors)
    heaps = np.full(len(texts), NO_HEAP, dtype=np.int64)
    heaps[known] = heaps_of_shifted(shifted[known])
    return PreparedElement(name, units, tuple(texts), rows, middle, points, shifted, known, heaps)
