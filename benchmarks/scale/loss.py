"""What is lost where centres are learnt from a sample of the notes, against learning them from all."""

from time import perf_counter

import numpy as np

from benchmarks.texts import made_notes
from nlp import load_embedder
from nlp.readings.clustering import micro_clusters
from nlp.readings.clustering import partition as partitions
from service.analyses.evaluation import gold_files, load_gold

LEARNT = (1_000, 3_000, 10_000)
SEEDS = 5


def loss(notes: int) -> None:
    """Print means over `SEEDS` sets of made notes: centres of some of them, of all, and of all in another order.

    The last one says how much the draw alone changes, which no sample can be better than.
    """
    from sklearn.metrics import adjusted_rand_score, v_measure_score

    rows: dict[str, list[tuple[float, float, float]]] = {}
    for seed in range(SEEDS):
        units, truth = made_notes(notes, seed)
        vectors = load_embedder().encode_by_rarity([unit.text for unit in units])
        order = np.random.default_rng(seed).permutation(notes)
        whole, seconds = _laid_out(vectors, notes)
        shuffled, again = _laid_out(vectors[order], notes)
        back = np.empty_like(shuffled)
        back[order] = shuffled
        found = {f"{some:,}": _laid_out(vectors, some) for some in LEARNT if some < notes}
        found |= {"all": (whole, seconds), "all in another order": (back, again)}
        for name, (labels, taken) in found.items():
            scores = taken, v_measure_score(truth, labels), adjusted_rand_score(whole, labels)
            rows.setdefault(name, []).append(scores)
    for name, each in rows.items():
        taken, v_measure, alike = np.mean(each, axis=0)
        print(
            f"scale         {SEEDS} times {notes:,} made notes, centres of {name}: {taken:.1f} s, "
            f"V-measure with the truth {v_measure:.3f}, ARI with all {alike:.3f}"
        )
    _loss_on_gold()


def _laid_out(vectors: np.ndarray, learnt: int) -> tuple[np.ndarray, float]:
    """Return the reading of each note, those alone each for itself, and seconds."""
    usual, began = micro_clusters.LEARNT_FROM, perf_counter()
    micro_clusters.LEARNT_FROM = learnt
    try:
        labels = partitions.partition(vectors).labels
    finally:
        micro_clusters.LEARNT_FROM = usual
    return np.where(labels == partitions.ALONE, len(labels) + np.arange(len(labels)), labels), perf_counter() - began


def _loss_on_gold() -> None:
    """Print the same of the gold notes, laid out by their micro-clusters as many notes are, and one by one."""
    from sklearn.metrics import adjusted_rand_score, v_measure_score

    scores = []
    for gold in map(load_gold, gold_files()):
        vectors = load_embedder().encode_by_rarity([unit.text for unit in gold.units])
        one_by_one, _ = _laid_out(vectors, 10_000)
        usual, partitions.COMPRESS_ABOVE = partitions.COMPRESS_ABOVE, 0
        try:
            compressed, _ = _laid_out(vectors, 10_000)
        finally:
            partitions.COMPRESS_ABOVE = usual
        truth = list(gold.readings)
        both = [v_measure_score(truth, each) for each in (one_by_one, compressed)]
        scores.append((*both, adjusted_rand_score(one_by_one, compressed)))
    first, second, alike = np.mean(scores, axis=0)
    print(
        f"scale         {len(scores)} gold sets: V-measure {first:.3f} one by one, {second:.3f} by micro-clusters, "
        f"ARI of the two {alike:.3f}"
    )
