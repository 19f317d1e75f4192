"""How much of what was found is only the language it was said in."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from nlp.documents.types import Unit
from nlp.readings.holders import attribute_of

COINCIDES = 0.8


def v_measure(names: Sequence[str], labels: NDArray[np.int64]) -> float:
    """Return the V-measure of a grouping against the readings, 0 to 1; notes that stand alone are left out.

    Harmonic mean of homogeneity and completeness (Rosenberg and Hirschberg 2007, EMNLP-CoNLL, 410-420).

    Args:
        names: (n,) languages, or any other grouping.
        labels: (n,) readings, negative for notes that stand alone.
    """
    from sklearn.metrics import v_measure_score

    inside = [(name, label) for name, label in zip(names, labels.tolist(), strict=True) if label >= 0]
    if len({name for name, _ in inside}) < 2 or len({label for _, label in inside}) < 2:
        return 0.0
    return float(v_measure_score([name for name, _ in inside], [label for _, label in inside]))


def like_language(units: Sequence[Unit], attribute: str) -> bool:
    """Return whether an attribute coincides with language so closely that the two cannot be told apart."""
    pairs = [(value, attribute_of(unit, "language")) for unit in units if (value := attribute_of(unit, attribute))]
    groups = {value: number for number, value in enumerate(sorted({value for value, _ in pairs}))}
    numbers = np.array([groups[value] for value, _ in pairs], dtype=np.int64)
    return v_measure([language for _, language in pairs], numbers) >= COINCIDES
