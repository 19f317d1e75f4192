"""Which word translates which: word alignment over sentences and dictionary entries alike (IBM Model 1)."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

import numpy as np

from ..data.sources import Pair

LONGEST = 24
ROUNDS = 5
CANDIDATES = 4
LEAST_SCORE = 0.02
PAIR_LIMIT = 90_000
LONGEST_TEXT = 160


@dataclass(frozen=True, slots=True)
class Lexicon:
    """English words with their likely translations.

    Attributes:
        english: the English words that have a translation.
        starts: int (e + 1,): the translations of word `i` are `words[starts[i]:starts[i + 1]]`, most likely first.
        words: the translations.
        probabilities: float32 like `words`; those of one English word sum to 1.
    """

    english: tuple[str, ...]
    starts: np.ndarray
    words: tuple[str, ...]
    probabilities: np.ndarray


@dataclass(frozen=True, slots=True)
class _Links:
    """Every (English word, other word) that meet in a pair, once for each pair; int64 arrays of the same length.

    `cell` numbers the distinct combinations, `target` the (pair, other word) that has to be explained.
    """

    cell: np.ndarray
    target: np.ndarray
    cell_english: np.ndarray
    cell_other: np.ndarray


def align(english: Sequence[Sequence[str]], other: Sequence[Sequence[str]]) -> Lexicon:
    """The lexicon of parallel word lists.

    IBM Model 1 (Brown et al. 1993, "The mathematics of statistical machine translation"): expected counts by EM from
    uniform probabilities. A translation is kept when p(other | english) * p(english | other) reaches `LEAST_SCORE`,
    which leaves function words without a partner.
    """
    english_words, other_words, links = _link(english, other)
    if not len(links.cell):
        return Lexicon((), np.zeros(1, dtype=np.int64), (), np.zeros(0, dtype=np.float32))
    probability = np.ones(len(links.cell_english))
    for _ in range(ROUNDS):
        share = probability[links.cell]
        share /= np.bincount(links.target, share)[links.target]
        expected = np.bincount(links.cell, share, minlength=len(probability))
        probability = expected / np.bincount(links.cell_english, expected)[links.cell_english]
    backward = expected / np.bincount(links.cell_other, expected)[links.cell_other]
    return _best(english_words, other_words, links, probability, probability * backward)


def _link(english: Sequence[Sequence[str]], other: Sequence[Sequence[str]]) -> tuple[list[str], list[str], _Links]:
    english_ids: dict[str, int] = {}
    other_ids: dict[str, int] = {}
    left: list[np.ndarray] = []
    right: list[np.ndarray] = []
    target: list[np.ndarray] = []
    targets = 0
    for source, translation in zip(english, other, strict=True):
        if not 0 < len(source) <= LONGEST or not 0 < len(translation) <= LONGEST:
            continue
        a = np.array([english_ids.setdefault(word, len(english_ids)) for word in dict.fromkeys(source)])
        b = np.array([other_ids.setdefault(word, len(other_ids)) for word in dict.fromkeys(translation)])
        left.append(np.tile(a, len(b)))
        right.append(np.repeat(b, len(a)))
        target.append(np.repeat(np.arange(len(b)) + targets, len(a)))
        targets += len(b)
    if not left:
        empty = np.zeros(0, dtype=np.int64)
        return [], [], _Links(empty, empty, empty, empty)
    key = np.concatenate(left).astype(np.int64) * len(other_ids) + np.concatenate(right)
    cells, cell = np.unique(key, return_inverse=True)
    links = _Links(cell, np.concatenate(target), cells // len(other_ids), cells % len(other_ids))
    return list(english_ids), list(other_ids), links


def _best(
    english_words: list[str], other_words: list[str], links: _Links, forward: np.ndarray, score: np.ndarray
) -> Lexicon:
    good = np.flatnonzero(score >= LEAST_SCORE)
    good = good[np.lexsort((links.cell_other[good], -score[good], links.cell_english[good]))]
    words = links.cell_english[good]
    first = np.flatnonzero(np.diff(words, prepend=-1))
    rank = np.arange(len(good)) - np.repeat(first, np.diff(first, append=len(good)))
    good = good[rank < CANDIDATES]
    words = links.cell_english[good]
    first = np.flatnonzero(np.diff(words, prepend=-1))
    total = np.add.reduceat(forward[good], first) if len(good) else np.zeros(0)
    probabilities = forward[good] / np.repeat(total, np.diff(first, append=len(good)))
    return Lexicon(
        tuple(english_words[index] for index in words[first]),
        np.append(first, len(good)),
        tuple(other_words[index] for index in links.cell_other[good]),
        probabilities.astype(np.float32),
    )


def select_pairs(pairs: Sequence[Pair], seed: int) -> list[Pair]:
    """What the alignment reads: all dictionary entries, and at most `PAIR_LIMIT` of the shorter running texts."""
    running = [pair for pair in pairs if not pair.is_entry and len(pair.english) < LONGEST_TEXT]
    Random(seed).shuffle(running)
    return [pair for pair in pairs if pair.is_entry] + running[:PAIR_LIMIT]


def save_lexicon(path: Path, lexicon: Lexicon) -> None:
    """Writes a lexicon as arrays."""
    np.savez(
        path,
        english=np.array("\n".join(lexicon.english)),
        words=np.array("\n".join(lexicon.words)),
        starts=lexicon.starts,
        probabilities=lexicon.probabilities,
    )


def load_lexicon(path: Path) -> Lexicon:
    """Reads what `save_lexicon` wrote."""
    with np.load(path) as arrays:
        english, words = (
            tuple(text.split("\n")) if (text := str(arrays[name])) else () for name in ("english", "words")
        )
        return Lexicon(english, arrays["starts"], words, arrays["probabilities"])
