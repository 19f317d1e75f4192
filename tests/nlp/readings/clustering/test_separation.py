"""Whether notes fall into readings at all."""

import numpy as np
import pytest
from sklearn.metrics import silhouette_score

from nlp.readings.clustering.partition import ALONE, partition
from nlp.readings.clustering.separation import MOST_COMPARED, is_faint, separation
from nlp.readings.clustering.unit_vectors import centre


def unit(rows):
    return rows / np.linalg.norm(rows, axis=1, keepdims=True)


def clumps(sizes, spread, seed=0):
    generator = np.random.default_rng(seed)
    middles = unit(generator.normal(size=(len(sizes), 64)))
    labels = np.repeat(np.arange(len(sizes)), sizes)
    return unit(middles[labels] + spread / 8 * generator.normal(size=(len(labels), 64))), labels


def test_the_figure_is_the_silhouette_without_notes_that_stand_alone():
    """The same as scikit-learn's on what is left after the shared mean."""
    vectors, labels = clumps([6, 5, 4], 0.8)
    numbers = labels.copy()
    numbers[[2, 9]] = ALONE
    kept = numbers != ALONE
    wanted = silhouette_score(centre(vectors)[kept], numbers[kept], metric="cosine")
    assert separation(vectors, numbers) == pytest.approx(wanted)


def test_clear_readings_are_not_faint():
    """Three clumps lie well apart."""
    vectors, labels = clumps([12, 9, 9], 0.7)
    assert not is_faint(separation(vectors, labels), len(vectors))


def test_readings_found_where_there_are_none_are_mostly_faint():
    """Of twenty sets of notes without structure, at least fifteen are told to be so."""
    spectrum = 1 / np.sqrt(1 + np.arange(256) / 6)
    faint = 0
    for seed in range(20):
        vectors = unit(np.random.default_rng(seed).normal(size=(45, 256)) * spectrum)
        faint += is_faint(separation(vectors, partition(vectors).labels), 45)
    assert faint >= 15


def test_one_reading_or_very_many_notes_have_no_figure():
    """There is nothing to tell apart, or too much to compare."""
    vectors, _ = clumps([5, 4], 0.5)
    assert separation(vectors, np.zeros(9, dtype=np.int64)) is None
    many, own = clumps([MOST_COMPARED, 2], 0.5)
    assert separation(many, own) is None
    assert not is_faint(None, 9)
