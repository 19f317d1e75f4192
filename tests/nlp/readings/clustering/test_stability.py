"""How steady readings are when notes are left out."""

import numpy as np

from nlp.readings.clustering.stability import subsample_agreement


def unit_rows(rows):
    return rows / np.linalg.norm(rows, axis=1, keepdims=True)


def test_three_separate_clumps_are_the_same_every_time():
    """Where notes fall into three tight clumps, leaving a tenth of them out changes nothing."""
    generator = np.random.default_rng(0)
    clumps = np.repeat(np.eye(3, 16), 8, axis=0) + generator.normal(scale=0.02, size=(24, 16))
    assert subsample_agreement(unit_rows(clumps)) == 1.0


def test_points_without_structure_are_less_steady_than_clumps():
    """Directions drawn evenly in many dimensions have no readings to be found again."""
    noise = unit_rows(np.random.default_rng(1).normal(size=(30, 64)))
    assert subsample_agreement(noise) < 0.8


def test_the_same_notes_give_the_same_figure():
    """The draws come from a seed."""
    noise = unit_rows(np.random.default_rng(2).normal(size=(20, 32)))
    assert subsample_agreement(noise) == subsample_agreement(noise)


def test_too_few_notes_have_no_figure():
    """Four notes form no groups worth comparing."""
    assert np.isnan(subsample_agreement(np.eye(4)))
