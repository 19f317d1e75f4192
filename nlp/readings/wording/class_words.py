"""Words that distinguish the notes of one reading from those of the others."""

from collections import Counter
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from nlp.documents.types import Unit
from nlp.readings.types import Word
from nlp.text.words import content_words

WORDS = 5

Floats = NDArray[np.floating]


def class_tf_idf(counts: Floats) -> NDArray[np.float64]:
    """Return (classes, words): how strongly each word stands for each class.

    W = f_xc / sum_x f_xc * ln(1 + A / f_x), with A the integer mean of words per class and f_x the total of word x over
    classes (Grootendorst 2022, arXiv:2203.05794).

    Args:
        counts: (classes, words) how often each word occurs in each class.
    """
    table = np.asarray(counts, dtype=np.float64)
    per_class = table.sum(axis=1, keepdims=True)
    mean = int(per_class.mean()) if len(table) else 0
    total = np.maximum(table.sum(axis=0, keepdims=True), 1e-12)
    return np.asarray(table / np.maximum(per_class, 1e-12) * np.log1p(mean / total))


def distinguishing_words(groups: Sequence[Sequence[Unit]], most: int = WORDS) -> list[tuple[Word, ...]]:
    """Return for each group of units its strongest words by class TF-IDF, stop words of their language left out."""
    counted = [_count(units) for units in groups]
    vocabulary = sorted({key for counts in counted for key in counts})
    if not vocabulary:
        return [() for _ in groups]
    weights = class_tf_idf(np.array([[counts[key] for key in vocabulary] for counts in counted]))
    return [
        tuple(Word(*vocabulary[column]) for column in np.argsort(-row, kind="stable")[:most] if row[column] > 0)
        for row in weights
    ]


def _count(units: Sequence[Unit]) -> Counter[tuple[str, str]]:
    return Counter((word, unit.language) for unit in units for word in content_words(unit.text, unit.language))


def different_words(words: Sequence[str], most: int) -> tuple[str, ...]:
    """Return the first words of a list that are not forms of one another ("target", "targets").

    Two words count as forms of one where they share the first two thirds of the shorter one.
    """
    chosen: list[str] = []
    for word in words:
        if len(chosen) < most and not any(_same_stem(word, other) for other in chosen):
            chosen.append(word)
    return tuple(chosen)


def _same_stem(a: str, b: str) -> bool:
    shortest = min(len(a), len(b))
    return a[: -(-2 * shortest // 3)] == b[: -(-2 * shortest // 3)]
