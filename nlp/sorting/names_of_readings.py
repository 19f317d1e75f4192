"""What the name that a person gave a reading tells of its notes: it is worth more than one placed note."""

import numpy as np
from numpy.typing import NDArray
from scipy.special import expit, log_softmax

from nlp.embedding.rarity import encode_by_rarity
from nlp.embedding.types import Embedder
from nlp.sorting.experts import Examples
from nlp.text.words import words

Floats = NDArray[np.float64]

SHARPNESS = 8.0
BELIEVED = 4.0
"""Odds that a name tells something, before any note shows whether it does."""


def name_vectors(names: tuple[str, ...], embedder: Embedder) -> Floats:
    """Return (readings, d) what the names say, less what they all say; 0 for one without words ("3", "r2", "Group B").

    Rows are not of unit length: names that hardly differ tell hardly anything.
    """
    texts = [" ".join(telling_words(name)) for name in names]
    told = [row for row, text in enumerate(texts) if text]
    found = np.zeros((len(names), embedder.dimension))
    if len(told) > 1:
        vectors = np.asarray(encode_by_rarity(embedder, [texts[row] for row in told]), dtype=np.float64)
        found[told] = vectors - vectors.mean(axis=0)
    return found


def by_name(points: Floats, names: Floats, examples: Examples) -> Floats:
    """Return (n, readings) how near each text is to what a reading's name says, as far as the names can be believed.

    The notes that a person placed tell that: where they are no nearer to the name of their own reading than to the
    others, the names count for little.

    Args:
        points: (n, d) unit rows, less what all texts share.
        names: (readings, d), from `name_vectors`.
        examples: what a person placed.
    """
    near = SHARPNESS * points @ names.T
    near -= near.mean(axis=1, keepdims=True)
    fits = log_softmax(near[examples.rows], axis=1)[np.arange(len(examples.rows)), examples.readings]
    evidence = float(fits.sum()) + len(fits) * np.log(examples.count)
    return np.asarray(near * expit(np.log(BELIEVED) + evidence))


def telling_words(name: str) -> list[str]:
    """Return the words of a name that may mean something: of two letters or more, without digits."""
    plain = name.replace("_", " ").replace("-", " ").casefold()
    return [word for word in words(plain) if len(word) > 1 and not any(sign.isdigit() for sign in word)]
