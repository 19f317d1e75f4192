"""A group against what is expected of it: the test, and the interval that agrees with it."""

from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nlp.participation.groups.against_chance import AgainstChance, Room

LEVEL = 0.05


def room(shares, members, expected=None) -> Room:
    """Everybody in every session; rows of `shares` need not add up to 1."""
    values = np.array(shares, dtype=float)
    values /= values.sum(axis=1, keepdims=True)
    n = values.shape[1]
    parts = np.full(n, 1 / n) if expected is None else np.array(expected)
    inside = np.isin(np.arange(n), members)
    return Room(values, np.ones(values.shape, dtype=bool), np.tile(parts, (len(values), 1)), inside)


def p_by_hand(made: Room, gap: float = 0.0) -> float:
    """The share of all ways to choose the members that lie as far out, once `gap` is undone, head count expected."""
    sessions, n = made.shares.shape
    own = int(made.members.sum())
    undone = made.shares - np.where(made.members, gap / own, -gap / (n - own))
    scores = undone.sum(axis=0) - sessions / n
    sums = [scores[list(chosen)].sum() for chosen in combinations(range(n), own)]
    return float(np.mean(np.abs(sums) >= abs(scores[made.members].sum()) - 1e-12))


@pytest.mark.parametrize("shares", [[[9, 1, 5, 2, 2, 1, 7, 3]], [[1, 2, 0, 1, 9, 8, 5, 4], [2, 2, 1, 0, 3, 9, 9, 1]]])
def test_test_and_interval_are_those_of_all_ways_to_choose_the_members(shares):
    """Four of eight people: every gap inside the interval has p >= 0.05, every gap outside has less."""
    made = room(shares, [0, 1, 2, 3])
    chance = AgainstChance.of(made)
    assert chance.evidence().p_value == pytest.approx(p_by_hand(made))
    low, high = chance.gap_interval()
    for gap in np.linspace(-0.5, 0.5, 41):
        assert (p_by_hand(made, gap) >= LEVEL) == (low - 1e-9 <= gap <= high + 1e-9)


def test_too_few_people_have_no_interval():
    """Two of five: even the most extreme of ten ways is one of ten."""
    assert AgainstChance.of(room([[1, 2, 30, 30, 30]], [0, 1])).gap_interval() is None


def test_where_nothing_is_expected_of_somebody_nothing_can_be_tested():
    """And where everybody is in the group."""
    assert AgainstChance.of(room([[1, 1, 1]], [0], [0.0, 0.5, 0.5])) is None
    assert AgainstChance.of(room([[1, 1, 1]], [0, 1, 2])) is None


amounts = st.lists(st.lists(st.integers(0, 9), min_size=9, max_size=9).filter(any), min_size=1, max_size=3)


@given(amounts, st.floats(0.05, 0.95))
@settings(deadline=None, max_examples=60)
def test_the_interval_leaves_out_no_gap_exactly_where_the_test_rejects(shares, expected):
    """Whatever is expected of the group of four."""
    parts = [expected / 4] * 4 + [(1 - expected) / 5] * 5
    chance = AgainstChance.of(room(shares, [0, 1, 2, 3], parts))
    found = chance.gap_interval()
    if found is None:
        assert chance.evidence().p_value >= LEVEL
    else:
        assert (chance.evidence().p_value < LEVEL) == (found[0] > 0 or found[1] < 0)


def test_one_session_in_which_groups_make_no_difference():
    """Whoever talks much, in at most 5 % of 600 made sessions is the expected share outside (two standard errors)."""
    random = np.random.default_rng(12)
    outside = 0
    for _ in range(600):
        said = random.lognormal(0, 1.2, 9) * (random.random(9) > 0.2)
        found = AgainstChance.of(room([said + 1e-9], [0, 1, 2]), draws=200).gap_interval()
        outside += found is not None and (found[0] > 0 or found[1] < 0)
    assert outside / 600 <= LEVEL + 2 * (LEVEL * (1 - LEVEL) / 600) ** 0.5


PARTS = [0.6 / 4] * 4 + [0.4 / 6] * 6
"""Four of ten people, of whom the facilitator expects 60 % of the floor."""


def rejected(parts, seed: int, times: int) -> float:
    """Return how often a test against `PARTS` rejects where each speaks in proportion to `parts`, and to their mood."""
    random = np.random.default_rng(seed)
    found = 0
    for _ in range(times):
        talkative = random.lognormal(0, 0.35, 10)
        said = np.array(parts) * talkative * random.lognormal(0, 0.35, (4, 10))
        found += AgainstChance.of(room(said, [0, 1, 2, 3], PARTS)).evidence().p_value < LEVEL
    return found / times


def test_a_group_that_speaks_as_expected_is_rarely_called_different():
    """In at most 5 % of 400 made programmes, although it has 60 % of the floor and 40 % of the heads."""
    assert rejected(PARTS, 5, 400) <= LEVEL + 2 * (LEVEL * (1 - LEVEL) / 400) ** 0.5


def test_a_group_that_speaks_like_its_number_falls_short_of_what_is_expected():
    """With 40 % of the heads and of the floor, where 60 % are expected: found in more than half of the programmes."""
    assert rejected([0.1] * 10, 6, 200) > 0.5
