"""Two models side by side: on the gold sets, on the user's own notes with readings, and by the clock."""

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from corpora import GOLD
from nlp.documents.types import Unit
from nlp.embedding.calibration.sight import see
from nlp.embedding.types import Embedder
from service.analyses.evaluation import KINDS, Evaluation, evaluate, gold_files, load_gold

TIMED = 100
MEASURES = ("v_measure", "adjusted_rand", "language_v_measure", "cross_language_nn")


@dataclass(frozen=True, slots=True)
class Compared:
    """One figure of two models.

    Attributes:
        of: what it was measured on: an own element, or the mean of a kind of gold sets.
        measure: its name, as in `ReadingFigures` and `SortingFigures`.
        first, second: of each model.
    """

    of: str
    measure: str
    first: float
    second: float


@dataclass(frozen=True, slots=True)
class Comparison:
    """What two models make of the same notes.

    Attributes:
        first, second: their names.
        figures: of both.
        first_unread, second_unread: of English, Bangla and Nepali, the languages that each does not read (BCP 47).
        first_seconds, second_seconds: for 1,000 notes, from `TIMED` of the gold sets on this machine.
    """

    first: str
    second: str
    figures: tuple[Compared, ...]
    first_unread: tuple[str, ...]
    second_unread: tuple[str, ...]
    first_seconds: float
    second_seconds: float


def compare_models(first: Embedder, second: Embedder, notes: Sequence[Unit] = (), folder: Path = GOLD) -> Comparison:
    """Measure two models on the same notes.

    Args:
        first: a model.
        second: another.
        notes: the user's own, each with the attribute `reading`; may be empty.
        folder: of the gold sets.

    Raises:
        MissingColumn: there are notes, and none has a reading.
    """
    one, other = (evaluate(each, folder, notes=notes) for each in (first, second))
    return Comparison(
        first.name,
        second.name,
        tuple(_figures(one, other)),
        see(first).unread_languages,
        see(second).unread_languages,
        seconds_for_thousand(first, folder),
        seconds_for_thousand(second, folder),
    )


def seconds_for_thousand(embedder: Embedder, folder: Path = GOLD) -> float:
    """Return the seconds that 1,000 notes take, by the time of `TIMED` notes of the gold sets, in several languages."""
    texts = [unit.text for path in gold_files(folder) for unit in load_gold(path).units]
    chosen = texts[:: max(1, len(texts) // TIMED)][:TIMED]
    embedder.encode("a first text, so that everything is loaded")
    began = time.perf_counter()
    embedder.encode(chosen)
    return (time.perf_counter() - began) * 1000 / len(chosen)


def _figures(one: Evaluation, other: Evaluation) -> Iterator[Compared]:
    means = len(KINDS)
    for mine, theirs in zip((*one.notes, *one.gold[-means:]), (*other.notes, *other.gold[-means:]), strict=True):
        yield from (Compared(mine.name, name, getattr(mine, name), getattr(theirs, name)) for name in MEASURES)
    named = {each.name: each for each in other.sorting if each.names == "as given"}
    for each in one.sorting:
        if each.names == "as given" and (each.name.startswith("mean of ") or each.name in {n.name for n in one.notes}):
            yield Compared(each.name, "sorting_best_right", each.best_right, named[each.name].best_right)
