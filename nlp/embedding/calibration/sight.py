"""How a model sees sentences of which it is known what they say: what they share with it, and which it cannot read."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from nlp.embedding.calibration.reference import reference_texts
from nlp.embedding.types import Embedder
from nlp.readings.clustering.unit_vectors import to_unit_length
from nlp.text.scripts import scripts_by_letters

DIGITS = 4
"""To which middles are rounded: what a model makes of a text differs in the last digits with the texts beside it."""

READS = 0.5
"""Which share of sentences a model that reads a script finds by other words or by their translation, at least.

The bundled one finds 50 to 100 % by other words and all by their translation; all-MiniLM-L6-v2, which knows no Bangla
and no Nepali, 0 to 25 % in these. By chance it is 4 %.
"""

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Sight:
    """How a model sees the reference texts.

    Attributes:
        middles: script -> (d,) mean of its texts; "" -> that of all of them, for every other script.
        unread: scripts whose texts it does not tell apart by what they say.
        unread_languages: of these texts, in their order.
    """

    middles: Mapping[str, Floats]
    unread: frozenset[str]
    unread_languages: tuple[str, ...]


def see(embedder: Embedder) -> Sight:
    """Ask a model for all reference texts at once."""
    languages = reference_texts()
    texts = [text for own in languages for text in (*own.texts, *own.again)]
    parts = np.split(np.asarray(embedder.encode(texts), dtype=np.float64), len(languages))
    count = len(languages[0].texts)
    means = [np.round(part[:count].mean(axis=0), DIGITS) for part in parts]
    seen = [to_unit_length(part - mean) for part, mean in zip(parts, means, strict=True)]
    scripts = [script_most_used(" ".join(own.texts)) for own in languages]
    unread: dict[str, str] = {}
    for at, (script, own) in enumerate(zip(scripts, languages, strict=True)):
        others = [_found(seen[at][:count], other[:count], range(count)) for other in (*seen[:at], *seen[at + 1 :])]
        if max(_found(seen[at][count:], seen[at][:count], own.places), *others) < READS:
            unread[script] = own.language
    middles = {**dict(zip(scripts, means, strict=True)), "": np.mean(means, axis=0)}
    return Sight(middles, frozenset(unread), tuple(unread.values()))


def _found(asked: Floats, among: Floats, places: Sequence[int]) -> float:
    """Return the share of rows whose nearest row is the one in its place."""
    return float(np.mean(np.argmax(asked @ among.T, axis=1) == np.array(places)))


def script_most_used(text: str) -> str:
    """Return the script of most letters of a text, "" where it has none."""
    return next(iter(scripts_by_letters(text)), "")
