"""Intervals of shares that rest on people."""

from math import isclose

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp.statistics.proportions import Voices, all_voices, difference_interval, wilson


def voices(*people: tuple[int, int]) -> Voices:
    """People, each with (notes in the reading, notes)."""
    return all_voices(Voices(1, n, x, n * n, n * x, x * x) for x, n in people)


def one_each(count: int, of: int) -> Voices:
    return voices(*[(1, 1)] * count, *[(0, 1)] * (of - count))


def test_wilson_matches_the_worked_example():
    """The interval of 81 of 263 is 0.255 to 0.366 (Newcombe 1998, table I)."""
    low, high = wilson(81, 263)
    assert isclose(low, 0.2553, abs_tol=5e-4)
    assert isclose(high, 0.3662, abs_tol=5e-4)


def test_wilson_of_nothing_is_everything():
    """No notes tell nothing: 0 to 1."""
    assert wilson(0, 0) == (0.0, 1.0)


@given(of=st.integers(1, 500), data=st.data())
def test_wilson_holds_the_share(of, data):
    """The interval lies in 0 to 1 and around the share."""
    count = data.draw(st.integers(0, of))
    low, high = wilson(count, of)
    assert 0 <= low <= count / of + 1e-12
    assert count / of - 1e-12 <= high <= 1


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
    found = difference_interval(one_each(*own), one_each(*rest))
    assert (round(found[0], 4), round(found[1], 4)) == (low, high)
    assert isclose(difference_interval(one_each(*rest), one_each(*own))[0], -found[1])


people_with_notes = st.lists(
    st.integers(1, 9).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))), min_size=1, max_size=12
)


@given(st.integers(1, 60), st.data())
def test_with_one_note_each_the_interval_is_wilsons(of, data):
    """Notes of as many people are independent."""
    count = data.draw(st.integers(0, of))
    assert one_each(count, of).interval() == wilson(count, of)


@given(people_with_notes)
def test_there_are_never_more_voices_than_notes_nor_fewer_than_people_of_one_mind(people):
    """The effective number of notes lies between Kish's number of people and the number of notes."""
    found = voices(*people)
    notes = [n for _, n in people]
    low, high = found.interval()
    assert sum(notes) ** 2 / sum(n * n for n in notes) - 1e-9 <= found.effective() <= sum(notes) + 1e-9
    assert low - 1e-12 <= found.share <= high + 1e-12


def test_a_thought_said_ten_times_is_one_voice():
    """Three people who say one thing ten times each, and three who never say it, are six voices and not sixty."""
    low, high = voices(*[(10, 10)] * 3, *[(0, 10)] * 3).interval()
    assert (low, high) == pytest.approx(wilson(3, 6), abs=1e-9)


def test_the_effective_number_by_hand():
    """Notes 4 and 1, 4 and 3, 2 and 1: share 1/2, spread 1 + 1 + 0; 10² x 0.25 / 2 x (t9 / t2)² = 12.5 x 0.276."""
    found = voices((1, 4), (3, 4), (1, 2))
    assert found.effective() == pytest.approx(12.5 * (2.262157 / 4.302653) ** 2, rel=1e-5)


def test_groups_of_talkative_people_are_covered():
    """People of whom each has a bent of their own: the interval holds the true share in about 95 % of 400 groups.

    Wilson's interval of the notes does in far fewer.
    """
    random = np.random.default_rng(5)
    held, held_by_notes = 0, 0
    for _ in range(400):
        bents, sizes = random.beta(0.8, 1.2, 12), random.integers(1, 9, 12)
        found = voices(*zip(random.binomial(sizes, bents).tolist(), sizes.tolist(), strict=True))
        low, high = found.interval()
        held += low <= 0.4 <= high
        low, high = wilson(found.count, found.of)
        held_by_notes += low <= 0.4 <= high
    assert held / 400 >= 0.95 - 2 * (0.05 * 0.95 / 400) ** 0.5
    assert held_by_notes / 400 < 0.85
