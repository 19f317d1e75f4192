"""A model whose long work others do: very many texts in chunks, by an executor, kept in a folder as they come."""

from collections.abc import Callable, Collection, Iterator, Sequence
from concurrent.futures import Executor
from pathlib import Path
from typing import TypeVar

import numpy as np

from nlp.embedding.endpoint import is_endpoint
from nlp.embedding.load import load_embedder
from nlp.embedding.rarity import rarity_weights
from nlp.embedding.rows import listed
from nlp.embedding.static import BATCH, StaticEmbedder
from nlp.embedding.types import Embedder
from nlp.scale.in_order import in_order
from nlp.scale.kept import Kept, key_of
from nlp.scale.scratch import empty
from nlp.scale.work import Counted, Model, Texts, Weighed, count, encode, mark_of, weigh

CHUNK = 4 * BATCH
"""Texts of one part of the work for a model of token vectors: 8 MB of vectors, a third of a second of work."""
SLOW_CHUNK = 256
"""Texts of one part for any other model, which takes a hundred times as long."""
FORM = b"1"
"""Of what is kept: another number is another key."""

Part = TypeVar("Part")
Keyed = tuple[str, tuple[str, ...]]
"""The key of a chunk, and its texts."""


def spread_embedder(
    name_or_path: str | Path | None,
    executor: Executor | None,
    kept: Path | None,
    *,
    key: str | None = None,
    hosts: Collection[str] | None = None,
) -> Embedder:
    """Return a model as `load_embedder` does, with the long work done by an executor, and kept.

    Texts of one chunk and fewer are encoded here. Vectors are the same to the byte whoever makes them, on processors of
    one kind; those of the bundled model are also those that it makes alone.

    Args:
        name_or_path: the bundled model if None; every worker must have it under this name. A server is asked from here.
        executor: of `concurrent.futures`, or what can do the same; None works here.
        kept: folder of the vectors of each chunk; None keeps nothing. One folder serves any number of files and models.
        key: for a server, as `load_embedder` takes it.
        hosts: machines that may read notes, as `load_embedder` takes them.

    Raises:
        EmbeddingError: as `load_embedder` raises it.
        InputError: the folder cannot be written.
    """
    embedder = load_embedder(name_or_path, key=key, hosts=hosts)
    executor = None if name_or_path is not None and is_endpoint(name_or_path) else executor
    if executor is None and kept is None:
        return embedder
    model = Model(None if name_or_path is None else str(name_or_path), mark_of(embedder))
    there = None if kept is None else Kept(kept)
    if isinstance(embedder, StaticEmbedder):
        return SpreadTokens(embedder, model, executor, there)
    return SpreadEmbedder(embedder, model, executor, there)


class SpreadEmbedder:
    """Any model; `spread_embedder` makes it."""

    chunk = SLOW_CHUNK

    def __init__(self, embedder: Embedder, model: Model, executor: Executor | None, kept: Kept | None) -> None:
        self.embedder = embedder
        self._model = model
        self._executor = executor
        self._kept = kept

    @property
    def name(self) -> str:
        """Which model."""
        return self.embedder.name

    @property
    def dimension(self) -> int:
        """The length of a vector."""
        return self.embedder.dimension

    @property
    def is_anisotropic(self) -> bool:
        """What the model itself says."""
        return bool(getattr(self.embedder, "is_anisotropic", False))

    def encode(self, texts: str | Sequence[str]) -> np.ndarray:
        """Float32 (n, dimension), rows of unit length, in the order of `texts`; (dimension,) for one text."""
        if isinstance(texts, str) or len(found := listed(texts)) <= self.chunk:
            return self.embedder.encode(texts)
        return self._joined(len(found), self.encode_in_chunks(found))

    def encode_in_chunks(self, texts: Sequence[str]) -> Iterator[np.ndarray]:
        """Yield float32 (some, dimension), what `encode` gives, one chunk of the texts after the other."""
        if len(texts) <= self.chunk:
            return iter([self.embedder.encode(texts)])
        return self._made("plain", self._chunks(texts), encode, lambda own: Texts(self._model, own[1]))

    def known(self, texts: Sequence[str]) -> np.ndarray:
        """Bool (n,): whether the model knows anything in the text."""
        return self.embedder.known(texts)

    def _joined(self, count: int, chunks: Iterator[np.ndarray]) -> np.ndarray:
        vectors, done = empty((count, self.dimension), np.float32), 0
        for some in chunks:
            vectors[done : done + len(some)] = some
            done += len(some)
        return vectors

    def _chunks(self, texts: Sequence[str]) -> list[Keyed]:
        parts = (tuple(texts[at : at + self.chunk]) for at in range(0, len(texts), self.chunk))
        return [(self._key(part), part) for part in parts]

    def _key(self, texts: Sequence[str]) -> str:
        written = (text.encode("utf-8", "surrogatepass") for text in texts)
        return key_of([FORM, self._model.mark.encode(), *written])

    def _made(
        self, kind: str, chunks: Sequence[Keyed], work: Callable[[Part], np.ndarray], part: Callable[[Keyed], Part]
    ) -> Iterator[np.ndarray]:
        """Yield the array of each chunk in its turn: the one that is kept, or one that is made and kept."""
        kept = {} if self._kept is None else {own[0]: self._kept.has(f"{own[0]}-{kind}") for own in chunks}
        new = in_order(work, (part(own) for own in chunks if not kept.get(own[0])), self._executor)
        for own in chunks:
            found = self._kept.get(f"{own[0]}-{kind}") if self._kept and kept.get(own[0]) else None
            if found is None:
                found = work(part(own)) if kept.get(own[0]) else next(new)
                if self._kept:
                    self._kept.put(f"{own[0]}-{kind}", found)
            yield found


class SpreadTokens(SpreadEmbedder):
    """A model that has vectors of single tokens: each text is read once, for all that is asked of it."""

    chunk = CHUNK
    embedder: StaticEmbedder

    def __init__(self, embedder: StaticEmbedder, model: Model, executor: Executor | None, kept: Kept | None) -> None:
        super().__init__(embedder, model, executor, kept)
        self._read: dict[str, Counted] = {}

    def encode_in_chunks(self, texts: Sequence[str]) -> Iterator[np.ndarray]:
        """Yield float32 (some, dimension), what `encode` gives; what was read for `encode_by_rarity` is forgotten."""
        if len(texts) <= self.chunk:
            return iter([self.embedder.encode(texts)])
        return self._made("plain", self._chunks(texts), weigh, lambda own: self._weighed(own, None, last=True))

    def encode_by_rarity(self, texts: Sequence[str], among: Sequence[str] | None = None) -> np.ndarray:
        """Float32 (n, dimension), rows of unit length; a token weighs the less, the more of these texts it stands in.

        See `nlp.embedding.rarity.encode_by_rarity`, which takes any model.
        """
        if max(len(texts), len(among or ())) <= self.chunk:
            return self.embedder.encode_by_rarity(texts, among)
        chunks = self._chunks(texts)
        counted = chunks if among is None else self._chunks(among)
        frequencies = np.zeros(self.embedder.size, dtype=np.int64)
        self._read = {}
        for ids, in_texts in self._frequencies(counted):
            frequencies[ids] += in_texts
        weights = rarity_weights(frequencies, len(texts if among is None else among))
        kind = f"rarity-{key_of([weights.tobytes()])[:16]}"
        return self._joined(len(texts), self._made(kind, chunks, weigh, lambda own: self._weighed(own, weights)))

    def encode_both(self, texts: Sequence[str]) -> tuple[np.ndarray, np.ndarray]:
        """Return what `encode_by_rarity` and `encode` give, each text read once."""
        return self.encode_by_rarity(texts), self._joined(len(texts), self.encode_in_chunks(texts))

    def _frequencies(self, chunks: Sequence[Keyed]) -> Iterator[np.ndarray]:
        """Yield int32 (2, m) for each chunk: the tokens that occur in it, and in how many of its texts."""

        def keep(counted: Counted, key: str) -> np.ndarray:
            self._read[key] = counted
            return np.array([counted.ids, counted.texts], dtype=np.int32)

        there = {} if self._kept is None else {own[0]: self._kept.get(f"{own[0]}-count") for own in chunks}
        missing = [own for own in chunks if there.get(own[0]) is None]
        new = in_order(count, (Texts(self._model, own[1]) for own in missing), self._executor)
        for own in chunks:
            found = there.get(own[0])
            if found is None:
                found = keep(next(new), own[0])
                if self._kept:
                    self._kept.put(f"{own[0]}-count", found)
            yield found

    def _weighed(self, own: Keyed, weights: np.ndarray | None, *, last: bool = False) -> Weighed:
        key, texts = own
        read = self._read.pop(key, None) if last else self._read.get(key)
        return Weighed(self._model, () if read else texts, read.tokens if read else (), weights)
