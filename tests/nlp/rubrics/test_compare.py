"""Rubrics of several teams: same, same on another level, only here."""

import pytest

from nlp import compare_rubrics
from nlp.documents.types import Descriptor
from nlp.errors import NothingToAnalyse
from tests.embedders import BagOfWords


def descriptor(team: str, level: str, text: str, element: str = "Communications") -> Descriptor:
    return Descriptor(f"{team}-{text}", element, level, text, "en", f"{team}.csv", 2, team)


NEPAL = [
    descriptor("Nepal", "emerging", "Decisions reach the field office by phone"),
    descriptor("Nepal", "well-functioning", "Load shedding is planned for"),
]
BANGLADESH = [
    descriptor("Bangladesh", "well-functioning", "Decisions reach the field office by phone"),
    descriptor("Bangladesh", "needs help", "Nobody reads long emails"),
]


def test_the_same_sentence_on_another_level_comes_first():
    """What Nepal calls emerging is well-functioning for Bangladesh."""
    (element,) = compare_rubrics([*NEPAL, *BANGLADESH], BagOfWords()).elements
    (match,) = element.matched
    assert match.crosses_levels
    assert (match.a.team, match.a.level, match.b.level) == ("Nepal", "emerging", "well-functioning")
    assert match.similarity == pytest.approx(1.0, abs=1e-5)


def test_descriptors_without_a_match_stand_in_one_team_only():
    """Nothing is matched by force."""
    (element,) = compare_rubrics([*NEPAL, *BANGLADESH], BagOfWords()).elements
    assert [d.text for d in element.only_in["Nepal"]] == ["Load shedding is planned for"]
    assert [d.text for d in element.only_in["Bangladesh"]] == ["Nobody reads long emails"]


def test_each_descriptor_has_one_match_per_team():
    """Two like sentences of one team do not share the only counterpart of the other."""
    double = [NEPAL[0], descriptor("Nepal", "emerging", "Decisions reach the field office by phone call")]
    (element,) = compare_rubrics([*double, BANGLADESH[0]], BagOfWords()).elements
    assert len(element.matched) == 1
    assert len(element.only_in["Nepal"]) == 1


def test_three_teams_are_compared_in_pairs():
    """A sentence that three teams share gives three matches and stands in no team only."""
    teams = [descriptor(team, "emerging", "We listen to each other") for team in ("A", "B", "C")]
    (element,) = compare_rubrics(teams, BagOfWords()).elements
    assert len(element.matched) == 3
    assert not any(element.only_in.values())


def test_elements_are_not_mixed():
    """The same sentence under another element is no match."""
    other = descriptor("Bangladesh", "emerging", "Load shedding is planned for", element="Adaptability")
    result = compare_rubrics([*NEPAL, other], BagOfWords())
    assert [len(element.matched) for element in result.elements] == [0, 0]


def test_one_team_is_refused():
    """A comparison needs two teams, and the line says so."""
    with pytest.raises(NothingToAnalyse, match="needs two"):
        compare_rubrics(NEPAL, BagOfWords())
