"""What the model is shown: batches of token bags, each with the teacher's vector that it should have."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Protocol

import numpy as np
from scipy import sparse
from tokenizers import Tokenizer

from ..vocabulary.lexicon import Lexicon


@dataclass(frozen=True, slots=True)
class Batch:
    """Texts to learn from.

    Attributes:
        sides: one bag matrix (n, tokens), or two where every row is a translation of the other's.
        targets: float32 (n, d), the teacher's vectors of unit length.
    """

    sides: tuple[sparse.csr_matrix, ...]
    targets: np.ndarray


class Lesson(Protocol):
    """Something that batches can be drawn from."""

    def draw(self, size: int, generator: np.random.Generator) -> Batch:
        """At most `size` texts."""


def bag(tokenizer: Tokenizer, texts: Sequence[str]) -> sparse.csr_matrix:
    """The token counts (n, tokens) of some texts, float32; a token that occurs twice may be stored twice."""
    token_ids = [encoding.ids for encoding in tokenizer.encode_batch_fast(list(texts), add_special_tokens=False)]
    return bag_of_ids(token_ids, tokenizer.get_vocab_size())


def bag_of_ids(token_ids: Sequence[Sequence[int]], columns: int) -> sparse.csr_matrix:
    """The same from numbers."""
    starts = np.cumsum([0, *(len(ids) for ids in token_ids)])
    flat = np.fromiter(chain.from_iterable(token_ids), dtype=np.int32, count=int(starts[-1]))
    return sparse.csr_matrix((np.ones(len(flat), dtype=np.float32), flat, starts), shape=(len(token_ids), columns))


@dataclass(frozen=True, slots=True)
class Reading:
    """Texts with the teacher's vectors, alone or with their English side.

    Attributes:
        sides: one or two bag matrices (n, tokens).
        table: (t, d), the teacher's vectors.
        rows: int (n,), the row of `table` that belongs to each text.
    """

    sides: tuple[sparse.csr_matrix, ...]
    table: np.ndarray
    rows: np.ndarray

    def draw(self, size: int, generator: np.random.Generator) -> Batch:
        """Texts chosen evenly."""
        chosen = generator.integers(len(self.rows), size=min(size, len(self.rows)))
        return Batch(tuple(side[chosen] for side in self.sides), self.table[self.rows[chosen]].astype(np.float32))


@dataclass(frozen=True, slots=True)
class Glossary:
    """A lexicon in numbers, ready for drawing.

    Attributes:
        counts: int (English words,), how many translations each English word has.
        cumulative: float64 (candidates,), the number of the English word plus the running sum of its translations'
            probabilities.
        candidates: (candidates, tokens), the tokens of each translation.
    """

    counts: np.ndarray
    cumulative: np.ndarray
    candidates: sparse.csr_matrix

    def translate(self, texts: sparse.csr_matrix, generator: np.random.Generator) -> sparse.csr_matrix:
        """Bags (n, tokens) of texts (n, English words): each word by one of its translations, or dropped."""
        known = self.counts[texts.indices] > 0
        owner = np.repeat(np.arange(texts.shape[0]), np.diff(texts.indptr))[known]
        words = texts.indices[known]
        picked = np.searchsorted(self.cumulative, words + generator.random(len(words)), side="right")
        picked = np.minimum(picked, len(self.cumulative) - 1)
        ones = np.ones(len(picked), dtype=np.float32)
        picks = sparse.csr_matrix((ones, (owner, picked)), shape=(texts.shape[0], len(self.cumulative)))
        return sparse.csr_matrix(picks @ self.candidates)


def glossary(tokenizer: Tokenizer, lexicon: Lexicon, numbers: Mapping[str, int]) -> Glossary:
    """The glossary of one language; `numbers` gives the column of each English word."""
    order = sorted((numbers[word], index) for index, word in enumerate(lexicon.english) if word in numbers)
    counts = np.zeros(len(numbers), dtype=np.int64)
    cumulative: list[np.ndarray] = [np.zeros(0)]
    candidates: list[str] = []
    for number, index in order:
        start, end = lexicon.starts[index], lexicon.starts[index + 1]
        counts[number] = end - start
        cumulative.append(number + np.cumsum(lexicon.probabilities[start:end], dtype=np.float64))
        cumulative[-1][-1] = number + 1
        candidates.extend(lexicon.words[start:end])
    return Glossary(counts, np.concatenate(cumulative), bag(tokenizer, candidates))


@dataclass(frozen=True, slots=True)
class Glossing:
    """English texts turned into another language word by word, with another choice of translations at every draw.

    Attributes:
        glossary: English to that language.
        texts: (n, English words), the words of each text.
        table: (t, d), the teacher's vectors.
        rows: int (n,), the row of `table` that belongs to each text.
        pool: int, the texts to draw from, evenly; some stand in it more than once.
    """

    glossary: Glossary
    texts: sparse.csr_matrix
    table: np.ndarray
    rows: np.ndarray
    pool: np.ndarray

    def draw(self, size: int, generator: np.random.Generator) -> Batch:
        """Texts chosen evenly, translated; those with less than two translated words are left out."""
        chosen = generator.choice(self.pool, size=size)
        bags = self.glossary.translate(self.texts[chosen], generator)
        enough = np.flatnonzero(np.diff(bags.indptr) >= 2)
        return Batch((bags[enough],), self.table[self.rows[chosen[enough]]].astype(np.float32))
