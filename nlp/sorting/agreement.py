"""Do people sort the same notes alike? Krippendorff's alpha, with its interval, and the notes to talk about.

Piles of two people need not be called the same: `same_names` pairs them first.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from nlp.names import name_key

DRAWS = 1000
SEED = 20261
FEWEST_NOTES = 5


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A note that people placed in different readings.

    Attributes:
        id: of the note.
        readings: person -> where they placed it, of those who did.
    """

    id: str
    readings: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far people agree who sorted the same notes.

    Attributes:
        people: whose sortings are compared.
        notes: how many notes at least two of them placed.
        agreed: of these, how many all who placed them placed alike.
        alpha: Krippendorff's alpha for categories, 1 where all agree, 0 where they agree as by chance, below 0 where
            less; None where nothing can be said: no note that two people placed, or one reading only.
        low, high: 95 % interval of alpha, by drawing notes anew; None with fewer than `FEWEST_NOTES` notes.
        disagreements: the notes to talk about, those of which most people differ first.
    """

    people: tuple[str, ...]
    notes: int
    agreed: int
    alpha: float | None
    low: float | None
    high: float | None
    disagreements: tuple[Disagreement, ...]


def compare_sortings(sortings: Mapping[str, Mapping[str, str]]) -> Agreement:
    """Compare where people placed the same notes.

    Names that differ in case or punctuation are one reading (`nlp.names.name_key`). Notes that one person alone placed
    count for nothing. Who fits a note into no reading may say so by a name of its own.

    Args:
        sortings: person -> id of a note -> the reading that they placed it in; blank where they did not.
    """
    people = tuple(sortings)
    ids = sorted({note for own in sortings.values() for note in own})
    told = {note: {person: own[note] for person, own in sortings.items() if own.get(note, "").strip()} for note in ids}
    both = {note: readings for note, readings in told.items() if len(readings) > 1}
    apart = {note: len({name_key(name) for name in readings.values()}) for note, readings in both.items()}
    counts = _counts(list(both.values()))
    low, high = _interval(counts)
    ordered = sorted(
        (note for note, different in apart.items() if different > 1), key=lambda note: (-apart[note], note)
    )
    return Agreement(
        people=people,
        notes=len(both),
        agreed=sum(different == 1 for different in apart.values()),
        alpha=krippendorff_alpha(counts),
        low=low,
        high=high,
        disagreements=tuple(Disagreement(note, both[note]) for note in ordered),
    )


def same_names(one: Mapping[str, str], other: Mapping[str, str]) -> dict[str, str]:
    """Return the readings of `other` -> those of `one` that have most notes in common with them.

    For two people who named their piles apart. The pairs share as many notes as possible; each reading is in one pair
    at most, and none is in a pair that shares no note.

    Args:
        one: id of a note -> reading, of the person whose names stay.
        other: the same of the person whose readings are to be called as those of `one`.
    """
    from scipy.optimize import linear_sum_assignment

    mine, theirs = sorted(set(one.values())), sorted(set(other.values()))
    shared = np.zeros((len(theirs), len(mine)))
    for note in one.keys() & other.keys():
        shared[theirs.index(other[note]), mine.index(one[note])] += 1
    rows, columns = linear_sum_assignment(-shared)
    pairs = zip(rows.tolist(), columns.tolist(), strict=True)
    return {theirs[row]: mine[column] for row, column in pairs if shared[row, column] > 0}


def krippendorff_alpha(counts: NDArray[np.integer]) -> float | None:
    """Return Krippendorff's alpha for categories: 1 - observed / expected disagreement.

    Krippendorff, Content Analysis (2004), chapter 11: with m_u values of unit u, n values in all units that have two or
    more, and n_c of category c, the observed disagreement is the mean over values of the share of the other values of
    the same unit that differ, and the expected one that of all other values.

    Args:
        counts: (units, categories) how many people gave a unit a category; units with fewer than two count for nothing.

    Returns:
        None where fewer than two categories, or no unit, can be compared.
    """
    values = counts[counts.sum(axis=1) > 1].astype(np.float64)
    totals = values.sum(axis=0)
    count = totals.sum()
    expected = (count**2 - (totals**2).sum()) / (count - 1) if count > 1 else 0.0
    if not expected:
        return None
    given = values.sum(axis=1)
    observed = ((given**2 - (values**2).sum(axis=1)) / (given - 1)).sum()
    return float(1.0 - observed / expected)


def _counts(readings: Sequence[Mapping[str, str]]) -> NDArray[np.int64]:
    """Return (notes, readings) how many people placed each note in each reading."""
    keys = [Counter(name_key(name) for name in each.values()) for each in readings]
    names = sorted({name for each in keys for name in each})
    return np.array([[each[name] for name in names] for each in keys], dtype=np.int64).reshape(len(keys), len(names))


def _interval(counts: NDArray[np.int64]) -> tuple[float | None, float | None]:
    """Return the 2.5th and 97.5th percentile of alpha over bootstrap samples of the notes.

    A sample in which all is one reading has no alpha; it shows no disagreement and counts as 1.
    """
    if len(counts) < FEWEST_NOTES or krippendorff_alpha(counts) is None:
        return None, None
    choose = np.random.default_rng(SEED)
    drawn = (krippendorff_alpha(counts[choose.integers(len(counts), size=len(counts))]) for _ in range(DRAWS))
    low, high = np.percentile([1.0 if each is None else each for each in drawn], [2.5, 97.5])
    return float(low), float(high)
