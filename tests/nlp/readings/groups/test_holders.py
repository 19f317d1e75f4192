"""Who holds a reading, who lacks it, and common ground."""

from math import isclose

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp.documents.types import Unit
from nlp.readings.groups import holders
from nlp.readings.groups.notes_by_person import count_notes
from nlp.readings.groups.shares import holding, holdings
from nlp.readings.types import Holding
from nlp.statistics.proportions import Voices, wilson
from nlp.statistics.verdicts import ReadingStatus, Verdict


def note(number: int, team: str, participant: str = "", language: str = "en") -> Unit:
    attributes = {"team": team} | ({"participant": participant} if participant else {})
    return Unit(f"n{number}", f"note {number}", language, "notes.csv", number, 0, 6, "Trust", attributes)


def share_of(count: int, of: int) -> Holding:
    """So many notes, each another person's."""
    return holding(Voices(of, of, count, of, count, count))


def test_missing_are_those_who_spoke_elsewhere():
    """A group with notes on the element and none in the reading is missing from it."""
    units = [note(1, "Nepal"), note(2, "Nepal"), note(3, "Bangladesh"), note(4, "")]
    (held,) = map(holdings, count_notes(units, np.array([0, 0, -1, -1]), "team", 1).voices())
    assert holders.missing(held) == ("Bangladesh",)
    assert held["Nepal"] == Holding(2, 2, 1.0, *wilson(2, 2))


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
    held = {group: share_of(count, 5) for group, count in counts.items()}
    assert holders.status(held, verdict) == expected


def test_silence_of_a_group_with_one_note_tells_nothing():
    """Who had one note could not hold every reading: neither "one group" nor "contested" follows from it."""
    held = {"a": share_of(4, 9), "b": share_of(3, 8), "visitor": share_of(0, 1)}
    assert holders.status(held, Verdict.NO_DIFFERENCE) == ReadingStatus.SHARED
    assert holders.status({"a": held["a"], "visitor": held["visitor"]}, Verdict.TOO_FEW) == ReadingStatus.TOO_FEW
    assert holders.status(held | {"b": share_of(0, 8)}, Verdict.TOO_FEW) == ReadingStatus.ONE_GROUP


def test_a_group_with_one_note_does_not_end_the_common_ground():
    """Two teams share all they say; a visitor's single note about something else changes nothing."""
    held = {"a": share_of(4, 4), "b": share_of(5, 5), "visitor": share_of(0, 1)}
    assert holders.common_ground([held], {"a": 4, "b": 5, "visitor": 1}) == 1.0


def test_common_ground_by_hand():
    """Shares 0.5 and 0.8 in readings that both hold give the geometric mean sqrt(0.4)."""
    both = {"a": share_of(2, 4), "b": share_of(4, 5)}
    one = {"a": share_of(2, 4), "b": share_of(0, 5)}
    assert isclose(holders.common_ground([both, one], {"a": 4, "b": 5}), 0.4**0.5)


def test_another_group_of_the_same_kind_leaves_common_ground_alone():
    """The geometric mean does not fall because there are more groups."""
    two = {"a": share_of(2, 4), "b": share_of(2, 4)}
    three = two | {"c": share_of(2, 4)}
    assert isclose(
        holders.common_ground([two], {"a": 4, "b": 4}), holders.common_ground([three], {"a": 4, "b": 4, "c": 4})
    )


def test_a_group_that_agrees_never_lowers_common_ground():
    """0.5 and 0.8 in what all say give 0.632; with a third group that says nothing else it is the cube root of 0.4."""
    two = {"a": share_of(2, 4), "b": share_of(4, 5)}
    three = two | {"c": share_of(6, 6)}
    before = holders.common_ground([two], {"a": 4, "b": 5})
    after = holders.common_ground([three], {"a": 4, "b": 5, "c": 6})
    assert (round(before, 3), round(after, 3)) == (0.632, 0.737)


@given(st.lists(st.tuples(st.integers(1, 20), st.integers(0, 20)), min_size=2, max_size=6), st.integers(3, 20))
def test_common_ground_is_the_geometric_mean_of_the_shares(rows, agreeing):
    """For any groups, and a further group in which everybody agrees does not lower it."""
    of = {str(n): inside + outside for n, (inside, outside) in enumerate(rows)}
    held = {str(n): share_of(inside, of[str(n)]) for n, (inside, _) in enumerate(rows)}
    heard = [held[name].share for name in holders.heard(of)]
    ground = holders.common_ground([held], of)
    if len(heard) > 1:
        assert isclose(ground, np.prod(heard) ** (1 / len(heard)))
        more = holders.common_ground([held | {"x": share_of(agreeing, agreeing)}], of | {"x": agreeing})
        assert more >= ground - 1e-12


def test_romanised_notes_count_for_their_language():
    """The attribute language leaves the script out."""
    assert holders.count_groups([note(1, "a", language="bn-Latn"), note(2, "a", language="bn")], "language") == {
        "bn": 2
    }
