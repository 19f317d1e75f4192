"""`sort_notes()`: from a few notes in their readings to all that are surely like them, and what to ask next."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from functools import cached_property
from logging import DEBUG
from types import MappingProxyType
from typing import Any

import numpy as np
from numpy.typing import NDArray

from nlp.documents.types import Notes, Unit
from nlp.door.placed import names_by_id
from nlp.embedding.adapted import AnyEmbedder
from nlp.embedding.types import Embedder
from nlp.logs import told
from nlp.names import name_key
from nlp.sorting.ask import what_it_teaches
from nlp.sorting.codebook import Code
from nlp.sorting.confidence import confidences
from nlp.sorting.experts import Examples
from nlp.sorting.heaps import SMALLEST
from nlp.sorting.names_of_readings import name_vectors, telling_words
from nlp.sorting.prepare import PreparedElement, PreparedNotes, prepare_notes, with_examples
from nlp.sorting.types import Likely, PlacedNote, SortedElement, Sorting, UnsureNote

SURE = 0.75
"""The confidence from which on the machine places a note; of those that it places some nine in ten are then right."""

SHOWN = 3
FIELDS = tuple(each.name for each in fields(Unit))

UNTOLD = 0.15
"""The share of the notes that may fit none of the readings while nothing but a codebook tells of any of them.

Measured on nine sets whose readings have telling names (intents of four kinds, aspects, open survey answers, which are
not part of this project, the gold sets and the sample), with nothing placed by hand: of the notes with a confidence of
`SURE` or more, means over the sets,

- where the codebook names every reading, 93 % were right (26 % of all notes); without this share 86 % (44 %);
- where half of the readings are missing from it, 79 % (32 %); without it 64 % (56 %); with an example of each of the
  other half, 75 % (35 %);
- where as many names are in it again that no note belongs to, 89 % (13 %); without it 78 % (24 %);
- with a definition of each reading (two sets), 94 % (26 %).
"""

Codebook = Sequence[Code] | Mapping[str, Mapping[str, Sequence[str]]]
NO_CODEBOOK: Mapping[str, Mapping[str, Sequence[str]]] = MappingProxyType({})

Floats = NDArray[np.float64]
Pairs = Collection[tuple[str, str]]


@dataclass(frozen=True)
class _Table:
    """The notes of one element and what a person did with them.

    Attributes:
        element: the notes.
        hand: id -> reading, of the notes that a person placed.
        aside: ids of the notes that a person put aside.
        apart: id -> ids of the notes that it does not belong with.
        codebook: reading -> texts that tell what it is.
    """

    element: PreparedElement
    hand: Mapping[str, str]
    aside: frozenset[str]
    apart: Mapping[str, frozenset[str]]
    codebook: Mapping[str, Sequence[str]]

    @cached_property
    def readings(self) -> tuple[str, ...]:
        """The names of the readings, in alphabetical order."""
        return tuple(sorted({*self.hand.values(), *self.codebook}))

    @cached_property
    def left(self) -> list[tuple[Unit, int]]:
        """The notes that a person did nothing with, each with its text."""
        pairs = zip(self.element.units, self.element.rows.tolist(), strict=True)
        return [(unit, row) for unit, row in pairs if unit.id not in self.hand and unit.id not in self.aside]


def _said(sorting: Sorting) -> str:
    placed = [note for each in sorting.elements for note in each.placed]
    unsure = sum(len(each.unsure) for each in sorting.elements)
    by_hand = sum(note.by_hand for note in placed)
    return f"{by_hand} notes placed by hand, {len(placed) - by_hand} by {sorting.model}, {unsure} not"


@told("sorting", _said, DEBUG)
def sort_notes(
    units: Notes | Iterable[Unit] | PreparedNotes,
    placed: Mapping[str, str],
    embedder: AnyEmbedder | None = None,
    *,
    fits_none: Collection[str] = (),
    apart: Pairs = (),
    codebook: Codebook = NO_CODEBOOK,
) -> Sorting:
    """Place the notes that are surely like those that a person placed; say which one to place next.

    What a person placed stays where it is. The order of the units never changes the result.

    Args:
        units: notes of one or more elements, or what `prepare_notes` made of them.
        placed: id of a unit -> name of the reading that a person placed it in; blank names and ids that no unit has
            count for nothing.
        embedder: makes the vectors; the bundled model if None. What is prepared brings its own.
        fits_none: ids of units that a person put aside; it outweighs `placed`.
        apart: pairs of ids that do not belong together: the machine places no two of them in one reading.
        codebook: what `nlp.sorting.codebook.read_codebook` gives, for every element; or element -> reading -> texts
            that tell what it is, such as its description and examples. A reading without any, in which nothing is
            placed, is told by its name. Elements are called as the notes call them. Of what nothing but a codebook
            tells the machine is the less sure (`UNTOLD`).

    Raises:
        InputError: these are no notes, or there is none; two have the same id; `placed` names no readings.
    """
    placed = names_by_id(placed)
    prepared = units if isinstance(units, PreparedNotes) else prepare_notes(units, embedder)
    aside = frozenset((fits_none,) if isinstance(fits_none, str) else fits_none)
    said = {unit: name.strip() for unit, name in placed.items() if name.strip() and unit not in aside}
    books = _by_element(codebook, prepared)
    if not isinstance(codebook, Mapping):
        called = {name_key(code.name): code.name for code in codebook}
        said = {unit: called.get(name_key(name), name) for unit, name in said.items()}
    never = _both_ways(apart)
    tables = [_table(each, said, aside, never, books.get(name_key(each.name), {})) for each in prepared.elements]
    elements = [_sort(table, prepared.embedder) for table in tables]
    return Sorting(prepared.embedder.name, tuple(elements))


def _by_element(codebook: Codebook, prepared: PreparedNotes) -> dict[str, Mapping[str, Sequence[str]]]:
    """Return name key of an element -> reading -> texts that tell what it is."""
    if isinstance(codebook, Mapping):
        return {name_key(name): book for name, book in codebook.items()}
    book = {code.name: code.texts for code in codebook}
    return {name_key(each.name): book for each in prepared.elements}


def _both_ways(apart: Pairs) -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for one, other in apart:
        found[one] = found.get(one, frozenset()) | {other}
        found[other] = found.get(other, frozenset()) | {one}
    return found


def _table(
    element: PreparedElement,
    said: Mapping[str, str],
    aside: frozenset[str],
    never: Mapping[str, frozenset[str]],
    codebook: Mapping[str, Sequence[str]],
) -> _Table:
    own = {unit.id for unit in element.units}
    hand = {unit: name for unit, name in said.items() if unit in own}
    book = {name.strip(): texts for name, texts in codebook.items() if name.strip()}
    return _Table(element, hand, aside & own, never, book)


def _sort(table: _Table, embedder: Embedder) -> SortedElement:
    likely = _likely(table, embedder)
    order = np.argsort(-likely, axis=1, kind="stable")[:, :SHOWN].tolist()
    best = {
        unit.id: _best_but(table, unit, likely[row])
        if unit.id in table.apart
        else _best(table, likely[row], order[row])
        for unit, row in table.left
    }
    sure = _sure(table, best)
    by_machine = [
        PlacedNote(**_fields(unit), reading=best[unit.id][0].reading, confidence=best[unit.id][0].confidence)
        for unit, _ in table.left
        if unit.id in sure
    ]
    by_hand = [
        PlacedNote(**_fields(unit), reading=table.hand[unit.id], by_hand=True)
        for unit in table.element.units
        if unit.id in table.hand
    ]
    unsure = [(unit, row) for unit, row in table.left if unit.id not in sure]
    heaps = _heaps(table.element, unsure)
    return SortedElement(
        element=table.element.name,
        readings=table.readings,
        placed=tuple(
            sorted((*by_hand, *by_machine), key=lambda note: (note.reading, not note.by_hand, -note.confidence))
        ),
        unsure=_to_ask(table.element, unsure, likely, best),
        fits_none=tuple(unit for unit in table.element.units if unit.id in table.aside),
        heaps=tuple(tuple(unit.text for unit in heap) for heap in heaps),
        heap_ids=tuple(tuple(unit.id for unit in heap) for heap in heaps),
    )


def _likely(table: _Table, embedder: Embedder) -> Floats:
    """Return (texts, readings) how likely each reading is; 0 for those of which nothing is known."""
    readings, count = table.readings, len(table.element.points)
    likely = np.zeros((count, len(readings)))
    pairs = zip(table.element.units, table.element.rows.tolist(), strict=True)
    told = [(row, table.hand[unit.id]) for unit, row in pairs if unit.id in table.hand]
    texts, by_name = _texts_of_codebook(table)
    known = tuple(sorted({name for _, name in (*told, *texts)}))
    if known:
        shown = [*told, *((count + at, name) for at, (_, name) in enumerate(texts))]
        examples = Examples(
            np.array([row for row, _ in shown]), np.array([known.index(name) for _, name in shown]), len(known)
        )
        element = with_examples(table.element, [text for text, _ in texts], embedder)
        names = name_vectors(known, embedder)
        found = confidences(element, examples, names, _fit_none(table, known), by_name / len(known))
        likely[:, [readings.index(name) for name in known]] = found[:count]
    return likely


def _fit_none(table: _Table, known: Sequence[str]) -> float:
    """Return which share of the notes probably fits none of the readings of which something is known."""
    placed = len(table.hand)
    aside = len(table.aside) / (len(table.aside) + placed) if placed else 0.0
    untold = UNTOLD * len(set(known) - set(table.hand.values())) / len(known)
    return 1.0 - (1.0 - aside) * (1.0 - untold)


def _texts_of_codebook(table: _Table) -> tuple[list[tuple[str, str]], int]:
    """Return the texts that tell of readings, each with its reading, and how many are names, for want of others."""
    placed = set(table.hand.values())
    texts = [
        (text, name) for name, own in sorted(table.codebook.items()) for text in dict.fromkeys(own) if text.strip()
    ]
    shown = {name for _, name in texts} | placed
    alone = [(" ".join(telling_words(name)), name) for name in sorted(table.codebook) if name not in shown]
    named = [(text, name) for text, name in alone if text]
    return [*texts, *named], len(named)


def _best(table: _Table, likely: Floats, order: Sequence[int]) -> tuple[Likely, ...]:
    """Return the likeliest readings of a note, which `order` names; what cannot be is none."""
    return tuple(Likely(table.readings[each], float(likely[each])) for each in order if likely[each] > 0)


def _best_but(table: _Table, unit: Unit, likely: Floats) -> tuple[Likely, ...]:
    """Return the likeliest readings of a note, without those of the notes that it does not belong with."""
    never = {table.hand.get(other) for other in table.apart.get(unit.id, ())}
    allowed = np.array([name not in never for name in table.readings], dtype=bool)
    weights = np.where(allowed, likely, 0.0)
    if allowed.any() and not allowed.all() and weights.sum() > 0:
        weights *= likely.sum() / weights.sum()
    return _best(table, weights, np.argsort(-weights, kind="stable")[:SHOWN].tolist())


def _sure(table: _Table, best: Mapping[str, tuple[Likely, ...]]) -> set[str]:
    """Return the ids of the notes that the machine places; of two that belong apart only the surer in one reading."""
    clear = {unit: likely[0] for unit, likely in best.items() if likely}
    surest = sorted(
        (unit for unit, top in clear.items() if top.confidence >= SURE),
        key=lambda unit: (-clear[unit].confidence, unit),
    )
    found: set[str] = set()
    for unit in surest:
        others = found.intersection(table.apart.get(unit, ()))
        if all(clear[other].reading != clear[unit].reading for other in others):
            found.add(unit)
    return found


def _to_ask(
    element: PreparedElement, unsure: Sequence[tuple[Unit, int]], likely: Floats, best: Mapping[str, tuple[Likely, ...]]
) -> tuple[UnsureNote, ...]:
    """Return the notes that are left, the one that teaches most first; those that the model cannot read come last."""
    rows = sorted({row for _, row in unsure if element.known[row]})
    teaches = dict(zip(rows, what_it_teaches(element.points[rows], likely[rows]).tolist(), strict=True))
    ordered = sorted(unsure, key=lambda each: -teaches.get(each[1], -1.0))
    return tuple(UnsureNote(**_fields(unit), best=best[unit.id]) for unit, _ in ordered)


def _heaps(element: PreparedElement, unsure: Sequence[tuple[Unit, int]]) -> list[list[Unit]]:
    """Return the heaps among the notes that are left, largest first."""
    found: dict[int, list[tuple[Unit, int]]] = {}
    for unit, row in unsure:
        if element.heaps[row] >= 0:
            found.setdefault(int(element.heaps[row]), []).append((unit, row))
    kept = [heap for _, heap in sorted(found.items()) if len({row for _, row in heap}) >= SMALLEST]
    return [[unit for unit, _ in heap] for heap in sorted(kept, key=len, reverse=True)]


def _fields(unit: Unit) -> dict[str, Any]:
    return {name: getattr(unit, name) for name in FIELDS}
