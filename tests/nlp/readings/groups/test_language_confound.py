"""How much of the readings is language."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp.readings.groups.language_confound import v_measure


@given(pairs=st.lists(st.tuples(st.sampled_from("abc"), st.integers(0, 3)), min_size=1, max_size=40))
def test_v_measure_is_that_of_scikit_learn(pairs):
    """Agreement with an independent implementation, wherever both sides have two values."""
    from sklearn.metrics import v_measure_score

    names, labels = [name for name, _ in pairs], np.array([label for _, label in pairs])
    told = len(set(names)) > 1 and len(set(labels.tolist())) > 1
    assert v_measure(names, labels) == pytest.approx(v_measure_score(names, labels) if told else 0.0, abs=1e-9)


def test_notes_that_stand_alone_are_left_out():
    """Only the two readings count: one for each language."""
    assert v_measure(["en", "bn", "ne"], np.array([0, 1, -1])) == pytest.approx(1.0)
