"""`apply_edits()`: what a person changed, done again on whatever readings there are now."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from nlp.documents.types import Unit
from nlp.embedding.adapted import AnyEmbedder
from nlp.embedding.calibration.calibrate import as_calibrated
from nlp.embedding.types import Embedder
from nlp.embedding.vocabulary import Vocabulary, bundled_vocabulary
from nlp.errors import EmbeddingError
from nlp.messages import Message, Value
from nlp.names import name_key
from nlp.readings.build_readings import Head, Placed, Tools, canonical, describe, distinct
from nlp.readings.clustering.partition import ALONE
from nlp.readings.edits.align import called_as_before, keys_of, notes_of
from nlp.readings.edits.board import Board, CannotApply, Group, play
from nlp.readings.edits.recut import Heap, recut
from nlp.readings.edits.types import GONE, Edit, Keys, Outcome, Seen, note_key, note_keys, text_key
from nlp.readings.lay_out import NotesLaidOut
from nlp.readings.types import ElementReadings, Interpretation, Reading
from nlp.readings.wordings import Wordings

QUOTED = 3
OF_THE_NOTES = ("trust", "heaps", "speech", "most_readings", "distinctive")
"""What does not follow from where notes are placed."""


def apply_edits(
    interpretation: Interpretation,
    edits: Sequence[Edit],
    embedder: AnyEmbedder | None = None,
    vocabulary: Vocabulary | None = None,
) -> Interpretation:
    """Apply edits in their order; everything that follows from where the notes are is true again afterwards.

    An edit finds a reading by the notes that it had. Of those that are here, and leaving out notes that came later,
    more than half must be in one reading and more than half of that reading (`align.same`); and two must be here if it
    had two. An edit that does not find its reading changes nothing; `Interpretation.edits` says why. Elements that no
    edit changes stay as they are.

    Args:
        interpretation: of any run.
        edits: of any elements; each one sees what those before it made.
        embedder: the one that made the interpretation; the bundled model if None.
        vocabulary: as for `interpret`.

    Raises:
        EmbeddingError: the embedder is not the one that made the interpretation.
    """
    model = as_calibrated(embedder)
    if model.name != interpretation.model:
        problem = Message(
            "Readings that {model} found cannot be changed with {other}",
            {"model": interpretation.model, "other": model.name},
        )
        raise EmbeddingError("", problem, Message("Use the model that found them"))
    of_element: dict[str, list[Edit]] = defaultdict(list)
    for edit in edits:
        of_element[name_key(edit.element)].append(edit)
    tools = Tools(model, vocabulary or bundled_vocabulary())
    told: dict[str, Outcome] = {}
    elements = tuple(
        _edited(element, of_element[name_key(element.element)], tools, interpretation, told)
        for element in interpretation.elements
    )
    outcomes = (told.get(edit.id) or _outcome(edit, {}, GONE) for edit in edits)
    return replace(interpretation, elements=elements, edits=(*interpretation.edits, *outcomes))


def _edited(
    element: ElementReadings,
    edits: Sequence[Edit],
    tools: Tools,
    interpretation: Interpretation,
    told: dict[str, Outcome],
) -> ElementReadings:
    """Return an element after its edits; `told` takes what became of each, by its id."""
    if not edits:
        return element
    board = before = _board(element)
    cuts = _Cuts(element.element, canonical(notes_of(element)), tools.embedder)
    texts = {note_key(unit): unit.text for unit in reversed(canonical(notes_of(element)))}
    for edit in edits:
        board, told[edit.id] = _try(board, edit, texts, cuts)
    new = element if board.lies_as(before) else _described(element, board, tools, interpretation)
    own = [(unit.id, note_key(unit)) for unit in canonical(notes_of(element))]
    by_hand, by_machine = (
        tuple(each for each, key in own if key in keys) for keys in (board.by_hand, board.by_machine)
    )
    return replace(new, placed_by_hand=by_hand, placed_by_machine=by_machine)


class _Cuts:
    """The layouts of an element's notes; the tree grows when the first is asked for."""

    def __init__(self, element: str, units: Sequence[Unit], embedder: Embedder) -> None:
        self._element = element
        self._units = units
        self._embedder = embedder

    @cached_property
    def _laid_out(self) -> NotesLaidOut:
        return NotesLaidOut.of(Wordings.of(self._units, self._embedder))

    def recut(self, board: Board, wanted: int) -> Board:
        """Return the board with so many readings."""
        return recut(board, self._element, wanted, self._laid_out.most, self._heaps)

    def _heaps(self, readings: int) -> list[Heap]:
        found = self._laid_out.with_readings(readings)
        keys = np.array([text_key(text) for text in self._laid_out.wordings.texts], dtype=object)
        return [
            Heap(frozenset(keys[inside]), frozenset(keys[inside & found.sure]), float(steady))
            for number, steady in enumerate(found.stability)
            if (inside := found.labels == number).any()
        ]


def _board(element: ElementReadings) -> Board:
    groups = tuple(
        Group(
            each.id,
            keys_of(each),
            each.given,
            frozenset({each.id}),
            note_keys(unit for unit in each.units if unit.sure),
            given_in=each.given_in,
        )
        for each in element.readings
    )
    keys = note_keys(element.alone).union(*(group.keys for group in groups))
    by_hand, by_machine = (
        note_keys(unit for unit in notes_of(element) if unit.id in ids)
        for ids in (set(element.placed_by_hand), set(element.placed_by_machine))
    )
    return Board(keys, groups, asked=element.laid_out, by_hand=by_hand, by_machine=by_machine)


def _try(board: Board, edit: Edit, texts: Mapping[str, str], cuts: _Cuts) -> tuple[Board, Outcome]:
    try:
        return play(board, edit, cuts.recut), _outcome(edit, texts)
    except CannotApply as reason:
        return board, _outcome(edit, texts, reason.why)


def _outcome(edit: Edit, texts: Mapping[str, str], why_not: Message | None = None) -> Outcome:
    values: dict[str, Value] = {}
    for place in ("reading", "into", "to", "name", "notes", "readings"):
        match getattr(edit, place, None):
            case Seen(label=label):
                values["reading" if place == "to" else place] = label or "…"
            case str() | int() as name:
                values[place] = name
            case frozenset() as notes:
                values[place] = _quoted(notes, texts)
    return Outcome(edit.id, edit.kind, edit.element, Message(edit.template, values), why_not, edit.made, edit.by)


def _quoted(notes: Keys, texts: Mapping[str, str]) -> str:
    here = sorted(texts[key] for key in notes if key in texts)
    return "” · “".join(here[:QUOTED]) + (" …" if len(here) > QUOTED else "") if here else "…"


def _described(element: ElementReadings, board: Board, tools: Tools, interpretation: Interpretation) -> ElementReadings:
    """Return the element with its notes where the board has them."""
    units = canonical(notes_of(element))
    texts, rows = distinct(units)
    keys = [note_key(unit) for unit in units]
    size = {group.id: sum(key in group.keys for key in keys) for group in board.groups}
    groups = sorted(board.groups, key=lambda group: -size[group.id])
    place = {key: number for number, group in enumerate(groups) for key in group.keys}
    numbers = np.array([place.get(key, ALONE) for key in keys], dtype=np.int64)
    vectors = np.asarray(tools.embedder.encode(texts), dtype=np.float64)[rows]
    found = {keys_of(reading): reading for reading in element.readings}
    heads = tuple(_head(group, found, keys) for group in groups)
    also, by = _also(element, groups, keys), interpretation.by
    sure = np.array([any(key in group.keys & group.sure for group in groups) for key in keys], dtype=np.bool_)
    placed = Placed(element.element, units, vectors, numbers, also, sure, heads, by, interpretation.smallest)
    of_the_notes = {name: getattr(element, name) for name in OF_THE_NOTES}
    new = called_as_before(describe(placed, tools), element, by)
    return replace(new, laid_out=board.asked, **of_the_notes)


def _also(element: ElementReadings, groups: Sequence[Group], keys: Sequence[str]) -> NDArray[np.bool_]:
    """Return (n, groups) whether a note speaks for a second reading as well, as it did for a reading that is in it."""
    said = {note_key(each): set(each.also) for reading in element.readings for each in reading.units}
    table = [[key not in group.keys and bool(said.get(key, set()) & group.ids) for group in groups] for key in keys]
    return np.array(table, dtype=np.bool_).reshape(len(keys), len(groups))


def _head(group: Group, found: Mapping[Keys, Reading], keys: Sequence[str]) -> Head:
    """Return the stability that was measured for these very notes, else the mean of where its notes come from."""
    if group.stability is not None:
        return Head(group.id, group.stability, given=group.given, given_in=group.given_in)
    if (measured := found.get(group.keys)) is not None:
        return Head(group.id, measured.stability, measured.stability_measured, group.given, group.given_in)
    of_note = {key: reading.stability for own, reading in found.items() for key in own}
    inside = [of_note.get(key, 0.0) for key in keys if key in group.keys]
    measured_of = [each for each in inside if each is not None]
    mean = float(np.mean(measured_of)) if len(measured_of) == len(inside) else None
    return Head(group.id, mean, stability_measured=False, given=group.given, given_in=group.given_in)
