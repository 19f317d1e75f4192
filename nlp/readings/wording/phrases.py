"""Labels in the words of the notes: phrases for people, and words that distinguish."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice

import numpy as np
from numpy.typing import NDArray

from nlp.documents.types import Unit
from nlp.embedding.types import Embedder
from nlp.readings.types import Word
from nlp.text.words import TOKEN_PATTERN, content_words, stop_words

LONGEST_PHRASE = 4
LONGEST_CLAUSE = 7
WHOLE_END = 0.05
WORDS = 5
NAMED_FROM = 40
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


def phrases(unit: Unit) -> Iterator[tuple[str, int]]:
    """Yield the runs of two to four words of a note that could stand as a label, as they are written there.

    A run has no punctuation inside and no stop word at its ends; a note of a single word gives that word. With each
    goes how many of its two ends are ends of a clause.
    """
    stops = stop_words(unit.language)
    parts = _clauses(unit)
    single = sum(map(len, parts)) == 1
    for part in parts:
        for first in range(len(part)):
            for last in range(first if single else first + 1, min(first + LONGEST_PHRASE, len(part))):
                if not {part[first].group().casefold(), part[last].group().casefold()} & stops:
                    ends = (first == 0) + (last == len(part) - 1)
                    yield unit.text[part[first].start() : part[last].end()], ends


def clauses(unit: Unit) -> list[str]:
    """Return the stretches between punctuation of two to seven words, whole: in Bangla and Nepali "not" stands last."""
    found = [clause for clause in _clauses(unit) if 2 <= len(clause) <= LONGEST_CLAUSE]
    return [unit.text[clause[0].start() : clause[-1].end()] for clause in found]


def _clauses(unit: Unit) -> list[list[re.Match[str]]]:
    """Return the words of a note, a list for every stretch without punctuation inside."""
    found: list[list[re.Match[str]]] = []
    for token in _TOKEN.finditer(unit.text):
        if found and _JOINED.fullmatch(unit.text, found[-1][-1].end(), token.start()):
            found[-1].append(token)
        else:
            found.append([token])
    return found


def label_in(
    language: str, units: Sequence[Unit], direction: Floats, embedder: Embedder, at_least: float = -1.0
) -> str:
    """Return the phrase or clause of the units in that language that lies closest to a direction, "" if there is none.

    Every end that is the end of a clause counts `WHOLE_END` of cosine: what is cut out of a clause reads badly and can
    lose its negation.

    Args:
        language: of the units to take it from.
        units: of one reading, most typical first; `NAMED_FROM` of them are looked at, which costs enough.
        direction: (d,) what the reading says that the others do not.
        embedder: of the model that made the direction.
        at_least: cosine below which a phrase says something else.
    """
    ends: dict[str, int] = {}
    for unit in islice((unit for unit in units if unit.language == language), NAMED_FROM):
        for phrase, whole in (*phrases(unit), *((clause, 2) for clause in clauses(unit))):
            ends[phrase] = max(whole, ends.get(phrase, 0))
    candidates = sorted(ends)
    if not candidates:
        return ""
    length = max(float(np.linalg.norm(direction)), 1e-9)
    closeness = np.nan_to_num(embedder.encode(candidates)) @ direction / length
    best = int(np.argmax(closeness + WHOLE_END * np.array([ends[phrase] for phrase in candidates])))
    return candidates[best] if closeness[best] >= at_least else ""
