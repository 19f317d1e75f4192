"""What results are said to be."""

import json

import pytest

from nlp.statistics.verdicts import Change, ReadingStatus, Verdict, verdict_of


@pytest.mark.parametrize(
    ("p_value", "verdict"),
    [(None, "too few to say"), (0.0499, "differs"), (0.05, "no difference seen"), (1.0, "no difference seen")],
)
def test_a_p_value_has_one_verdict(p_value, verdict):
    """Below 0.05 there is a difference; without a test nothing can be said."""
    assert verdict_of(p_value) == verdict


def test_verdicts_are_texts_in_json():
    """Outsiders read the words, whichever of the enumerations they come from."""
    assert json.dumps([Verdict.NOBODY_ELSE, ReadingStatus.SHARED, Change.NOT_HEARD]) == (
        '["nobody else", "shared", "not heard"]'
    )
