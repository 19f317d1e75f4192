"""Whatever was found: no lead leans on what its caption calls chance, and "too few" is said once at most."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from nlp.statistics.verdicts import Verdict
from service.presentation.i18n import language
from service.presentation.readings.lead_sentences import element_lead, programme_lead
from service.presentation.readings.team_comparison import TeamComparison
from service.presentation.team_marks import marks
from tests.service.presentation.readings.made import element, reading

TEAMS = ("A", "B", "C", "D")
VERDICTS = (Verdict.DIFFERS, Verdict.NO_DIFFERENCE, Verdict.TOO_FEW)
TOO_FEW = re.compile(r"too few", re.IGNORECASE)
DIFFERENCE = re.compile(
    r"held only by|\(only|from one team|not heard|more often|differ most|not shared|none ", re.IGNORECASE
)


@st.composite
def elements(draw, name="Trust"):
    """An element with one to five readings of two to four teams, each with any verdict."""
    teams = {team: draw(st.integers(1, 20)) for team in TEAMS[: draw(st.integers(1, 4))]}
    readings = []
    for number in range(draw(st.integers(1, 5))):
        held = {team: (draw(st.integers(0, min(notes, 4))), notes) for team, notes in teams.items()}
        if any(count for count, _ in held.values()):
            readings.append(reading(f"{name}-word-{number}", draw(st.sampled_from(VERDICTS)), **held))
    return element(*readings, teams=teams, name=name)


def named(said, found):
    """The readings that a lead names."""
    return [each for each in found.readings if each.label in said]


def surely(found):
    """The readings on which the test sees a difference."""
    return [each for each in found.readings if each.difference["team"].verdict == Verdict.DIFFERS]


@given(elements())
@settings(max_examples=200, deadline=None)
def test_the_lead_of_an_element_leans_on_nothing_that_may_be_chance(found):
    """Readings are named where the test sees a difference, and no difference is told where it sees none."""
    said = " ".join(each.striptags() for each in element_lead(TeamComparison(found, marks(TEAMS)), language("en")))
    assert said
    assert all(each in surely(found) for each in named(said, found))
    assert surely(found) or not DIFFERENCE.search(said)
    assert len(TOO_FEW.findall(said)) <= 1


@given(elements("Trust"), elements("Money"))
@settings(max_examples=200, deadline=None)
def test_the_lead_of_a_programme_leans_on_nothing_that_may_be_chance(one, other):
    """The same over several elements; the one that it points at has a difference."""
    said = " ".join(each.striptags() for each in programme_lead([one, other], marks(TEAMS), language("en")))
    for found in (one, other):
        assert all(each in surely(found) for each in named(said, found))
    assert surely(one) or surely(other) or not DIFFERENCE.search(said)
    assert len(TOO_FEW.findall(said)) <= 1


@given(elements())
@settings(max_examples=50, deadline=None)
def test_what_surely_differs_is_told(found):
    """Where teams were compared and the test sees a difference, the lead names a reading in which it does."""
    comparison = TeamComparison(found, marks(TEAMS))
    if comparison.is_compared and surely(found):
        said = " ".join(each.striptags() for each in element_lead(comparison, language("en")))
        apart = [each for each in surely(found) if comparison.sharing(each).name in ("UNEVEN", "BY_ONE")]
        assert not apart or named(said, found)
