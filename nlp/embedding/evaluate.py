"""How good a model is for multilingual notes: figures from vectors and labels, and all development sets together."""

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from nlp.embedding.types import Embedder

DRAWS = 10
DRAW_SIZE = 16_384
SEED = 42


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured figure.

    Attributes:
        task: retrieval, similarity or topics.
        dataset: the development set.
        language: its language code.
        value: 0 to 1 (-1 to 1 for a rank correlation); higher is better.
        texts: how many texts or pairs it was measured on.
    """

    task: str
    dataset: str
    language: str
    value: float
    texts: int


def retrieval_accuracy(a: np.ndarray, b: np.ndarray) -> float:
    """The share of rows whose nearest row on the other side, by cosine, is their translation; mean of both directions.

    Args:
        a: (n, d), rows of unit length.
        b: (n, d), the translation of each row of `a`.
    """
    if a.shape != b.shape or not len(a):
        raise ValueError(f"two tables of the same shape with at least one row, not {a.shape} and {b.shape}")
    similarities = a @ b.T
    own = np.arange(len(a))
    return float(((similarities.argmax(axis=1) == own).mean() + (similarities.argmax(axis=0) == own).mean()) / 2)


def sts_spearman(a: np.ndarray, b: np.ndarray, scores: Sequence[float]) -> float:
    """Spearman's rank correlation of the cosines of the rows of `a` and `b` (n, d) with people's scores (n,)."""
    from scipy.stats import spearmanr

    return float(spearmanr(np.einsum("nd,nd->n", a, b), np.asarray(scores)).statistic)


def topic_v_measure(vectors: np.ndarray, labels: Sequence[str], draws: int = DRAWS, seed: int = SEED) -> float:
    """The mean V-measure of k-means against known topics, by the protocol of MTEB's fast clustering (SIB-200).

    Every draw takes 16,384 rows with replacement and runs MiniBatchKMeans with as many clusters as there are labels,
    batches of 512 and one k-means++ start. Differences below two points of a hundred are noise.

    Args:
        vectors: (n, d).
        labels: the topic of each row.
        draws: how many draws are averaged.
        seed: of the draws and of k-means.
    """
    from sklearn.cluster import MiniBatchKMeans
    from sklearn.metrics import v_measure_score

    names = np.asarray(labels)
    generator = random.Random(seed)
    values = []
    for draw in range(draws):
        rows = generator.choices(range(len(names)), k=DRAW_SIZE)
        kmeans = MiniBatchKMeans(len(set(labels)), batch_size=512, init="k-means++", n_init=1, random_state=seed + draw)
        values.append(v_measure_score(names[rows], kmeans.fit_predict(vectors[rows])))
    return float(np.mean(values))


def cross_language_nearest_neighbour(vectors: np.ndarray, languages: Sequence[str], readings: Sequence[str]) -> float:
    """The share of notes whose nearest neighbour among the notes in other languages has the same reading.

    Notes without a reading, and those whose reading occurs in no other language, are not counted, but they may be
    somebody's (wrong) neighbour. NaN when none is left.

    Args:
        vectors: (n, d), rows of unit length.
        languages: the language of each row.
        readings: the reading of each row, "" for none.
    """
    language, reading = np.asarray(languages), np.asarray(readings)
    elsewhere = language[:, None] != language[None, :]
    possible = (elsewhere & (reading[:, None] == reading[None, :])).any(axis=1) & (reading != "")
    if not possible.any():
        return float("nan")
    nearest = np.where(elsewhere, vectors @ vectors.T, -np.inf).argmax(axis=1)
    return float((reading[nearest] == reading)[possible].mean())


def evaluate_embedder(embedder: Embedder, dev_folder: Path | None = None) -> list[Figure]:
    """Every figure that the development sets give.

    Args:
        embedder: any model.
        dev_folder: holds `tatoeba/<language>.tsv` and `wikipedia/<language>.dev.tsv` (English, other language),
            `sts/dev/<language>.tsv` (two texts, score), `topics/<name>.tsv` (topic, text); what is missing is left out.
            None gives no figures: the sets are not part of the installation.
    """
    if dev_folder is None:
        return []
    readers: tuple[tuple[str, Callable[[Embedder, Path], Figure]], ...] = (
        ("tatoeba/*.tsv", _retrieval),
        ("wikipedia/*.tsv", _retrieval),
        ("news/*.tsv", _retrieval),
        ("sts/dev/*.tsv", _similarity),
        ("topics/*.tsv", _topics),
    )
    return [measure(embedder, path) for pattern, measure in readers for path in sorted(dev_folder.glob(pattern))]


def _rows(path: Path) -> Iterator[list[str]]:
    for line in path.read_text(encoding="utf-8").splitlines():
        yield line.split("\t")


def _retrieval(embedder: Embedder, path: Path) -> Figure:
    english, other = zip(*((row[0], row[1]) for row in _rows(path)), strict=True)
    value = retrieval_accuracy(embedder.encode(english), embedder.encode(other))
    return Figure("retrieval", path.parent.name, path.name.split(".")[0], value, len(english))


def _similarity(embedder: Embedder, path: Path) -> Figure:
    first, second, scores = zip(*((row[0], row[1], float(row[2])) for row in _rows(path)), strict=True)
    return Figure(
        "similarity",
        "sts",
        path.stem,
        sts_spearman(embedder.encode(first), embedder.encode(second), scores),
        len(first),
    )


def _topics(embedder: Embedder, path: Path) -> Figure:
    labels, texts = zip(*((row[0], row[1]) for row in _rows(path)), strict=True)
    return Figure(
        "topics", "topics", path.name.removesuffix(".tsv"), topic_v_measure(embedder.encode(texts), labels), len(texts)
    )
