"""How teams share readings, in one place."""

import pytest

from nlp.statistics.verdicts import Verdict
from service.presentation.readings.team_comparison import Sharing, TeamComparison
from service.presentation.team_marks import marks
from tests.service.presentation.readings.made import element, reading


@pytest.mark.parametrize(
    ("given", "sharing"),
    [
        (reading(A=(5, 9), B=(2, 9)), Sharing.BY_ALL),
        (reading("t", Verdict.DIFFERS, A=(8, 9), B=(2, 9)), Sharing.UNEVEN),
        (reading("t", Verdict.DIFFERS, A=(8, 9), B=(5, 9), C=(0, 9)), Sharing.UNEVEN),
        (reading(A=(8, 9), B=(5, 9), C=(0, 9)), Sharing.NOT_BY_ALL),
        (reading(A=(8, 9), B=(0, 9)), Sharing.BY_ONE),
        (reading("t", Verdict.DIFFERS, A=(8, 9), B=(0, 9)), Sharing.BY_ONE),
        (reading(A=(5, 9), B=(1, 9)), Sharing.TOO_FEW),
        (reading("t", Verdict.DIFFERS, A=(0, 9), B=(2, 2), C=(2, 2)), Sharing.UNEVEN),
    ],
)
def test_sharing_follows_status_and_verdict(given, sharing):
    """A difference that the test sees is never under too few to say."""
    made = element(given)
    assert TeamComparison(made, marks("ABC")).sharing(made.readings[0]) is sharing


def test_silence_tells_something_of_those_who_wrote_enough():
    """C wrote two notes: it is missing, and not silent."""
    made = element(reading(A=(5, 9), B=(0, 9), C=(0, 2)))
    comparison = TeamComparison(made, marks(("C", "B", "A")))
    assert comparison.teams == ["C", "B", "A"]
    assert comparison.missing(made.readings[0]) == ["C", "B"]
    assert comparison.silent(made.readings[0]) == ["B"]


def test_ways_come_in_the_order_in_which_they_are_asked_for():
    """Inside a way the largest reading is first."""
    shared, small, large = (
        reading("s", A=(5, 9), B=(2, 9)),
        reading("1", A=(2, 9), B=(0, 9)),
        reading("2", A=(4, 9), B=(0, 9)),
    )
    found = TeamComparison(element(large, shared, small), marks("AB")).with_sharing(Sharing.BY_ALL, Sharing.BY_ONE)
    assert [each.label for each in found] == ["s", "2", "1"]
