"""Words that set groups apart, said in sentences."""

import re
from dataclasses import replace

import pytest

from nlp.readings.types import DistinctiveWord, GroupWords
from nlp.statistics.verdicts import Verdict
from service.presentation.i18n import language
from service.presentation.readings.distinctive import distinctive_view
from tests.service.presentation.readings.made import element

BOATS = GroupWords("Sylhet", "bn", 9, 20, 7, (DistinctiveWord("নৌকা", 8, 11, 1, 3.1, 0.002),), Verdict.DIFFERS)
ROADS = GroupWords("Hills", "bn", 7, 9, 9, (), Verdict.NO_DIFFERENCE)


def alone(verdict):
    return GroupWords("Hills", "ne", 7, 9, 0, (), verdict)


def said(groups, spoken="en", teams=("Sylhet", "Hills"), attribute="team"):
    given = element(teams=dict.fromkeys(teams, 9))
    return distinctive_view(replace(given, distinctive={attribute: tuple(groups)}), language(spoken))


def test_a_line_counts_people_on_both_sides():
    """The word in its own language, and how many of how many."""
    (line,) = said([ROADS, BOATS]).lines
    assert 'lang="bn"' in line
    assert line.striptags() == ("Words of Sylhet, beside others who write Bangla: নৌকা (8 of 9 people; others 1 of 7).")


@pytest.mark.parametrize(("spoken", "people"), [("bn", "৯ জনের ৮ জন"), ("ne", "९मध्ये ८ जना")])
def test_lines_are_spoken_in_the_readers_language(spoken, people):
    """Digits, order and words of the catalogue."""
    (line,) = said([BOATS], spoken).lines
    assert people in line.striptags()
    assert not re.search("[A-Za-z]", line.striptags().replace("Sylhet", ""))


@pytest.mark.parametrize(
    ("verdicts", "start"),
    [
        ((Verdict.NOBODY_ELSE, Verdict.NOBODY_ELSE), "No two teams write in the same language here"),
        ((Verdict.NOBODY_ELSE, Verdict.TOO_FEW), "Too few people"),
        ((Verdict.TOO_FEW, Verdict.NO_DIFFERENCE), "Among those who write the same language"),
        ((), "Too few people"),
    ],
)
def test_why_there_are_no_words(verdicts, start):
    """Where teams have no words of their own, one sentence says why."""
    found = said([alone(verdict) for verdict in verdicts])
    assert found.lines == ()
    assert str(found.none).startswith(start)


def test_one_team_and_other_attributes_need_no_excuse():
    """Nothing is said of words where there is one team, or where teams have words."""
    assert said([alone(Verdict.NOBODY_ELSE)], teams=("Hills",)).none is None
    assert said([BOATS]).none is None
    assert len(said([BOATS], attribute="gender").lines) == 1
