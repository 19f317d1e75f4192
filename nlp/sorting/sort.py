"""`sort_notes()`: from a few notes in their readings to all that are surely like them, and what to ask next."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Any

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
from nlp.sorting.heaps import NO_HEAP, find_heaps
from nlp.sorting.learn import likelihoods
from nlp.sorting.types import Likely, PlacedNote, SortedElement, Sorting, UnsureNote

SURE = 0.9
SHOWN = 3


@dataclass(frozen=True, slots=True)
class PreparedElement:
    """The notes of one element with what does not change while they are sorted.

    Attributes:
        name: of the element.
        units: in canonical order.
        rows: (units,) the text of each.
        points: (texts, d) unit rows, seen against each other.
    """

    name: str
    units: tuple[Unit, ...]
    rows: NDArray[np.int64]
    points: NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class PreparedNotes:
    """The notes of all elements, ready to be sorted again after every move."""

    model: str
    elements: tuple[PreparedElement, ...]


def prepare_notes(units: Sequence[Unit], embedder: Embedder | None = None) -> PreparedNotes:
    """Make the vectors of notes: what costs time, and stays the same from move to move.

    Args:
        units: notes of one or more elements.
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
    names = sorted(set(spelled.values()))
    own = [canonical([unit for unit in units if spelled[unit.element or ""] == name]) for name in names]
    return PreparedNotes(embedder.name, tuple(_prepare(*each, embedder) for each in zip(names, own, strict=True)))


def _prepare(name: str, units: tuple[Unit, ...], embedder: Embedder) -> PreparedElement:
    texts, rows = distinct(units)
    return PreparedElement(name, units, rows, np.asarray(encode_by_rarity(embedder, texts), dtype=np.float64))


def sort_notes(
    units: Sequence[Unit] | PreparedNotes,
    placed: Mapping[str, str],
    embedder: Embedder | None = None,
    *,
    fits_none: Collection[str] = (),
    apart: Collection[tuple[str, str]] = (),
) -> Sorting:
    """Place the notes that are surely like those that a person placed; say which one to place next.

    What a person placed stays where it is. The order of the units never changes the result.

    Args:
        units: notes of one or more elements, or what `prepare_notes` made of them.
        placed: id of a unit -> name of the reading that a person placed it in; blank names and ids that no unit has
            count for nothing.
        embedder: makes the vectors; the bundled model if None. What is prepared needs none.
        fits_none: ids of units that a person put aside; it outweighs `placed`.
        apart: pairs of ids that do not belong together: the machine does not place one where a person placed the other.

    Raises:
        NothingToAnalyse: there are no units.
    """
    prepared = units if isinstance(units, PreparedNotes) else prepare_notes(units, embedder)
    hand = {unit: said.strip() for unit, said in placed.items() if said.strip() and unit not in fits_none}
    return Sorting(
        prepared.model, tuple(_sort_element(each, hand, frozenset(fits_none), apart) for each in prepared.elements)
    )


def _sort_element(
    element: PreparedElement,
    placed: Mapping[str, str],
    aside: Collection[str],
    apart: Collection[tuple[str, str]],
) -> SortedElement:
    units = element.units
    hand = {unit.id: placed[unit.id] for unit in units if unit.id in placed}
    readings = tuple(sorted(set(hand.values())))
    best = _guesses(element, hand, readings, apart)
    left = [unit for unit in units if unit.id not in {*hand, *aside}]
    sure = [unit for unit in left if len(readings) > 1 and best[unit.id][0].confidence >= SURE]
    by_hand = [PlacedNote(**_fields(unit), reading=hand[unit.id], by_hand=True) for unit in units if unit.id in hand]
    by_machine = [
        PlacedNote(**_fields(unit), reading=best[unit.id][0].reading, confidence=best[unit.id][0].confidence)
        for unit in sure
    ]
    found = {unit.id for unit in sure}
    unsure = [UnsureNote(**_fields(unit), best=best[unit.id]) for unit in left if unit.id not in found]
    heaps = _heaps(element, {unit.id for unit in unsure})
    return SortedElement(
        element=element.name,
        readings=readings,
        placed=tuple(sorted((*by_hand, *by_machine), key=lambda each: (each.reading, -each.confidence))),
        unsure=tuple(sorted(unsure, key=lambda each: each.best[0].confidence if each.best else 0.0)),
        fits_none=tuple(unit for unit in units if unit.id in aside),
        heaps=tuple(tuple(unit.text for unit in heap) for heap in heaps),
        heap_ids=tuple(tuple(unit.id for unit in heap) for heap in heaps),
    )


def _guesses(
    element: PreparedElement,
    hand: Mapping[str, str],
    readings: tuple[str, ...],
    apart: Collection[tuple[str, str]],
) -> dict[str, tuple[Likely, ...]]:
    """Return the likeliest readings of every unit, by its id."""
    if not hand:
        return {unit.id: () for unit in element.units}
    said = np.full(len(element.points), -1)
    for unit, row in zip(element.units, element.rows, strict=True):
        if unit.id in hand:
            said[row] = readings.index(hand[unit.id])
    likely = likelihoods(centre(element.points), said)
    found = {}
    for unit, row in zip(element.units, element.rows, strict=True):
        never = {hand.get(other) for pair in apart if unit.id in pair for other in pair if other != unit.id}
        weights = np.where([reading in never for reading in readings], 0.0, likely[row])
        order = np.argsort(-weights, kind="stable")[:SHOWN]
        found[unit.id] = tuple(Likely(readings[each], float(weights[each])) for each in order)
    return found


def _heaps(element: PreparedElement, left: Collection[str]) -> list[list[Unit]]:
    own = [(unit, row) for unit, row in zip(element.units, element.rows.tolist(), strict=True) if unit.id in left]
    rows = sorted({row for _, row in own})
    labels = dict(zip(rows, find_heaps(element.points[rows]).tolist(), strict=True))
    count = max(labels.values(), default=NO_HEAP) + 1
    return [[unit for unit, row in own if labels[row] == heap] for heap in range(count)]


def _fields(unit: Unit) -> dict[str, Any]:
    return {each.name: getattr(unit, each.name) for each in fields(Unit)}
