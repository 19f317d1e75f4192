"""Captions: who holds a reading, and whether that is more than chance."""

import pytest

from nlp.statistics.verdicts import Verdict
from service.presentation.i18n import language
from service.presentation.readings.captions import certainty, finding, headings, verdict_sentence
from service.presentation.readings.team_comparison import Sharing, TeamComparison
from service.presentation.team_marks import marks
from tests.service.presentation.readings.made import element, reading

EN = language("en")


def compared(given):
    made = element(given)
    return made.readings[0], TeamComparison(made, marks(("A", "B", "C")))


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (reading(A=(5, 9), B=(3, 9)), "Heard from all teams."),
        (reading(A=(5, 9), B=(1, 9)), "Heard from all teams, from B only once."),
        (reading("t", Verdict.DIFFERS, A=(15, 20), B=(1, 20)), "Heard from all teams, from some clearly more often."),
        (reading(C=(5, 9), A=(3, 9), B=(0, 9)), "Heard from A and C, not from B."),
        (reading(A=(5, 9)), "Heard from A; nobody else wrote about this element."),
    ],
)
def test_a_finding_names_who_holds_a_reading_and_who_does_not(given, said):
    """Teams in the order of the programme."""
    assert finding(*compared(given), EN).striptags() == said


def test_a_verdict_without_data_is_too_few_to_say():
    """Every verdict has its sentence."""
    assert "more than chance would" in verdict_sentence(Verdict.DIFFERS, EN)
    assert "no larger than chance" in verdict_sentence(Verdict.NO_DIFFERENCE, EN)
    assert verdict_sentence(Verdict.TOO_FEW, EN).startswith("Too few notes")


def test_certainty_stands_where_a_team_is_missing_or_stands_out():
    """Nothing is asked of chance where all teams say it and none more than the others."""
    assert certainty(*compared(reading(A=(5, 9), B=(3, 9))), EN) is None
    assert "no larger than chance" in certainty(*compared(reading(A=(5, 9), B=(0, 9))), EN)
    said = certainty(*compared(reading("t", Verdict.DIFFERS, A=(15, 20), B=(1, 20))), EN).striptags()
    assert said == "Furthest from the others is A: 15 of 20 notes (75%), the others 1 of 20 notes (5%)."


def test_headings_say_when_nothing_was_compared():
    """With one team there is nobody to share with."""
    _, alone = compared(reading(A=(5, 9)))
    _, both = compared(reading(A=(5, 9), B=(1, 9)))
    assert headings(alone, EN)[Sharing.TOO_FEW] == "Not compared between teams"
    assert headings(both, EN)[Sharing.TOO_FEW] == "Too few to say who holds it"
