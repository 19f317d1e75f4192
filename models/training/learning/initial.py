"""Where the token vectors begin: English words where the teacher puts them, others where their translations are."""

from collections.abc import Mapping, Sequence

import numpy as np
from scipy import sparse
from tokenizers import Tokenizer

from ..vocabulary.lexicon import Lexicon
from . import lessons

RARITY = 1e-3


def initial_vectors(
    tokenizer: Tokenizer,
    words: Sequence[str],
    taught: np.ndarray,
    lexicons: Mapping[str, Lexicon],
    usage: Mapping[str, np.ndarray],
) -> np.ndarray:
    """The table (tokens, d) before training.

    A token of an English word has the teacher's vector of that word, another the mean of its translations', each with
    the weight a / (a + frequency) (smooth inverse frequency: Arora et al. 2017). Tokens that are neither are zero.

    Args:
        tokenizer: the finished one.
        words: English words.
        taught: (words, d), the teacher's vectors for them.
        lexicons: English to each language.
        usage: how often each token occurs in the texts of each language ("en" too), (tokens,).
    """
    table: np.ndarray = _from_words(lessons.bag(tokenizer, words), taught) * _weights(usage["en"])
    rows = {word: row for row, word in enumerate(words)}
    for language, lexicon in lexicons.items():
        translated = _from_lexicon(tokenizer, lexicon, rows, taught) * _weights(usage[language])
        empty = ~table.any(axis=1)
        table[empty] = translated[empty]
    return table


def token_usage(bags: sparse.csr_matrix) -> np.ndarray:
    """How often each token occurs, (tokens,)."""
    usage: np.ndarray = np.asarray(bags.sum(axis=0)).ravel()
    return usage


def _weights(usage: np.ndarray) -> np.ndarray:
    frequency = usage / max(float(usage.sum()), 1.0)
    weights: np.ndarray = (RARITY / (RARITY + frequency))[:, None].astype(np.float32)
    return weights


def _from_words(bags: sparse.csr_matrix, taught: np.ndarray) -> np.ndarray:
    """The mean of the words that a token is part of; a word of one token decides alone."""
    lengths = np.diff(bags.indptr)
    shares = sparse.diags(1 / np.maximum(lengths, 1).astype(np.float32) ** 2) @ bags
    table = (shares.T @ taught).astype(np.float32)
    alone = np.flatnonzero(lengths == 1)
    table[bags[alone].indices] = taught[alone]
    return _unit(table)


def _from_lexicon(tokenizer: Tokenizer, lexicon: Lexicon, rows: Mapping[str, int], taught: np.ndarray) -> np.ndarray:
    source = np.array([rows.get(word, -1) for word in lexicon.english], dtype=np.int64)
    owner = np.repeat(source, np.diff(lexicon.starts))
    token = np.array([tokenizer.token_to_id(word) or 0 for word in lexicon.words], dtype=np.int64)
    good = (owner >= 0) & (token > 0)
    shape = (tokenizer.get_vocab_size(), len(taught))
    shares = sparse.csr_matrix((lexicon.probabilities[good], (token[good], owner[good])), shape=shape)
    return _unit((shares @ taught).astype(np.float32))


def _unit(table: np.ndarray) -> np.ndarray:
    lengths = np.linalg.norm(table, axis=1, keepdims=True)
    unit: np.ndarray = table / np.where(lengths > 1e-9, lengths, np.inf)
    return unit
