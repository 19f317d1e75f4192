"""Words that explain a vector: the nearest frequent words of any language, for labels across languages."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

import numpy as np

from nlp import errors
from nlp.embedding.load import load_embedder
from nlp.embedding.static import COPY_AGAIN
from nlp.embedding.types import Embedder
from nlp.messages import Message

WORDS_FILE = "words.tsv"


@dataclass(frozen=True, slots=True)
class NearWord:
    """A word near a vector, with its cosine."""

    word: str
    language: str
    similarity: float


class Vocabulary:
    """Frequent whole words by language, with their vectors by one embedder; made when they are first asked for."""

    def __init__(self, embedder: Embedder, words: Mapping[str, Sequence[str]]) -> None:
        """Takes the words of each language, most frequent first."""
        self.embedder = embedder
        self.words = {language: tuple(entries) for language, entries in words.items()}
        self._vectors: dict[str, np.ndarray] = {}

    @classmethod
    def load(cls, embedder: Embedder, folder: Path | None = None) -> "Vocabulary":
        """The word lists of a model folder (the bundled one by default), with vectors by any embedder."""
        if folder is None:
            from models import bundled_model

            folder = bundled_model()
        return cls(embedder, read_words(folder / WORDS_FILE))

    @cached_property
    def languages(self) -> tuple[str, ...]:
        """The languages with a list."""
        return tuple(sorted(self.words))

    def nearest_words(self, vector: np.ndarray, language: str | None = None, k: int = 5) -> list[NearWord]:
        """The `k` words nearest to a vector (d,), nearest first; of one language, or of all together.

        A language without a list gives an empty answer: there is nothing to choose from.
        """
        length = float(np.linalg.norm(vector))
        if vector.shape != (self.embedder.dimension,) or not length:
            raise ValueError(f"a vector of {self.embedder.dimension} numbers that are not all zero, not {vector.shape}")
        direction = vector / length
        near = [
            NearWord(self.words[name][row], name, float(similarity))
            for name in (self.languages if language is None else (language,))
            if name in self.words
            for row, similarity in self._nearest(name, direction, k)
        ]
        return sorted(near, key=lambda word: (-word.similarity, word.language, word.word))[:k]

    def _nearest(self, language: str, direction: np.ndarray, k: int) -> list[tuple[int, float]]:
        if language not in self._vectors:
            self._vectors[language] = self.embedder.encode(self.words[language])
        similarities = self._vectors[language] @ direction
        rows = np.argsort(-similarities, kind="stable")[:k]
        return [(int(row), float(similarities[row])) for row in rows]


@cache
def bundled_vocabulary() -> Vocabulary:
    """The bundled word lists with the bundled model's vectors, made once, whatever model reads the notes.

    For this model it is known how near a translation is; a transformer would take minutes for the lists, and a server
    would be sent them.
    """
    return Vocabulary.load(load_embedder())


def read_words(path: Path) -> dict[str, list[str]]:
    """The word lists of a model: a language code and a word on each line, tab-separated, most frequent first."""
    if not path.is_file():
        raise errors.EmbeddingError(str(path), Message("the word list is missing"), COPY_AGAIN)
    words: dict[str, list[str]] = {}
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        language, tab, word = line.partition("\t")
        if not (language and tab and word):
            problem = Message("not a language and a word")
            raise errors.EmbeddingError(str(path), problem, COPY_AGAIN, errors.at_line(number))
        words.setdefault(language, []).append(word)
    return words
