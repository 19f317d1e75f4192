"""Answers are counted, and small groups are told by nothing that is shown."""

from hypothesis import given
from hypothesis import strategies as st

from nlp.surveys.counts import Counts, count, told_groups


def test_answers_are_counted_by_hand():
    """One person's several answers count one each; who left it out is not counted."""
    assert count([[0], [0, 2], [], [4]], 5) == Counts(3, (2, 0, 1, 0, 1))
    own = Counts(9, (1, 2, 0, 3, 3))
    assert (own.below, own.middle, own.above) == (3, 0, 6)
    assert (own.mostly_above, own.mostly_below, own.differ) == (True, False, True)
    assert not Counts(0, (0, 0)).differ
    assert Counts(4, (2, 2)).middle == 0


def test_small_groups_are_left_out_with_another_one():
    """What they have together could be worked out from the total, so a larger one goes too."""
    assert told_groups({"A": 5, "B": 4, "C": 1}, 3) == {"A"}
    assert told_groups({"A": 5, "B": 4, "": 3}, 3) == {"A", "B"}
    assert told_groups({"A": 5, "": 1}, 3) == frozenset()
    assert told_groups({"A": 5}, 3) == {"A"}


@given(st.dictionaries(st.sampled_from("ABCDEFG"), st.integers(1, 9)), st.integers(0, 4), st.integers(1, 5))
def test_the_rest_is_nobody_or_enough(sizes, without, fewest):
    """For any groups: those shown are large enough, and so is what is left."""
    every = {**sizes, "": without}
    told = told_groups(every, fewest)
    assert all(every[group] >= fewest for group in told)
    rest = sum(every.values()) - sum(every[group] for group in told)
    assert not told or rest == 0 or rest >= fewest
