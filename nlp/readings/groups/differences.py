"""Whether the groups of an attribute differ in holding a reading by more than chance."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from nlp.documents.types import Unit
from nlp.readings.groups.notes_by_person import NotesByPerson, count_notes
from nlp.readings.types import Difference
from nlp.statistics.label_permutation import chance_tallies, tally
from nlp.statistics.multiple_comparisons import Key, holm, testable
from nlp.statistics.verdicts import verdict_of

DRAWS = 4000


@dataclass(frozen=True, slots=True)
class Evidence:
    """Of one reading.

    Attributes:
        p_value: of the test, not corrected.
        smallest: p-value that it can give with these notes.
        effect: Cramér's V.
    """

    p_value: float
    smallest: float
    effect: float


def differences(
    units: Sequence[Unit], labels: NDArray[np.int64], by: Sequence[str], draws: int = DRAWS
) -> dict[str, dict[int, Difference]]:
    """Test for every attribute and reading whether its share differs between groups.

    Statistic: chi-squared of (in the reading) x group. Its distribution under no difference comes from permuting the
    groups among participants, each with all their notes; notes without a participant stand for themselves, and somebody
    in two groups counts once in each. Holm-corrected over all readings and attributes of the element that could show a
    difference at all (`testable`).

    Args:
        units: the n notes of one element.
        labels: (n,) reading numbers from 0, -1 for notes that stand alone.
        by: attributes.
        draws: permutations; p = (1 + draws at least as extreme) / (1 + draws) (Phipson and Smyth 2010).

    Returns:
        attribute -> reading number -> difference.
    """
    readings = int(labels.max()) + 1 if len(labels) else 0
    found = {
        (name, reading): each
        for name in by
        for reading, each in enumerate(_test(count_notes(units, labels, name, readings), draws))
    }
    judged = judge(found)
    return {name: {reading: each for (own, reading), each in judged.items() if own == name} for name in by}


def judge(found: Mapping[Key, Evidence]) -> dict[Key, Difference]:
    """Correct the p-values of those tests of one element that could show a difference, and say what follows."""
    tried = testable({key: each.smallest for key, each in found.items()})
    corrected = holm({key: each.p_value for key, each in found.items() if key in tried})
    return {
        key: Difference(corrected.get(key), each.effect, verdict_of(corrected.get(key))) for key, each in found.items()
    }


def _test(notes: NotesByPerson, draws: int) -> list[Evidence]:
    """Return the evidence of each reading."""
    groups = len(notes.groups)
    if groups < 2:
        return [Evidence(1.0, 1.0, 0.0)] * notes.readings
    observed = chi_squared(tally(notes.counts, notes.owner[None, :], groups))[0]
    drawn = np.concatenate([chi_squared(part) for part in chance_tallies(notes.counts, notes.owner, groups, draws)])
    effects = np.sqrt(observed / notes.counts.sum())
    return evidence_of(observed, drawn, effects)


def evidence_of(
    observed: NDArray[np.float64], drawn: NDArray[np.float64], effects: NDArray[np.float64]
) -> list[Evidence]:
    """Return what each reading's statistic is worth among those that were drawn.

    Args:
        observed: (readings,).
        drawn: (draws, readings).
        effects: (readings,).
    """
    p_values = _share_at_or_above(drawn, observed)
    smallest = _share_at_or_above(drawn, np.maximum(drawn.max(axis=0), observed))
    return [Evidence(*each) for each in zip(p_values.tolist(), smallest.tolist(), effects.tolist(), strict=True)]


def _share_at_or_above(drawn: NDArray[np.float64], limit: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return (readings,) (1 + draws at or above the limit) / (1 + draws)."""
    return np.asarray((1 + (drawn >= limit - 1e-9).sum(axis=0)) / (1 + len(drawn)))


def chi_squared(table: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return (draws, readings) from (draws, groups, readings + 1) tallies, notes that stand alone in the last."""
    size = table.sum(axis=2, keepdims=True)
    inside = table[:, :, :-1]
    total = size.sum(axis=1, keepdims=True)
    share = inside.sum(axis=1, keepdims=True) / total
    expected = size * share
    variance = np.where(share * (1 - share) > 0, size * share * (1 - share), 1.0)
    return np.asarray((((inside - expected) ** 2) / variance).sum(axis=1))
