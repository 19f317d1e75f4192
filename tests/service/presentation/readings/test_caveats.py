"""How much there is and how sure it is, in words."""

from dataclasses import replace

import pytest

from service.presentation.i18n import language
from service.presentation.readings.caveats import amount, language_caution, steadiness
from tests.service.presentation.readings.made import element, reading

EN = language("en")


@pytest.mark.parametrize(
    ("count", "of", "said"),
    [(4, 11, "4 of 11 notes"), (1, 1, "1 of 1 note"), (19, 19, "19 of 19 notes"), (5, 20, "5 of 20 notes (25%)")],
)
def test_counts_come_before_percentages(count, of, said):
    """Per cent stand behind the count, and only from twenty notes on."""
    assert amount(EN, count, of) == said


def test_bounds_of_steadiness():
    """Three words for how well a reading survives resampling, and none where it was not measured."""
    words = [steadiness(EN, stability).split()[0] for stability in (1.0, 0.75, 0.74, 0.6, 0.59, 0.0)]
    assert words == ["Steady", "Steady", "Fairly", "Fairly", "Loose:", "Loose:"]
    assert "not measured" in steadiness(EN, 1.0, measured=False)


def test_teams_with_a_language_of_their_own_are_a_caution():
    """Where team and language coincide, the page says so."""
    given = element(reading(A=(6, 9), B=(7, 8)))
    assert language_caution(EN, given) == []
    assert len(language_caution(EN, replace(given, like_language=("team",), language_v_measure=0.7))) == 2
