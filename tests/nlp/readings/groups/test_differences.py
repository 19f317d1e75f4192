"""Whether groups differ in holding a reading."""

from itertools import combinations
from math import isclose

import numpy as np
import pytest

from nlp.documents.types import Unit
from nlp.readings.groups.differences import differences
from nlp.statistics.verdicts import Verdict


def note(number: int, team: str, participant: str = "") -> Unit:
    attributes = {"team": team} | ({"participant": participant} if participant else {})
    return Unit(f"n{number}", f"note {number}", "en", "notes.csv", number, 0, 6, "Trust", attributes)


def test_permutation_p_value_agrees_with_all_permutations():
    """Ten participants, one note each: the drawn p-value is the exact one within sampling error."""
    units = [note(number, "a" if number < 5 else "b", f"P{number}") for number in range(10)]
    labels = np.array([0, 0, 0, 0, -1, -1, -1, -1, -1, -1])
    divisions = list(combinations(range(10), 5))
    exact = sum(len({0, 1, 2, 3} & set(first)) in {0, 4} for first in divisions) / len(divisions)
    found = differences(units, labels, ["team"])["team"][0]
    assert isclose(found.p_value, exact, abs_tol=0.01)
    assert isclose(found.effect, np.sqrt(2 / 3), abs_tol=1e-9)


@pytest.mark.parametrize(("holding", "verdict"), [(3, Verdict.TOO_FEW), (4, Verdict.DIFFERS)])
def test_what_could_not_differ_is_too_few_to_say(holding, verdict):
    """All holders in one of two teams of five: with three of them p is 1/6 at best, with four 1/21."""
    units = [note(number, "a" if number < 5 else "b", f"P{number}") for number in range(10)]
    labels = np.array([0] * holding + [-1] * (10 - holding))
    assert differences(units, labels, ["team"])["team"][0].verdict == verdict


def test_a_group_of_one_leaves_the_others_comparable():
    """A visitor with one note does not turn a clear difference between two teams into too few to say."""
    units = [note(n, "a" if n < 10 else "b", f"P{n}") for n in range(20)] + [note(20, "visitor", "V")]
    labels = np.array([0] * 10 + [1] * 11)
    assert differences(units, labels, ["team"])["team"][0].verdict == Verdict.DIFFERS


def test_many_notes_of_one_participant_prove_nothing():
    """Twenty notes of one talkative person are one opinion: a team of two people stays too few to say."""
    units = [note(number, "a", "P1") for number in range(20)] + [note(20 + n, "b", f"Q{n}") for n in range(2)]
    labels = np.array([0] * 20 + [-1] * 2)
    assert differences(units, labels, ["team"])["team"][0].verdict == Verdict.TOO_FEW


def test_a_real_difference_is_found():
    """A reading that all ten people of one team hold and none of the ten of the other differs."""
    units = [note(number, "a" if number < 10 else "b", f"P{number}") for number in range(20)]
    labels = np.array([0] * 10 + [1] * 10)
    assert differences(units, labels, ["team"])["team"][0].verdict == Verdict.DIFFERS


def test_random_groups_are_rarely_called_different():
    """With groups drawn at random at most 5 % of the elements show a difference (200 draws, two standard errors)."""
    generator = np.random.default_rng(7)
    labels = np.array([0] * 12 + [1] * 10 + [2] * 8)
    alarms = 0
    for _ in range(200):
        teams = generator.choice(["a", "b", "c"], 30)
        units = [note(number, team, f"P{number // 2}") for number, team in enumerate(teams)]
        found = differences(units, labels, ["team"], draws=400)["team"]
        alarms += any(difference.verdict == Verdict.DIFFERS for difference in found.values())
    assert alarms / 200 <= 0.05 + 2 * (0.05 * 0.95 / 200) ** 0.5
