"""How well notes are sorted from a few that a person placed, measured on notes whose readings are known."""

import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean

from nlp.documents.types import Unit
from nlp.embedding.types import Embedder
from nlp.sorting import sort_notes
from nlp.sorting.prepare import PreparedNotes, prepare_notes
from nlp.sorting.types import SortedElement

DRAWS = 2
PLACED_OF_A_READING = 2
ASKED = 12

NAMED = "as given"
NAMELESS = "hidden"


@dataclass(frozen=True, slots=True)
class SortingFigures:
    """How well the notes of one set were sorted, means over `DRAWS` choices of what a person placed, or over sets.

    Attributes:
        name: of the set.
        names: whether the machine knew what the readings are called: "as given" or "hidden".
        placed: two notes a reading placed by hand: share of the others that the machine placed, 0 to 1.
        placed_right: share of these that it placed as given; NaN where it placed none.
        best_right: share of all the others whose likeliest reading is the one given.
        asked_placed, asked_right, asked_best: the same after one note a reading and then twelve that the machine asked
            for.
        heaped: with nothing placed, share of the notes in heaps.
        heap_purity: share of these whose reading is the commonest of their heap; NaN where there is no heap.
    """

    name: str
    names: str
    placed: float
    placed_right: float
    best_right: float
    asked_placed: float
    asked_right: float
    asked_best: float
    heaped: float
    heap_purity: float


def measure_sorting(
    name: str, units: Sequence[Unit], readings: Sequence[str], embedder: Embedder, named: bool = True
) -> SortingFigures:
    """Sort the notes of one element, some of which are told their readings.

    Args:
        name: of the set.
        units: its notes, all of one element.
        readings: what each was given, "" for none: it is never placed by hand, and wrong wherever it is placed.
        embedder: the model.
        named: whether the readings keep their names; else they are called "r1", "r2".
    """
    titles = {reading: f"r{number}" for number, reading in enumerate(sorted(set(readings) - {""}), start=1)}
    truth = {
        unit.id: (reading if named else titles[reading]) if reading else ""
        for unit, reading in zip(units, readings, strict=True)
    }
    prepared = prepare_notes(units, embedder)
    two = [_placing(prepared, _some_of_each(truth, PLACED_OF_A_READING, draw), truth) for draw in range(DRAWS)]
    asked = [_placing(prepared, _asked(prepared, truth, draw), truth) for draw in range(DRAWS)]
    (nothing,) = sort_notes(prepared, {}).elements
    in_heaps = sum(len(heap) for heap in nothing.heap_ids)
    pure = sum(_commonest([truth[note] for note in heap]) for heap in nothing.heap_ids)
    placed, placed_right, best_right = (_mean_of(values) for values in zip(*two, strict=True))
    asked_placed, asked_right, asked_best = (_mean_of(values) for values in zip(*asked, strict=True))
    return SortingFigures(
        name,
        NAMED if named else NAMELESS,
        placed=placed,
        placed_right=placed_right,
        best_right=best_right,
        asked_placed=asked_placed,
        asked_right=asked_right,
        asked_best=asked_best,
        heaped=in_heaps / len(units),
        heap_purity=pure / in_heaps if in_heaps else float("nan"),
    )


def mean_sorting(name: str, rows: Sequence[SortingFigures]) -> SortingFigures:
    """Return the row of means over several sets, all with names or all without."""

    def mean(of: Callable[[SortingFigures], float]) -> float:
        return _mean_of([of(row) for row in rows])

    return SortingFigures(
        name,
        rows[0].names,
        placed=mean(lambda row: row.placed),
        placed_right=mean(lambda row: row.placed_right),
        best_right=mean(lambda row: row.best_right),
        asked_placed=mean(lambda row: row.asked_placed),
        asked_right=mean(lambda row: row.asked_right),
        asked_best=mean(lambda row: row.asked_best),
        heaped=mean(lambda row: row.heaped),
        heap_purity=mean(lambda row: row.heap_purity),
    )


def _mean_of(values: Sequence[float]) -> float:
    """Return the mean of the values that are numbers."""
    numbers = [value for value in values if value == value]
    return fmean(numbers) if numbers else float("nan")


def _some_of_each(truth: Mapping[str, str], count: int, draw: int) -> dict[str, str]:
    """Return a random choice of `count` notes of each reading with it."""
    rows = random.Random(draw).sample(sorted(truth), len(truth))
    names = sorted(set(truth.values()) - {""})
    return {row: name for name in names for row in [row for row in rows if truth[row] == name][:count]}


def _asked(prepared: PreparedNotes, truth: Mapping[str, str], draw: int) -> dict[str, str]:
    """Return a random note of each reading, and then those that the machine asked for, one after the other."""
    placed = _some_of_each(truth, 1, draw)
    for _ in range(ASKED):
        (element,) = sort_notes(prepared, placed).elements
        wanted = next((note.id for note in element.unsure if truth[note.id]), None)
        if wanted is None:
            break
        placed[wanted] = truth[wanted]
    return placed


def _placing(
    prepared: PreparedNotes, placed: Mapping[str, str], truth: Mapping[str, str]
) -> tuple[float, float, float]:
    """Return the share of the others that was placed, how many of them rightly, and how many best guesses are right."""
    (element,) = sort_notes(prepared, placed).elements
    machine = [note for note in element.placed if not note.by_hand]
    right = sum(note.reading == truth[note.id] for note in machine)
    others = len(machine) + len(element.unsure)
    return (
        len(machine) / others if others else float("nan"),
        right / len(machine) if machine else float("nan"),
        _best_right(element, truth),
    )


def _best_right(element: SortedElement, truth: Mapping[str, str]) -> float:
    """Return the share of the notes with a reading, not placed by hand, whose likeliest reading is the one given."""
    best = {note.id: note.reading for note in element.placed if not note.by_hand}
    best |= {note.id: note.best[0].reading for note in element.unsure if note.best}
    told = [note for note in best if truth[note]]
    return sum(best[note] == truth[note] for note in told) / len(told) if told else float("nan")


def _commonest(readings: Sequence[str]) -> int:
    """Return how many of a heap have its commonest reading; notes without one have nothing in common."""
    return max((readings.count(name) for name in set(readings) - {""}), default=0)
