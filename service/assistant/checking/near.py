"""Which reading a name is nearest to, and whether a text is about some notes, by the model that found the readings.

With the bundled model the twelve names of the fixture have a cosine of 0.44 to 0.75 with the middle of their notes,
words that a note ordered ("PWNED", "Ignore all rules") 0.18 at most.
"""

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from nlp.embedding.types import Embedder

ENOUGH = 0.5
"""The part of the likeness of the notes to their middle that a text must have."""

TINY = 1e-9


def nearest(name: str, readings: Mapping[str, Sequence[str]], embedder: Embedder) -> str | None:
    """Return the id of the reading whose middle a name is nearest to, None where that cannot be told.

    What all readings have in common is taken away first, for it tells none from another; and the name has to be about
    the notes of the one that it is nearest to.

    Args:
        name: that is proposed.
        readings: id -> the texts of its notes.
        embedder: of the programme.
    """
    ids = [each for each, texts in readings.items() if texts]
    if not ids or not embedder.known([name])[0]:
        return None
    middles = np.stack([_vectors(readings[each], embedder).mean(axis=0) for each in ids])
    found = ids[0]
    if len(ids) > 1:
        common = middles.mean(axis=0)
        own = middles - common
        lengths = np.linalg.norm(own, axis=1)
        if lengths.min() < TINY:
            return None
        found = ids[int(np.argmax(own @ (_vectors([name], embedder)[0] - common) / lengths))]
    return found if is_about(name, readings[found], embedder) else None


def is_about(text: str, notes: Sequence[str], embedder: Embedder) -> bool:
    """Return whether a text is at least half as near to the middle of some notes as the notes themselves are.

    Args:
        text: that is proposed.
        notes: the texts that it is to be about.
        embedder: of the programme.
    """
    if not notes or not embedder.known([text])[0]:
        return False
    vectors = _vectors(notes, embedder)
    middle = vectors.mean(axis=0)
    middle /= max(float(np.linalg.norm(middle)), TINY)
    return bool(_vectors([text], embedder)[0] @ middle >= ENOUGH * np.median(vectors @ middle))


def _vectors(texts: Sequence[str], embedder: Embedder) -> NDArray[np.float64]:
    """Return (n, d)."""
    return np.asarray(embedder.encode(list(texts)), dtype=np.float64)
