"""How much of what was found is only the language it was said in."""

from collections import Counter
from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from nlp.documents.types import Unit
from nlp.readings.groups.holders import attribute_of

COINCIDES = 0.8


def v_measure(names: Sequence[str], labels: NDArray[np.int64]) -> float:
    """Return the V-measure of a grouping against the readings, 0 to 1; notes that stand alone are left out.

    Harmonic mean of homogeneity and completeness (Rosenberg and Hirschberg 2007, EMNLP-CoNLL, 410-420), which is twice
    the mutual information over the sum of the entropies. Counted here and not by scikit-learn, which takes longer to
    import than a workshop to analyse.

    Args:
        names: (n,) languages, or any other grouping.
        labels: (n,) readings, negative for notes that stand alone.
    """
    pairs = Counter((name, label) for name, label in zip(names, labels.tolist(), strict=True) if label >= 0)
    of_name, of_label = Counter[str](), Counter[int]()
    for (name, label), count in pairs.items():
        of_name[name] += count
        of_label[label] += count
    apart = _entropy(of_name.values()) + _entropy(of_label.values())
    shared = apart - _entropy(pairs.values())
    return min(1.0, max(0.0, 2 * shared / apart)) if len(of_name) > 1 and len(of_label) > 1 else 0.0


def _entropy(counts: Iterable[int]) -> float:
    """Return the entropy of counts in nats; sorted, so that their order does not change the last digit."""
    sizes = np.sort(np.array(list(counts), dtype=np.float64))
    shares = sizes / sizes.sum() if len(sizes) else sizes
    return float(-(shares * np.log(shares)).sum())


def like_language(units: Sequence[Unit], attribute: str) -> bool:
    """Return whether an attribute coincides with language so closely that the two cannot be told apart."""
    pairs = [(value, attribute_of(unit, "language")) for unit in units if (value := attribute_of(unit, attribute))]
    groups = {value: number for number, value in enumerate(sorted({value for value, _ in pairs}))}
    numbers = np.array([groups[value] for value, _ in pairs], dtype=np.int64)
    return v_measure([language for _, language in pairs], numbers) >= COINCIDES
