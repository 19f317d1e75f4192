"""The bundled model without torch: tokenizers, safetensors and NumPy give the vectors that sentence-transformers gives.

A static embedding has one vector per token; a text is the mean of its tokens' vectors, at unit length.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from nlp import errors
from nlp.embedding.rarity import rarity_weights
from nlp.embedding.rows import listed
from nlp.messages import Message
from nlp.scale.scratch import empty

if TYPE_CHECKING:
    from tokenizers import Tokenizer

BATCH = 2048
BEGINNING = 40
UNKNOWN = "[UNK]"
COPY_AGAIN = Message("Copy the whole model folder again")


@dataclass(frozen=True, slots=True)
class TokenVectors:
    """One vector for each token, kept as small as the file keeps them.

    Attributes:
        rows: (v, d) of int8, float16 or float32.
        scales: float32 (v,): what each row is multiplied by.
    """

    rows: np.ndarray
    scales: np.ndarray

    @property
    def dimension(self) -> int:
        """The length of a vector."""
        return int(self.rows.shape[1])

    def mean(self, ids: np.ndarray, starts: np.ndarray, weights: np.ndarray | None = None) -> np.ndarray:
        """Float32 (n, d): the means of the slices of `ids` (m,) that begin at `starts` (n,), none of them empty.

        `weights` (v,) multiply the vectors of the tokens.
        """
        scales = self.scales if weights is None else self.scales * weights
        lengths = np.diff(starts, append=len(ids))
        means = np.empty((len(starts), self.dimension), dtype=np.float32)
        for length in np.unique(lengths):
            texts = np.flatnonzero(lengths == length)
            tokens = ids[starts[texts, None] + np.arange(length)]
            factors = scales[tokens] / np.float32(length)
            means[texts] = np.matmul(factors[:, None, :], self.rows[tokens].astype(np.float32))[:, 0]
        return means


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of n texts, a few bytes each.

    Attributes:
        ids: int32 (m,): those of one text after those of the other.
        lengths: int64 (n,): how many each text has.
    """

    ids: np.ndarray
    lengths: np.ndarray

    def frequencies(self, vocabulary: int) -> np.ndarray:
        """Int64 (vocabulary,): the number of texts that each token stands in."""
        pairs = np.repeat(np.arange(len(self.lengths)), self.lengths) * vocabulary + self.ids
        return np.bincount(np.unique(pairs) % vocabulary, minlength=vocabulary)

    def any_but(self, token: int | None) -> np.ndarray:
        """Bool (n,): whether a text has a token that is not this one."""
        texts = np.repeat(np.arange(len(self.lengths)), self.lengths)[self.ids != token]
        return np.bincount(texts, minlength=len(self.lengths)) > 0


class StaticEmbedder:
    """A `StaticEmbedding` folder. Texts of any length; every row has unit length.

    A text in which no token is known (empty, only punctuation, a script that the model never met) gets
    `unknown_direction`: a fixed vector whose similarity to ordinary texts is near zero. Two such texts are alike only
    in being unknown, so leave them out by `known` before comparing.
    """

    def __init__(self, name: str, folder: Path, tokenizer: "Tokenizer", vectors: TokenVectors) -> None:
        """Takes the parts; `load` reads them from a folder."""
        self.name = name
        self.folder = folder
        self._tokenizer = tokenizer
        self._vectors = vectors
        self._unknown_id = tokenizer.token_to_id(UNKNOWN)
        self.unknown_direction = _unknown_direction(vectors, self._unknown_id)

    @property
    def dimension(self) -> int:
        """The length of a vector."""
        return self._vectors.dimension

    @property
    def size(self) -> int:
        """The number of tokens that have a vector."""
        return len(self._vectors.scales)

    @property
    def unknown_id(self) -> int | None:
        """The token that stands for whatever the model does not know."""
        return self._unknown_id

    @classmethod
    def load(cls, folder: Path) -> "StaticEmbedder":
        """Reads the folder; `EmbeddingError` says which file is missing or broken."""
        from tokenizers import Tokenizer

        module = folder / static_module(folder)
        for path in (module / "tokenizer.json", module / "model.safetensors"):
            if not path.is_file():
                raise errors.EmbeddingError(str(folder), Message("{file} is missing", {"file": path.name}), COPY_AGAIN)
        try:
            tokenizer = Tokenizer.from_file(str(module / "tokenizer.json"))
        except Exception as error:  # tokenizers raises the bare class
            raise errors.EmbeddingError(str(folder), _unread("tokenizer.json", error), COPY_AGAIN) from error
        tokenizer.no_padding()
        tokenizer.no_truncation()
        vectors = _read_vectors(module / "model.safetensors")
        if len(vectors.scales) < tokenizer.get_vocab_size():
            sizes = {"tokens": tokenizer.get_vocab_size(), "vectors": len(vectors.scales)}
            raise errors.EmbeddingError(
                str(folder), Message("{tokens} tokens but {vectors} vectors", sizes), COPY_AGAIN
            )
        return cls(folder.name, folder, tokenizer, vectors)

    def encode(self, texts: str | Sequence[str]) -> np.ndarray:
        """Float32 (n, dimension), rows of unit length; (dimension,) for one text.

        Raises:
            WrongType: one of the texts is none.
        """
        if isinstance(texts, str):
            return np.asarray(self._encode([texts])[0])
        found = listed(texts)
        vectors = np.empty((len(found), self.dimension), dtype=np.float32)
        for start in range(0, len(found), BATCH):
            vectors[start : start + BATCH] = self._encode(found[start : start + BATCH])
        return vectors

    def encode_by_rarity(self, texts: Sequence[str], among: Sequence[str] | None = None) -> np.ndarray:
        """Float32 (n, dimension), rows of unit length; a token weighs the less, the more of these texts it stands in.

        See `nlp.embedding.rarity.encode_by_rarity`, which takes any model.
        """
        tokens = self._in_parts(texts)
        return self._all_means(tokens, self._rarity(tokens if among is None else self._in_parts(among)))

    def encode_both(self, texts: Sequence[str]) -> tuple[np.ndarray, np.ndarray]:
        """Return what `encode_by_rarity` and `encode` give, each text read once."""
        tokens = self._in_parts(texts)
        return self._all_means(tokens, self._rarity(tokens)), self._all_means(tokens)

    def _rarity(self, counted: Sequence[Tokens]) -> np.ndarray:
        """Float32 (vocabulary,): what each token weighs among some texts."""
        frequencies = np.zeros(self.size, dtype=np.int64)
        for part in counted:
            frequencies += part.frequencies(len(frequencies))
        return rarity_weights(frequencies, sum(len(part.lengths) for part in counted))

    def _all_means(self, tokens: Sequence[Tokens], weights: np.ndarray | None = None) -> np.ndarray:
        vectors, done = empty((sum(len(part.lengths) for part in tokens), self.dimension), np.float32), 0
        for part in tokens:
            vectors[done : done + len(part.lengths)] = self.means(part, weights)
            done += len(part.lengths)
        return vectors

    def known(self, texts: Sequence[str]) -> np.ndarray:
        """Bool (n,): whether any token of the text is known. Mostly the first words tell, and the rest is not cut."""
        known = self._any_known([text[:BEGINNING].rpartition(" ")[0] for text in texts])
        doubtful = np.flatnonzero(~known)
        known[doubtful] = self._any_known([texts[row] for row in doubtful.tolist()])
        return known

    def _any_known(self, texts: Sequence[str]) -> np.ndarray:
        known = [part.any_but(self._unknown_id) for part in self._in_parts(texts)]
        return np.concatenate([np.zeros(0, dtype=bool), *known])

    def _in_parts(self, texts: Sequence[str]) -> list[Tokens]:
        return [self.tokens(texts[start : start + BATCH]) for start in range(0, len(texts), BATCH)]

    def tokens(self, texts: Sequence[str]) -> Tokens:
        """Return the tokens of some texts, `BATCH` of them at a time where there are many."""
        found = [each.ids for each in self._tokenizer.encode_batch_fast(list(texts), add_special_tokens=False)]
        lengths = np.fromiter(map(len, found), dtype=np.int64, count=len(found))
        ids = np.fromiter(chain.from_iterable(found), dtype=np.int32, count=int(lengths.sum()))
        return Tokens(ids, lengths)

    def _encode(self, texts: Sequence[str]) -> np.ndarray:
        return self.means(self.tokens(texts))

    def means(self, tokens: Tokens, weights: np.ndarray | None = None) -> np.ndarray:
        """Float32 (n, dimension): the directions of the means of token vectors, each token weighed."""
        filled = np.flatnonzero(tokens.lengths)
        vectors = np.tile(self.unknown_direction, (len(tokens.lengths), 1))
        if len(filled):
            starts = (np.cumsum(tokens.lengths) - tokens.lengths)[filled]
            means = self._vectors.mean(tokens.ids, starts, weights)
            norms = np.linalg.norm(means, axis=1, keepdims=True)
            vectors[filled] = np.where(norms > 0, means / np.where(norms > 0, norms, 1), self.unknown_direction)
        return vectors


def static_module(folder: Path) -> str:
    """The subfolder of the StaticEmbedding ("" for the folder itself); `EmbeddingError` when it is something else."""
    modules = _read_modules(folder)
    kinds = [str(module["type"]).rsplit(".", 1)[-1] for module in modules]
    if kinds not in (["StaticEmbedding"], ["StaticEmbedding", "Normalize"]):
        problem = Message("this is not a static model but {kinds}", {"kinds": " + ".join(kinds)})
        raise errors.EmbeddingError(str(folder), problem, Message("Load it through load_embedder"))
    return str(modules[0]["path"])


def is_static(folder: Path) -> bool:
    """Whether the folder holds a static embedding and nothing else that changes its vectors."""
    try:
        static_module(folder)
    except errors.EmbeddingError:
        return False
    return True


def _read_modules(folder: Path) -> list[dict[str, object]]:
    path = folder / "modules.json"
    if not path.is_file():
        remedy = Message("Give a folder saved by sentence-transformers")
        raise errors.EmbeddingError(str(folder), Message("{file} is missing", {"file": path.name}), remedy)
    try:
        modules: list[dict[str, object]] = json.loads(path.read_text(encoding="utf-8"))
        return [{"type": module["type"], "path": module["path"]} for module in modules]
    except (ValueError, KeyError, TypeError) as error:
        raise errors.EmbeddingError(str(folder), _unread(path.name, error), COPY_AGAIN) from error


def _unread(file: str, error: Exception) -> Message:
    return Message("{file} cannot be read ({reason})", {"file": file, "reason": str(error)})


def _read_vectors(path: Path) -> TokenVectors:
    from safetensors import SafetensorError
    from safetensors.numpy import load_file

    try:
        arrays = load_file(path)
    except (SafetensorError, OSError) as error:
        problem = Message("the weights cannot be read ({reason})", {"reason": str(error)})
        raise errors.EmbeddingError(str(path), problem, COPY_AGAIN) from error
    rows = arrays.get("embedding.weight", arrays.get("embeddings"))
    if rows is None or rows.ndim != 2:
        remedy = Message("Give a folder with a StaticEmbedding")
        raise errors.EmbeddingError(str(path), Message("no table of token vectors in it"), remedy)
    if "mapping" in arrays:
        rows = rows[arrays["mapping"]]
    scales = arrays.get("weights", np.ones(len(rows), dtype=np.float32))
    return TokenVectors(rows, scales.astype(np.float32))


def _unknown_direction(vectors: TokenVectors, unknown_id: int | None) -> np.ndarray:
    """The unknown token's own direction, which the recipe puts where texts vary least; else the last axis."""
    direction = np.zeros(vectors.dimension, dtype=np.float32)
    direction[-1] = 1
    if unknown_id is not None:
        own = vectors.rows[unknown_id].astype(np.float32)
        if (length := float(np.linalg.norm(own))) > 0:
            direction = own / np.float32(length)
    return direction
