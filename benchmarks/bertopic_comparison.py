"""The readings of `interpret` against BERTopic: the same notes, the same vectors, one run.

BERTopic brings UMAP, HDBSCAN and numba, which nothing else here needs; install it in an environment of its own:

    python -m venv .venv-bertopic
    .venv-bertopic/bin/pip install -e '.[transformers]' bertopic
    .venv-bertopic/bin/python -m benchmarks.bertopic_comparison
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from importlib import import_module
from time import perf_counter, process_time
from typing import Any

from benchmarks.texts import made_notes
from nlp import interpret, load_embedder
from nlp.documents.types import Unit
from nlp.embedding.types import Embedder
from service.analyses.evaluation import gold_files, load_gold
from service.analyses.vector_cache import KnownVectors

MADE = (1_000, 10_000)
SEEDS = (0, 1, 2)
WARM = 500
LONE = "lone"

Model = Callable[..., Any]


@dataclass(frozen=True, slots=True)
class Outcome:
    """Seconds, and a label for each note; lone notes have labels of their own."""

    wall: float
    cpu: float
    labels: list[str]


def main() -> None:
    """Print time and V-measure of both on made notes and on the gold sets."""
    model: Model = import_module("bertopic").BERTopic
    embedder = load_embedder()
    _topics(made_notes(WARM)[0], embedder, model)  # numba compiles at its first use; that is not counted
    _readings(made_notes(WARM)[0], embedder)
    for size in MADE:
        for seed in SEEDS if size <= 1_000 else SEEDS[:1]:
            units, truth = made_notes(size, seed)
            _compare(f"made, seed {seed}", units, truth, embedder, model)
    sets = [load_gold(path) for path in gold_files() if not path.name.startswith("programme")]
    for gold in sets:
        _compare(gold.name, gold.units, gold.readings, embedder, model)
    pooled = [unit for gold in sets for unit in gold.units]
    _compare("gold, pooled", _as_one(pooled), [each for gold in sets for each in gold.readings], embedder, model)


def _compare(name: str, units: Sequence[Unit], truth: Sequence[str], embedder: Embedder, model: Model) -> None:
    """Print both: V-measure with all lone notes as one class, then with each as its own, as `evaluate` has it."""
    from sklearn.metrics import adjusted_rand_score, v_measure_score

    given = [reading or f"none {unit.id}" for reading, unit in zip(truth, units, strict=True)]
    ours, theirs = _readings(units, embedder), _topics(units, embedder, model)
    parts = []
    for title, each in (("manyvoices", ours), ("BERTopic", theirs)):
        together = [LONE if label.startswith(LONE) else label for label in each.labels]
        lone = together.count(LONE) / len(units)
        figures = (v_measure_score(given, together), v_measure_score(given, each.labels))
        agreement = f"V {figures[0]:.3f}, lone notes apart {figures[1]:.3f}"
        rand = f"ARI {adjusted_rand_score(given, each.labels):.3f}, lone {lone:.0%}"
        parts.append(f"{title} {each.wall:7.2f} s (CPU {each.cpu:6.2f}) {agreement}, {rand}")
    print(f"{name:40} {len(units):>6,} notes  {'; '.join(parts)}; ratio {theirs.wall / ours.wall:5.1f}", flush=True)


def _readings(units: Sequence[Unit], embedder: Embedder) -> Outcome:
    texts = [unit.text for unit in units]
    ready = KnownVectors(embedder, dict(zip(texts, embedder.encode(texts), strict=True)))
    wall, cpu = perf_counter(), process_time()
    found = interpret(units, ready)
    taken = perf_counter() - wall, process_time() - cpu
    number = {unit_id: reading.id for reading in found.readings for unit_id in reading.unit_ids}
    return Outcome(*taken, [number.get(unit.id, f"{LONE} {unit.id}") for unit in units])


def _topics(units: Sequence[Unit], embedder: Embedder, model: Model) -> Outcome:
    """Run BERTopic as it comes; its topic -1 holds the notes that it gives no topic."""
    texts = [unit.text for unit in units]
    vectors = embedder.encode(texts)
    wall, cpu = perf_counter(), process_time()
    topics, _ = model(language="multilingual").fit_transform(texts, embeddings=vectors)
    taken = perf_counter() - wall, process_time() - cpu
    labels = [f"{topic}" if topic >= 0 else f"{LONE} {unit.id}" for topic, unit in zip(topics, units, strict=True)]
    return Outcome(*taken, labels)


def _as_one(units: Sequence[Unit]) -> list[Unit]:
    return [replace(unit, element="Everything") for unit in units]


if __name__ == "__main__":
    main()
