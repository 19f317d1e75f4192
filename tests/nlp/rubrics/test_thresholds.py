"""The similarity from which two descriptors say the same."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp.documents.types import Descriptor
from nlp.rubrics.levels import LevelRelation
from nlp.rubrics.thresholds import ACROSS, CLOSE, DEFAULT, HIGHEST, LOWEST, SURE, thresholds


def rubrics(elements=8):
    """Two teams, each with one descriptor of every element: elements * (elements - 1) pairs of strangers."""
    return [
        Descriptor(f"{team}{n}", f"e{n}", "emerging", f"{team}{n}", "en", f"{team}.csv", n, team)
        for team in ("A", "B")
        for n in range(elements)
    ]


def found(likeness, judged=(), elements=8):
    rows = rubrics(elements)
    return thresholds(rows, [row.element for row in rows], np.full((len(rows), len(rows)), likeness), judged)


def test_few_strangers_give_the_default():
    """Seven elements of two teams are 42 pairs: too few to read anything from."""
    assert found(0.9, elements=7).same_level == DEFAULT


def test_the_threshold_is_what_strangers_hardly_reach():
    """56 strangers that all look alike at 0.6 mean that 0.6 says nothing; where they are unlike it stays at `SURE`."""
    assert found(0.6, elements=9).same_level == pytest.approx(0.6)
    assert found(0.0, elements=9).same_level == SURE


def test_other_levels_need_more_and_close_ones_less():
    """The claim that two teams call one thing by different words must be the surest."""
    limits = found(0.0, elements=9)
    assert limits.across_levels == pytest.approx(SURE + ACROSS)
    assert limits.close == pytest.approx(SURE - CLOSE)
    assert limits.between(LevelRelation.SAME) == limits.same_level
    assert {limits.between(each) for each in LevelRelation if each is not LevelRelation.SAME} == {limits.across_levels}


def test_one_judgement_far_away_moves_nothing_two_do():
    """Two pairs at 0.5 that are not the same cost 2 where they are contradicted; moving there costs 1.5."""
    assert found(0.0, [(0.5, False)], 9).same_level == SURE
    assert found(0.0, [(0.5, False), (0.5, False)], 9).same_level == pytest.approx(0.5, abs=1e-5)
    assert found(0.0, [(0.3, True)], 9).same_level == pytest.approx(0.3, abs=1e-5)


def test_judgements_that_agree_with_the_threshold_hold_it():
    """Three accepted pairs between it and the refused one are worth more than that one."""
    judged = [(0.42, False), (0.37, True), (0.38, True), (0.4, True)]
    assert found(0.0, judged, 9).same_level == SURE


@given(st.lists(st.tuples(st.floats(-1, 1), st.booleans()), max_size=12))
def test_people_move_it_within_bounds(judged):
    """Whatever was said, the threshold stays between `LOWEST` and `HIGHEST`."""
    assert LOWEST <= found(0.0, judged, 9).same_level <= HIGHEST
