"""`manyvoices evaluate`: how well readings and speaking shares are found on the gold sets, and how good a model is."""

import csv
import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import fmean
from typing import Any

import numpy as np
from numpy.typing import NDArray

from corpora import GOLD
from nlp import interpret, measure_participation, read_document, read_transcript
from nlp.documents.types import Roster, Unit
from nlp.embedding.calibration.calibrate import calibrated
from nlp.embedding.evaluate import Figure, cross_language_nearest_neighbour, evaluate_embedder
from nlp.embedding.rarity import encode_by_rarity
from nlp.embedding.remembered import remember
from nlp.embedding.types import Embedder
from nlp.errors import MissingColumn
from nlp.messages import Message
from nlp.participation.types import Participation
from nlp.readings.clustering.partition import ALONE, apart
from nlp.readings.clustering.stability import subsample_agreement
from nlp.readings.groups.language_confound import v_measure
from nlp.readings.types import ElementReadings
from nlp.statistics.verdicts import Trust
from service.analyses.sorting_figures import SortingFigures, mean_sorting, measure_sorting

KINDS = ("notes", "statements", "programme")


@dataclass(frozen=True, slots=True)
class GoldSet:
    """Notes on one element with the reading that a person gave each; "" for those that fit no reading."""

    name: str
    units: tuple[Unit, ...]
    readings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ReadingFigures:
    """How well the readings of one set were found, or the means over several sets.

    Attributes:
        name: of the set.
        notes, readings: how many there are, as given.
        found, alone: readings that were found, and notes that stand alone.
        v_measure, adjusted_rand: agreement with the readings given, at most 1.
        grouped: share of the notes that are in a reading, 0 to 1.
        purity: share of these that say what most notes of their reading say, 0 to 1.
        sure, sure_right: share of the notes of which the machine is sure, and of these that say what most notes of
            their reading say; NaN where it is sure of none.
        heaped, heap_purity: the same of the notes in heaps, `nlp.sorting.heaps`.
        trust: the grade of the element; of means the number of elements in the lowest, middle and highest.
        language_v_measure: V-measure of the readings found against the language of the notes, 0 to 1.
        stability: agreement of readings found in subsamples, 0 to 1.
        cross_language_nn: share of notes whose nearest note in another language has the same reading, 0 to 1.
    """

    name: str
    notes: int
    readings: int
    found: int
    alone: int
    v_measure: float
    adjusted_rand: float
    grouped: float
    purity: float
    sure: float
    sure_right: float
    heaped: float
    heap_purity: float
    trust: str
    language_v_measure: float
    stability: float
    cross_language_nn: float


@dataclass(frozen=True, slots=True)
class ShareFigures:
    """How well the speaking shares of one transcript were measured.

    Attributes:
        name: of the transcript.
        speakers, silent: how many were found.
        silent_right: whether the silent are those that a person counted.
        largest_share_error: against the shares that a person counted, 0 to 1.
    """

    name: str
    speakers: int
    silent: int
    silent_right: bool
    largest_share_error: float


@dataclass(frozen=True, slots=True)
class Evaluation:
    """What `manyvoices evaluate` found; `notes` are the user's own, `development` is of the model; () if not asked for.

    `gold` ends with the means of each kind of set. `sorting` is of the user's own notes and the gold sets; it ends with
    the means of each kind of gold set, names of readings as given and hidden.
    """

    model: str
    notes: tuple[ReadingFigures, ...]
    gold: tuple[ReadingFigures, ...]
    sorting: tuple[SortingFigures, ...]
    participation: tuple[ShareFigures, ...]
    development: tuple[Figure, ...]


def evaluate(
    embedder: Embedder, folder: Path = GOLD, dev: Path | None = None, notes: Sequence[Unit] = ()
) -> Evaluation:
    """Measure readings and speaking shares on the gold sets, and on what else is given.

    Args:
        embedder: the model to measure.
        folder: gold sets as CSV, and `transcripts/` with `*.expected.json` counted by hand.
        dev: development sets, in the folders that `nlp.embedding.evaluate.evaluate_embedder` reads.
        notes: the user's own, each with the attribute `reading`; measured like the gold sets, element by element.

    Raises:
        MissingColumn: there are notes, and none has a reading.
    """
    raw = remember(embedder)
    embedder, own = calibrated(raw), own_sets(notes) if notes else []
    sets = [load_gold(path) for path in gold_files(folder)]
    gold = [measure_readings(one, embedder) for one in sets]
    transcripts = sorted((folder / "transcripts").glob("*.expected.json"))
    return Evaluation(
        model=embedder.name,
        notes=tuple(measure_readings(notes_of_one, embedder) for notes_of_one in own),
        gold=(*gold, *(_mean(kind, gold) for kind in KINDS)),
        sorting=_sorting(own, sets, embedder),
        participation=tuple(measure_shares(path) for path in transcripts),
        development=() if dev is None else tuple(evaluate_embedder(raw, dev)),
    )


def _sorting(own: Sequence[GoldSet], gold: Sequence[GoldSet], embedder: Embedder) -> tuple[SortingFigures, ...]:
    """Return how well the sets are sorted from a few notes; of the gold sets without names only the means."""
    named = [measure_sorting(one.name, one.units, one.readings, embedder) for one in gold]
    hidden = [measure_sorting(one.name, one.units, one.readings, embedder, named=False) for one in gold]
    means = [
        mean_sorting(f"mean of {kind}", [row for row in rows if row.name.startswith(kind)])
        for kind in KINDS
        for rows in (named, hidden)
    ]
    return (*(measure_sorting(one.name, one.units, one.readings, embedder) for one in own), *named, *means)


def own_sets(notes: Sequence[Unit]) -> list[GoldSet]:
    """Return the user's notes by element, with the readings in their column `reading`.

    Raises:
        MissingColumn: no note has a reading.
    """
    if not any(unit.attributes.get("reading") for unit in notes):
        raise MissingColumn(
            notes[0].source, Message("no note has a reading"), Message("Add a column reading, filled in by hand")
        )
    elements = dict.fromkeys(unit.element or "" for unit in notes)
    sets = []
    for element in elements:
        units = tuple(unit for unit in notes if (unit.element or "") == element)
        sets.append(GoldSet(element, units, tuple(unit.attributes.get("reading", "") for unit in units)))
    return sets


def gold_files(folder: Path = GOLD) -> list[Path]:
    """Return the CSV files that hold notes with their readings."""
    return sorted(path for path in folder.glob("*.csv") if path.name != "readings.csv")


def load_gold(path: Path) -> GoldSet:
    """Return the notes of one gold file (columns id, text, element, language, reading, team, participant)."""
    with path.open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    return GoldSet(
        name=path.stem,
        units=tuple(_unit(path.name, line, row) for line, row in enumerate(rows, 2)),
        readings=tuple(row["reading"] for row in rows),
    )


def _unit(source: str, line: int, row: dict[str, str]) -> Unit:
    attributes = {name: row[name] for name in ("team", "participant", "date")}
    return Unit(row["id"], row["text"], row["language"], source, line, 0, len(row["text"]), row["element"], attributes)


def measure_readings(gold: GoldSet, embedder: Embedder) -> ReadingFigures:
    """Return the agreement of the readings found with those given; one without a reading counts as its own."""
    from sklearn.metrics import adjusted_rand_score, v_measure_score

    (element,) = interpret(gold.units, embedder, by=("team", "language")).elements
    found = found_labels(element, gold.units)
    languages = [unit.language.partition("-")[0] for unit in gold.units]
    given = [reading or f"none {unit.id}" for reading, unit in zip(gold.readings, gold.units, strict=True)]
    read = [row for row, reading in enumerate(gold.readings) if reading]
    texts = [unit.text for unit in gold.units]
    vectors, weighed = np.asarray(embedder.encode(texts)), encode_by_rarity(embedder, texts)
    return ReadingFigures(
        name=gold.name,
        notes=len(gold.units),
        readings=len(set(gold.readings) - {""}),
        found=len(element.readings),
        alone=len(element.alone),
        v_measure=float(v_measure_score(given, found)),
        adjusted_rand=float(adjusted_rand_score(given, found)),
        **_pure(element, dict(zip((unit.id for unit in gold.units), given, strict=True))),
        trust=element.trust or "",
        language_v_measure=v_measure(languages, found),
        stability=subsample_agreement(weighed[np.argsort(texts)]),
        cross_language_nn=cross_language_nearest_neighbour(
            vectors[read], [languages[row] for row in read], [gold.readings[row] for row in read]
        ),
    )


def _pure(element: ElementReadings, given: Mapping[str, str]) -> dict[str, float]:
    """Return how many notes are in readings, surely in them, and in heaps, and how many of those are where they belong.

    A note is where it belongs if its reading as given is the commonest there; of equals the first counts.
    """
    right: set[str] = set()
    for reading in element.readings:
        right.update(_commonest(reading.unit_ids, given))
    placed = {unit.id for reading in element.readings for unit in reading.units}
    sure = {unit.id for reading in element.readings for unit in reading.units if unit.sure}
    heaped = [note for heap in element.heaps for note in heap]
    pure = sum(len(_commonest(heap, given)) for heap in element.heaps)
    return {
        "grouped": len(placed) / element.notes,
        "purity": _part(len(right), len(placed)),
        "sure": len(sure) / element.notes,
        "sure_right": _part(len(sure & right), len(sure)),
        "heaped": len(heaped) / element.notes,
        "heap_purity": _part(pure, len(heaped)),
    }


def _commonest(notes: Sequence[str], given: Mapping[str, str]) -> list[str]:
    """Return those of some notes that were given the reading which most of them were given."""
    (most, _), *_rest = Counter(given[note] for note in notes).most_common(1)
    return [note for note in notes if given[note] == most]


def _part(some: int, of: int) -> float:
    return some / of if of else float("nan")


def found_labels(element: ElementReadings, units: Sequence[Unit]) -> NDArray[np.int64]:
    """Return (n,) the number of the reading of each unit; notes that stand alone get numbers of their own."""
    number = {unit_id: index for index, reading in enumerate(element.readings) for unit_id in reading.unit_ids}
    return apart(np.array([number.get(unit.id, ALONE) for unit in units], dtype=np.int64))


def _mean(kind: str, gold: Sequence[ReadingFigures]) -> ReadingFigures:
    """Return the row of means over one kind of set; anecdotes and statements are never averaged together."""
    rows = [row for row in gold if row.name.startswith(kind)]
    return ReadingFigures(
        name=f"mean of {kind}",
        notes=sum(row.notes for row in rows),
        readings=sum(row.readings for row in rows),
        found=sum(row.found for row in rows),
        alone=sum(row.alone for row in rows),
        v_measure=fmean(row.v_measure for row in rows),
        adjusted_rand=fmean(row.adjusted_rand for row in rows),
        grouped=fmean(row.grouped for row in rows),
        purity=fmean(row.purity for row in rows),
        sure=fmean(row.sure for row in rows),
        sure_right=_weighted(rows, "sure_right", "sure"),
        heaped=fmean(row.heaped for row in rows),
        heap_purity=_weighted(rows, "heap_purity", "heaped"),
        trust=" ".join(str(sum(row.trust == grade for row in rows)) for grade in Trust),
        language_v_measure=fmean(row.language_v_measure for row in rows),
        stability=fmean(row.stability for row in rows),
        cross_language_nn=fmean(row.cross_language_nn for row in rows),
    )


def _weighted(rows: Sequence[ReadingFigures], part: str, of: str) -> float:
    """Return the mean of a part over the notes that it is a part of; NaN where there are none."""
    notes = [(getattr(row, part), getattr(row, of) * row.notes) for row in rows if getattr(row, of)]
    return sum(value * count for value, count in notes) / sum(count for _, count in notes) if notes else float("nan")


def measure_shares(expected_file: Path) -> ShareFigures:
    """Return the largest error of the speaking shares of one transcript against those counted by hand."""
    expected = json.loads(expected_file.read_text(encoding="utf-8"))
    stem = expected_file.name.removesuffix(".expected.json")
    source = expected_file.parent / expected["file"]
    roster = read_document(f"{stem}.roster.csv", (expected_file.parent / f"{stem}.roster.csv").read_bytes())
    people = roster.people if isinstance(roster, Roster) else ()
    measured = measure_participation(read_transcript(source.name, source.read_bytes()), people)
    return ShareFigures(
        name=stem,
        speakers=len(measured.speakers),
        silent=len(measured.silent),
        silent_right=sorted(measured.silent) == sorted(expected["silent"]),
        largest_share_error=_largest_error(measured, expected["speakers"]),
    )


def _largest_error(measured: Participation, expected: Sequence[dict[str, Any]]) -> float:
    found = {speaker.name: speaker for speaker in measured.speakers}
    if set(found) != {row["name"] for row in expected}:
        return 1.0
    kinds = ("share", "text_share") if measured.timed else ("text_share",)
    return max(float(abs(getattr(found[row["name"]], kind) - row[kind])) for row in expected for kind in kinds)
