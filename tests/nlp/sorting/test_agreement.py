"""Krippendorff's alpha against his own example, its interval, and piles that two people called differently."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp.sorting.agreement import compare_sortings, krippendorff_alpha, same_names

MISSING = ""
OBSERVERS = (
    "1 2 3 3 2 1 4 1 2 . . .",
    "1 2 3 3 2 2 4 1 2 5 . 3",
    ". 3 3 3 2 3 4 2 2 5 1 .",
    "1 2 3 3 2 4 4 1 2 5 1 .",
)
"""Krippendorff, Computing Krippendorff's Alpha-Reliability (2011), section C: four observers, twelve units."""


def published() -> dict[str, dict[str, str]]:
    """Return the sortings of the published example."""
    return {
        f"observer {row}": {f"u{unit:02}": value.replace(".", MISSING) for unit, value in enumerate(values.split())}
        for row, values in enumerate(OBSERVERS)
    }


def test_published_example_with_missing_values():
    """Alpha of Krippendorff's four observers is 0.743; the unit that one of them alone coded counts for nothing."""
    found = compare_sortings(published())
    assert found.alpha == pytest.approx(0.743, abs=0.0005)
    assert found.notes == 11
    assert found.low is not None
    assert found.high is not None
    assert found.low < found.alpha < found.high


def test_two_people_and_two_readings_by_hand():
    """Ten notes, seven placed alike; 9 of the 20 values say trust: alpha is 1 - (6 / 20) / (2 * 9 * 11 / (20 * 19))."""
    one = {f"n{row}": "trust" if row < 4 else "money" for row in range(10)}
    other = {**one, "n0": "money", "n8": "trust", "n9": "trust"}
    found = compare_sortings({"Rina": one, "Sita": other})
    assert found.alpha == pytest.approx(1 - (6 / 20) / (2 * 9 * 11 / (20 * 19)))
    assert found.agreed == 7


def test_what_to_talk_about_comes_with_what_each_said():
    """Notes that people placed apart are named, those on which most differ first; case and punctuation do not count."""
    found = compare_sortings(
        {
            "a": {"n1": "Trust", "n2": "money", "n3": "time"},
            "b": {"n1": "trust!", "n2": "time", "n3": "money"},
            "c": {"n3": "place"},
        }
    )
    assert [each.id for each in found.disagreements] == ["n3", "n2"]
    assert found.disagreements[0].readings == {"a": "time", "b": "money", "c": "place"}


@pytest.mark.parametrize("sortings", [{}, {"a": {}, "b": {}}, {"a": {"n": "x"}, "b": {"m": "x"}}])
def test_nothing_in_common_says_nothing(sortings):
    """Without a note that two people placed there is no alpha and no interval."""
    found = compare_sortings(sortings)
    assert (found.alpha, found.low, found.high, found.notes) == (None, None, None, 0)


def test_one_reading_says_nothing():
    """Where everything is one reading nobody could have disagreed."""
    assert compare_sortings({"a": {"n": "x", "m": "x"}, "b": {"n": "x", "m": "x"}}).alpha is None


def test_piles_are_paired_by_their_notes():
    """Piles of two people that share most notes are one; a pile that shares none is nobody's."""
    one = {"1": "money", "2": "money", "3": "trust", "4": "trust"}
    other = {"1": "टाका", "2": "टाका", "3": "বিশ্বাস", "4": "टाका", "5": "alone"}
    assert same_names(one, other) == {"टाका": "money", "বিশ্বাস": "trust"}


def test_nothing_to_pair():
    """Nobody's piles pair with none."""
    assert same_names({}, {"1": "a"}) == {}


@given(st.lists(st.lists(st.integers(0, 3), min_size=3, max_size=3), min_size=2, max_size=12))
def test_alpha_is_at_most_one_and_symmetric(rows):
    """Alpha never exceeds 1, is 1 exactly if nobody differs, and does not depend on how categories are ordered."""
    counts = np.array(rows)
    alpha = krippendorff_alpha(counts)
    several = counts[counts.sum(axis=1) > 1]
    if alpha is None:
        assert (several.sum(axis=0) > 0).sum() < 2
        return
    assert alpha <= 1.0 + 1e-12
    assert ((several > 0).sum(axis=1) == 1).all() == (alpha == pytest.approx(1.0))
    assert krippendorff_alpha(counts[:, ::-1]) == pytest.approx(alpha)
