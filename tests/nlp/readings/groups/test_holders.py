"""Who holds a reading: intervals, differences, common ground."""

from itertools import combinations
from math import isclose

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp.documents.types import Unit
from nlp.readings.groups import holders
from nlp.readings.types import Holding
from nlp.statistics.verdicts import ReadingStatus, Verdict


def note(number: int, team: str, participant: str = "", language: str = "en") -> Unit:
    attributes = {"team": team} | ({"participant": participant} if participant else {})
    return Unit(f"n{number}", f"note {number}", language, "notes.csv", number, 0, 6, "Trust", attributes)


def test_wilson_matches_the_worked_example():
    """The interval of 81 of 263 is 0.255 to 0.366 (Newcombe 1998, table I)."""
    low, high = holders.wilson(81, 263)
    assert isclose(low, 0.2553, abs_tol=5e-4)
    assert isclose(high, 0.3662, abs_tol=5e-4)


def test_wilson_of_nothing_is_everything():
    """No notes tell nothing: 0 to 1."""
    assert holders.wilson(0, 0) == (0.0, 1.0)


@given(of=st.integers(1, 500), data=st.data())
def test_wilson_holds_the_share(of, data):
    """The interval lies in 0 to 1 and around the share."""
    count = data.draw(st.integers(0, of))
    low, high = holders.wilson(count, of)
    assert 0 <= low <= count / of + 1e-12
    assert count / of - 1e-12 <= high <= 1


def test_missing_are_those_who_spoke_elsewhere():
    """A group with notes on the element and none in the reading is missing from it."""
    units = [note(1, "Nepal"), note(2, "Nepal"), note(3, "Bangladesh"), note(4, "")]
    groups = holders.count_groups(units, "team")
    held = holders.holdings(units[:2], groups, "team")
    assert holders.missing(held) == ("Bangladesh",)
    assert held["Nepal"] == Holding(2, 2, 1.0, *holders.wilson(2, 2))


@pytest.mark.parametrize(
    ("own", "rest", "low", "high"),
    [
        ((56, 70), (48, 80), 0.0524, 0.3339),
        ((9, 10), (3, 10), 0.1705, 0.8090),
        ((10, 10), (0, 20), 0.6791, 1.0),
    ],
)
def test_contrast_matches_the_worked_examples(own, rest, low, high):
    """The intervals of 56/70 less 48/80 and two more (Newcombe 1998, table II, method 10)."""
    held = {name: holders.holding(*counts) for name, counts in (("a", own), ("b", rest))}
    found = holders.contrasts(held)
    assert isclose(found["a"].difference, own[0] / own[1] - rest[0] / rest[1])
    assert (round(found["a"].low, 4), round(found["a"].high, 4)) == (low, high)
    assert isclose(found["b"].low, -found["a"].high)


def test_a_group_is_set_beside_all_others_together():
    """4 of 10 beside 3 of 10 and 2 of 20: 0.4 less 5/30."""
    held = {name: holders.holding(*counts) for name, counts in (("a", (4, 10)), ("b", (3, 10)), ("c", (2, 20)))}
    assert isclose(holders.contrasts(held)["a"].difference, 0.4 - 5 / 30)


def test_without_others_there_is_nothing_to_set_beside():
    """One group, and none."""
    assert holders.contrasts({"a": holders.holding(1, 2)}) == holders.contrasts({}) == {}


@given(st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), min_size=2, max_size=5))
def test_a_contrast_lies_in_its_interval(rows):
    """For any counts, and between -1 and 1."""
    counts = {str(n): (inside, inside + outside) for n, (inside, outside) in enumerate(rows) if inside + outside}
    held = {name: holders.holding(*each) for name, each in counts.items()}
    for contrast in holders.contrasts(held).values():
        assert -1 <= contrast.low <= contrast.difference + 1e-12
        assert contrast.difference - 1e-12 <= contrast.high <= 1


@pytest.mark.parametrize(
    ("counts", "verdict", "expected"),
    [
        ({"a": 2, "b": 3}, Verdict.NO_DIFFERENCE, ReadingStatus.SHARED),
        ({"a": 1, "b": 3}, Verdict.NO_DIFFERENCE, ReadingStatus.TOO_FEW),
        ({"a": 1, "b": 3}, Verdict.DIFFERS, ReadingStatus.CONTESTED),
        ({"a": 2, "b": 3}, Verdict.DIFFERS, ReadingStatus.CONTESTED),
        ({"a": 1, "b": 2, "c": 0}, Verdict.NO_DIFFERENCE, ReadingStatus.CONTESTED),
        ({"a": 3, "b": 0}, Verdict.TOO_FEW, ReadingStatus.ONE_GROUP),
        ({"a": 3}, Verdict.TOO_FEW, ReadingStatus.TOO_FEW),
    ],
)
def test_status_says_who_holds_it(counts, verdict, expected):
    """Shared by all, contested, held by one group, or too few to say."""
    held = {group: holders.holding(count, 5) for group, count in counts.items()}
    assert holders.status(held, verdict) == expected


def test_silence_of_a_group_with_one_note_tells_nothing():
    """Who had one note could not hold every reading: neither "one group" nor "contested" follows from it."""
    held = {"a": holders.holding(4, 9), "b": holders.holding(3, 8), "visitor": holders.holding(0, 1)}
    assert holders.status(held, Verdict.NO_DIFFERENCE) == ReadingStatus.SHARED
    assert holders.status({"a": held["a"], "visitor": held["visitor"]}, Verdict.TOO_FEW) == ReadingStatus.TOO_FEW
    assert holders.status(held | {"b": holders.holding(0, 8)}, Verdict.TOO_FEW) == ReadingStatus.ONE_GROUP


def test_a_group_with_one_note_does_not_end_the_common_ground():
    """Two teams share all they say; a visitor's single note about something else changes nothing."""
    held = {"a": holders.holding(4, 4), "b": holders.holding(5, 5), "visitor": holders.holding(0, 1)}
    assert holders.common_ground([held], {"a": 4, "b": 5, "visitor": 1}) == 1.0


def test_common_ground_by_hand():
    """Shares 0.5 and 0.8 in readings that both hold give the geometric mean sqrt(0.4)."""
    both = {"a": holders.holding(2, 4), "b": holders.holding(4, 5)}
    one = {"a": holders.holding(2, 4), "b": holders.holding(0, 5)}
    assert isclose(holders.common_ground([both, one], {"a": 4, "b": 5}), 0.4**0.5)


def test_another_group_of_the_same_kind_leaves_common_ground_alone():
    """The geometric mean does not fall because there are more groups."""
    two = {"a": holders.holding(2, 4), "b": holders.holding(2, 4)}
    three = two | {"c": holders.holding(2, 4)}
    assert isclose(
        holders.common_ground([two], {"a": 4, "b": 4}), holders.common_ground([three], {"a": 4, "b": 4, "c": 4})
    )


def test_a_group_that_agrees_never_lowers_common_ground():
    """0.5 and 0.8 in what all say give 0.632; with a third group that says nothing else it is the cube root of 0.4."""
    two = {"a": holders.holding(2, 4), "b": holders.holding(4, 5)}
    three = two | {"c": holders.holding(6, 6)}
    before = holders.common_ground([two], {"a": 4, "b": 5})
    after = holders.common_ground([three], {"a": 4, "b": 5, "c": 6})
    assert (round(before, 3), round(after, 3)) == (0.632, 0.737)


@given(st.lists(st.tuples(st.integers(1, 20), st.integers(0, 20)), min_size=2, max_size=6), st.integers(3, 20))
def test_common_ground_is_the_geometric_mean_of_the_shares(rows, agreeing):
    """For any groups, and a further group in which everybody agrees does not lower it."""
    of = {str(n): inside + outside for n, (inside, outside) in enumerate(rows)}
    held = {str(n): holders.holding(inside, of[str(n)]) for n, (inside, _) in enumerate(rows)}
    heard = [held[name].share for name in holders.heard(of)]
    ground = holders.common_ground([held], of)
    if len(heard) > 1:
        assert isclose(ground, np.prod(heard) ** (1 / len(heard)))
        more = holders.common_ground([held | {"x": holders.holding(agreeing, agreeing)}], of | {"x": agreeing})
        assert more >= ground - 1e-12


def test_permutation_p_value_agrees_with_all_permutations():
    """Ten participants, one note each: the drawn p-value is the exact one within sampling error."""
    units = [note(number, "a" if number < 5 else "b", f"P{number}") for number in range(10)]
    labels = np.array([0, 0, 0, 0, -1, -1, -1, -1, -1, -1])
    divisions = list(combinations(range(10), 5))
    exact = sum(len({0, 1, 2, 3} & set(first)) in {0, 4} for first in divisions) / len(divisions)
    found = holders.differences(units, labels, ["team"])["team"][0]
    assert isclose(found.p_value, exact, abs_tol=0.01)
    assert isclose(found.effect, np.sqrt(2 / 3), abs_tol=1e-9)


@pytest.mark.parametrize(("holding", "verdict"), [(3, Verdict.TOO_FEW), (4, Verdict.DIFFERS)])
def test_what_could_not_differ_is_too_few_to_say(holding, verdict):
    """All holders in one of two teams of five: with three of them p is 1/6 at best, with four 1/21."""
    units = [note(number, "a" if number < 5 else "b", f"P{number}") for number in range(10)]
    labels = np.array([0] * holding + [-1] * (10 - holding))
    assert holders.differences(units, labels, ["team"])["team"][0].verdict == verdict


def test_a_group_of_one_leaves_the_others_comparable():
    """A visitor with one note does not turn a clear difference between two teams into too few to say."""
    units = [note(n, "a" if n < 10 else "b", f"P{n}") for n in range(20)] + [note(20, "visitor", "V")]
    labels = np.array([0] * 10 + [1] * 11)
    assert holders.differences(units, labels, ["team"])["team"][0].verdict == Verdict.DIFFERS


def test_many_notes_of_one_participant_prove_nothing():
    """Twenty notes of one talkative person are one opinion: a team of two people stays too few to say."""
    units = [note(number, "a", "P1") for number in range(20)] + [note(20 + n, "b", f"Q{n}") for n in range(2)]
    labels = np.array([0] * 20 + [-1] * 2)
    assert holders.differences(units, labels, ["team"])["team"][0].verdict == Verdict.TOO_FEW


def test_a_real_difference_is_found():
    """A reading that all ten people of one team hold and none of the ten of the other differs."""
    units = [note(number, "a" if number < 10 else "b", f"P{number}") for number in range(20)]
    labels = np.array([0] * 10 + [1] * 10)
    assert holders.differences(units, labels, ["team"])["team"][0].verdict == Verdict.DIFFERS


def test_random_groups_are_rarely_called_different():
    """With groups drawn at random at most 5 % of the elements show a difference (200 draws, two standard errors)."""
    generator = np.random.default_rng(7)
    labels = np.array([0] * 12 + [1] * 10 + [2] * 8)
    alarms = 0
    for _ in range(200):
        teams = generator.choice(["a", "b", "c"], 30)
        units = [note(number, team, f"P{number // 2}") for number, team in enumerate(teams)]
        found = holders.differences(units, labels, ["team"], draws=400)["team"]
        alarms += any(difference.verdict == Verdict.DIFFERS for difference in found.values())
    assert alarms / 200 <= 0.05 + 2 * (0.05 * 0.95 / 200) ** 0.5


def test_romanised_notes_count_for_their_language():
    """The attribute language leaves the script out."""
    assert holders.count_groups([note(1, "a", language="bn-Latn"), note(2, "a", language="bn")], "language") == {
        "bn": 2
    }
