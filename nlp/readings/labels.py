"""Labels in the words of the notes: phrases for people, and words that distinguish."""

import re
from collections import Counter
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from nlp.documents.types import Unit
from nlp.embedding.types import Embedder
from nlp.readings.types import Word
from nlp.text.words import TOKEN_PATTERN, stop_words, words

LONGEST_PHRASE = 4
WORDS = 5
_JOINED = re.compile(r"[\s\-‐’'/&]+")
_TOKEN = re.compile(TOKEN_PATTERN)

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
    return Counter(
        (word, unit.language)
        for unit in units
        for word in (token.casefold() for token in words(unit.text))
        if word not in stop_words(unit.language) and len(word) > 1 and not word.isdigit()
    )


def phrases(unit: Unit) -> list[str]:
    """Return the runs of two to four words of a note that could stand as a label, as they are written there.

    A run has no punctuation inside and no stop word at its ends; a note of a single word gives that word.
    """
    tokens = list(_TOKEN.finditer(unit.text))
    stops = stop_words(unit.language)
    found = []
    for first in range(len(tokens)):
        for last in range(first, min(first + LONGEST_PHRASE, len(tokens))):
            if last > first and not _JOINED.fullmatch(unit.text, tokens[last - 1].end(), tokens[last].start()):
                break
            ends = {tokens[first].group().casefold(), tokens[last].group().casefold()}
            if (last > first or len(tokens) == 1) and not ends & stops:
                found.append(unit.text[tokens[first].start() : tokens[last].end()])
    return found


def label_in(language: str, units: Sequence[Unit], direction: Floats, embedder: Embedder) -> str:
    """Return the phrase of the units in that language that lies closest to a direction, "" if there is none.

    Args:
        language: of the units to take it from.
        units: of one reading.
        direction: (d,) what the reading says that the others do not.
        embedder: of the model that made the direction.
    """
    candidates = sorted({phrase for unit in units if unit.language == language for phrase in phrases(unit)})
    if not candidates:
        return ""
    closeness = np.nan_to_num(embedder.encode(candidates)) @ direction
    best = int(np.argmax(closeness))
    return candidates[best]
