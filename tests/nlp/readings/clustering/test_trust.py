"""How far readings can be trusted: what is counted is counted rightly, and clear notes are trusted more."""

import numpy as np
import pytest

from nlp.readings.clustering.partition import ALONE, Layouts, partition
from nlp.readings.clustering.trust import Evidence, grade, surely_inside
from nlp.statistics.verdicts import Trust


def unit_rows(rows):
    return rows / np.linalg.norm(rows, axis=1, keepdims=True)


def clumps(noise, seed=0, of=4, size=9, wide=32):
    generator = np.random.default_rng(seed)
    return unit_rows(np.repeat(np.eye(of, wide), size, axis=0) + generator.normal(scale=noise, size=(of * size, wide)))


def test_evidence_of_a_case_worked_by_hand():
    """Three texts in one reading, one in another, one alone; a text is never compared with itself."""
    association = np.array(
        [
            [1.0, 0.8, 0.6, 0.2, 0.0],
            [0.8, 1.0, 0.4, 0.1, 0.0],
            [0.6, 0.4, 1.0, 0.3, 0.0],
            [0.2, 0.1, 0.3, 1.0, 0.0],
            [0.0, 0.0, 0.0, 0.0, 1.0],
        ]
    )
    labels = np.array([0, 0, 0, 1, ALONE])
    close = np.array([[0.9, 0.2], [0.8, 0.3], [0.7, 0.4], [0.5, -1.0], [0.1, 0.1]])
    found = Evidence.of(association, labels, close, np.arange(5))
    assert found.inside.tolist() == [True, True, True, True, False]
    assert found.ahead[:3] == pytest.approx([0.7 - 0.2, 0.6 - 0.1, 0.5 - 0.3])
    assert found.close == pytest.approx([0.9, 0.8, 0.7, -1.0])
    assert found.closer == pytest.approx([0.7, 0.5, 0.3, -1.5])
    assert found.held[:3] == pytest.approx([0.6, 0.6, 0.6])


def test_texts_of_one_leaf_fall_together_with_each_other():
    """Where texts share a leaf they always fell together, and only a text itself is left out."""
    association = np.array([[1.0, 0.5], [0.5, 1.0]])
    labels, owner = np.array([0, 0, 0]), np.array([0, 0, 1])
    found = Evidence.of(association, labels, np.ones((3, 1)), owner)
    assert found.held == pytest.approx([(0.75 + 0.75 + 0.5) / 3] * 3)


def test_clear_notes_are_trusted_and_noise_is_not():
    """Four tight clumps reach the highest grade and sure notes; directions without structure neither."""
    clear, noise = partition(clumps(0.05)), partition(unit_rows(np.random.default_rng(1).normal(size=(60, 64))))
    assert clear.trust is Trust.HIGHEST
    assert clear.sure.mean() > 0.9
    assert noise.trust is Trust.LOWEST
    assert noise.sure.mean() < 0.2


def test_few_notes_never_reach_the_highest_grade():
    """However clear they lie: nothing so small was looked at."""
    found = partition(clumps(0.02, of=2, size=3))
    assert found.trust in (Trust.LOWEST, Trust.MIDDLE)


def test_no_reading_has_no_grade():
    """Too few notes to form groups are not graded, and none of them is sure."""
    found = partition(unit_rows(np.random.default_rng(0).normal(size=(3, 8))))
    assert found.trust is None
    assert not found.sure.any()


def test_what_stands_alone_is_never_sure():
    """A note outside all readings has no place to be sure of; without any reading the grade is the lowest."""
    nowhere = Evidence.of(np.eye(4), np.full(4, ALONE), np.zeros((4, 0)), np.arange(4))
    assert not surely_inside(nowhere).any()
    assert grade(nowhere) is Trust.LOWEST


def test_fewer_and_more_are_cuts_of_one_tree():
    """As many readings as asked for, the finer inside the coarser; what lies beyond the ends is an end."""
    layouts = Layouts.of(clumps(0.05))
    cuts = {wanted: layouts.with_readings(wanted) for wanted in range(1, layouts.most + 1)}
    assert len(cuts[1].stability) == 1
    assert [len(cuts[wanted].stability) for wanted in (2, 3, 4)] == [2, 3, 4]
    for coarse, fine in ((2, 3), (3, 4)):
        owners = {label: set(cuts[coarse].labels[cuts[fine].labels == label]) for label in range(fine)}
        assert all(len(own) == 1 for own in owners.values())
    assert np.array_equal(layouts.with_readings(99).labels, cuts[layouts.most].labels)
    assert np.array_equal(layouts.with_readings(0).labels, cuts[1].labels)


def test_many_notes_are_laid_out_on_their_centres():
    """Five hundred notes of four clumps: any number of readings, every note counted once."""
    points = clumps(0.05, size=125)
    layouts = Layouts.of(points)
    assert len(layouts.leaves) < len(points)
    for wanted in (2, 4):
        found = layouts.with_readings(wanted)
        assert len(found.stability) == wanted
        assert found.labels.max() == wanted - 1
    assert layouts.chosen().trust is Trust.HIGHEST
