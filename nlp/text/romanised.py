"""Bangla, Nepali and Hindi in Latin letters: a naive Bayes classifier over letter sequences.

No library knows them; py3langid takes them for Swahili. The classifier learns on first use (some 60 ms) from
`romanised.tsv`: sentences of our own in several spelling habits, against English, Spanish, French, Portuguese, Swahili,
Indonesian and Tagalog ones. Every sentence counts a letter sequence once (a multinomial model on clipped counts:
Manning, Raghavan and Schütze 2008, chapter 13), with add-0.1 smoothing and equal priors. A romanised answer must be
20 times likelier (a margin of 3 in logarithms) than any other language, and its letters plain: whoever types Bangla or
Nepali in Latin letters uses no accents.
"""

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from itertools import chain

import numpy as np
from numpy.typing import NDArray

_LONGEST = 4
_SMOOTHING = 0.1
_FEWEST_WORDS = 3
_MARGIN = 3.0
_MOST_ACCENTED = 0.05
_MOST_KEPT = 2**15
_NOT_LETTERS = re.compile(r"[^a-z]+")


@dataclass(frozen=True, slots=True)
class RomanisedClassifier:
    """Log probabilities of letter sequences.

    Attributes:
        languages: the classes; those that end in "-Latn" are the romanised ones.
        rows: letter sequence to row of `weights`.
        weights: float32 (sequences, classes), natural logarithms.
        seen: words met before, with the rows of their sequences.
    """

    languages: tuple[str, ...]
    rows: Mapping[str, int]
    weights: NDArray[np.float32]
    seen: dict[str, tuple[int, ...]] = field(default_factory=dict, repr=False, compare=False)

    def scores(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return the log likelihood of texts under every class, float32 (texts, classes), up to a constant."""
        rows = [[self._known(word) for word in set(_plain_words(text))] for text in texts]
        lengths = [sum(map(len, own)) for own in rows]
        owners = np.repeat(np.arange(len(texts), dtype=np.int32), lengths)
        known = np.fromiter(chain.from_iterable(chain.from_iterable(rows)), dtype=np.int32, count=len(owners))
        keys = owners * np.int32(len(self.weights)) + known
        keys.sort()
        owners, known = np.divmod(keys[np.flatnonzero(np.diff(keys, prepend=-1))], len(self.weights))
        scores = np.zeros((len(texts), len(self.languages)), dtype=np.float32)
        if len(owners):
            starts = np.flatnonzero(np.diff(owners, prepend=-1))
            scores[owners[starts]] = np.add.reduceat(self.weights[known], starts)
        return scores

    def _known(self, word: str) -> tuple[int, ...]:
        """Return the rows of the sequences of a word; words come again and again, so they are kept for a while."""
        if word not in self.seen:
            if len(self.seen) >= _MOST_KEPT:
                self.seen.clear()
            self.seen[word] = tuple(self.rows[each] for each in _sequences_of(word) if each in self.rows)
        return self.seen[word]


def identify_romanised(texts: Sequence[Sequence[str]], languages: Collection[str]) -> list[str | None]:
    """Return "bn-Latn", "ne-Latn" or "hi-Latn" of every text, or None for other languages and fewer than three words.

    Args:
        texts: of every text the words that are in Latin letters.
        languages: those of the programme: only their romanised forms are answers ("bn" or "bn-Latn" for "bn-Latn").
    """
    told: list[str | None] = [None] * len(texts)
    places = [at for at, words in enumerate(texts) if _may_be_romanised(words)]
    if not places:
        return told
    classifier = trained_classifier()
    answers = [each.endswith("-Latn") and _is_answer(each, languages) for each in classifier.languages]
    others = [not each.endswith("-Latn") for each in classifier.languages]
    if not any(answers):
        return told
    scores = classifier.scores([" ".join(texts[at]) for at in places])
    margins = scores[:, answers].max(axis=1) - scores[:, others].max(axis=1)
    names = [name for name, answer in zip(classifier.languages, answers, strict=True) if answer]
    best = scores[:, answers].argmax(axis=1)
    for at, name, margin in zip(places, best.tolist(), margins.tolist(), strict=True):
        told[at] = names[name] if margin > _MARGIN else None
    return told


def _may_be_romanised(words: Sequence[str]) -> bool:
    if len(words) < _FEWEST_WORDS:
        return False
    text = "".join(words)
    return text.isascii() or sum(sign > "\x7f" for sign in text) <= _MOST_ACCENTED * len(text)


def train(sentences: Sequence[tuple[str, str]]) -> RomanisedClassifier:
    """Return a classifier trained on (language, sentence) pairs."""
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for language, sentence in sentences:
        counts[language].update(_sequences(sentence))
    languages = tuple(counts)
    sequences = dict.fromkeys(sequence for seen in counts.values() for sequence in seen)
    rows = {sequence: row for row, sequence in enumerate(sequences)}
    weights = np.full((len(rows), len(languages)), _SMOOTHING, dtype=np.float64)
    for column, language in enumerate(languages):
        for sequence, count in counts[language].items():
            weights[rows[sequence], column] += count
    weights = np.log(weights / weights.sum(axis=0))
    return RomanisedClassifier(languages, rows, weights.astype(np.float32))


@cache
def trained_classifier() -> RomanisedClassifier:
    """Return the classifier trained on the sentences that come with the package."""
    return train(own_sentences())


def own_sentences() -> list[tuple[str, str]]:
    """Return the (language, sentence) pairs of `romanised.tsv`."""
    table = files(__package__).joinpath("romanised.tsv").read_text(encoding="utf-8")
    return [(language, sentence) for language, _, sentence in (line.partition("\t") for line in table.splitlines())]


def _is_answer(language: str, wanted: Collection[str]) -> bool:
    base = language.partition("-")[0]
    return base in wanted or language in wanted


def _sequences(text: str) -> set[str]:
    return set().union(*map(_sequences_of, _plain_words(text)))


def _plain_words(text: str) -> list[str]:
    """Return the words of `text` in the letters a to z, accents dropped."""
    lower = text.lower()
    if not lower.isascii():
        lower = "".join(sign for sign in unicodedata.normalize("NFD", lower) if not unicodedata.combining(sign))
    return _NOT_LETTERS.sub(" ", lower).split()


def _sequences_of(word: str) -> set[str]:
    """Return the sequences of one to four letters inside a word, its edges as spaces."""
    padded = f" {word} "
    return {
        padded[start : start + length] for length in range(1, _LONGEST + 1) for start in range(len(padded) - length + 1)
    }
