"""Which of some texts say nearly the same: what several people wrote for one cell of a rubric."""

from collections.abc import Sequence

import numpy as np

from nlp.embedding.types import Embedder
from nlp.readings.clustering.linkage import cut_at, linkage
from nlp.rubrics.thresholds import SURE


def alike(texts: Sequence[str], embedder: Embedder) -> tuple[tuple[int, ...], ...]:
    """Return the places of texts in groups of which any two are alike, on average; the largest group first.

    Groups are joined by average linkage (Sokal and Michener 1958) while their mean cosine is at least that from which
    two descriptors are said to say the same. It tells what texts speak of, not whether they say it or its opposite.

    Args:
        texts: in any languages.
        embedder: makes the vectors.
    """
    if len(texts) < 2:
        return tuple((at,) for at in range(len(texts)))
    vectors = np.asarray(embedder.encode(list(texts)), dtype=np.float64)
    distances = np.clip(1 - vectors @ vectors.T, 0, 2)
    np.fill_diagonal(distances, 0)
    groups = cut_at(linkage(distances, "average"), 1 - SURE)
    found: dict[int, list[int]] = {}
    for at, group in enumerate(groups):
        found.setdefault(int(group), []).append(at)
    return tuple(tuple(own) for own in sorted(found.values(), key=lambda own: (-len(own), own[0])))
