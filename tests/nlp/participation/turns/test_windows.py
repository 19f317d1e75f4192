import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp.participation.turns.windows import ALTERNATING, BACK_AND_FORTH, DOMINATING, share_talk_time, slide_windows

CONVOKIT = json.loads((Path(__file__).parent / "talk_time_sharing.json").read_text())["conversations"]
PATTERNS = {
    "dominating_throughout": DOMINATING,
    "back_and_forth": BACK_AND_FORTH,
    "alter_dominance": ALTERNATING,
    "no_label": None,
}


@pytest.mark.parametrize("conversation", CONVOKIT, ids=lambda each: each["name"])
def test_two_groups_give_the_numbers_of_convokit(conversation):
    """Primary group, balance, every window and the pattern of conversations that ConvoKit itself measured."""
    found = share_talk_time([tuple(turn) for turn in conversation["turns"]])
    assert found.primary == conversation["primary"]
    assert found.balance == pytest.approx(conversation["balance"], rel=1e-12)
    signs = [0 if holder is None else 1 if holder == found.primary else -1 for holder in found.windows]
    assert signs == conversation["windows"]
    assert found.pattern == PATTERNS[conversation["pattern"]]


def test_every_pattern_is_among_convokits_conversations():
    """So that none goes untested."""
    assert {each["pattern"] for each in CONVOKIT} == set(PATTERNS)


def test_three_groups_by_hand():
    """Windows of 10 s every 10 s over A 0-10, B 10-18, C 18-20, C 20-40: A, B, C, then the last turn ends it."""
    turns = [("A", 0, 10), ("B", 10, 18), ("C", 18, 20), ("C", 20, 40)]
    found = share_talk_time(turns, width=10, step=10)
    assert (found.primary, found.balance) == ("C", pytest.approx(22 / 40))
    assert found.windows == ("A", "B")
    assert found.pattern == ALTERNATING


def test_equal_groups_have_no_primary_one_and_silence_no_window():
    """Exact ties are no lead; a window in which nobody speaks counts for nothing."""
    found = share_talk_time([("A", 0, 10), ("B", 100, 110), ("A", 110, 111), ("B", 111, 112)], width=10, step=10)
    assert (found.primary, found.balance) == (None, 0.5)
    assert found.windows == ("A", "B")
    assert share_talk_time([("A", 5, 5)]).balance is None


def test_windows_by_hand():
    """10 s every 5 s over 22 s: starts 0, 5, 10; the person's overlapping turns count once, the group's add up."""
    people = {"A": [(0, 6), (4, 8)], "B": [(7, 12)], "C": [(20, 22)]}
    found = slide_windows(people, {"team": {"x": ("A", "B", "silent"), "y": ("C",)}}, (0, 22), 10, 5)
    assert found.starts == (0, 5, 10)
    assert found.people == {"A": (8, 3, 0), "B": (3, 5, 2), "C": (0, 0, 0)}
    assert found.groups == {"team": {"x": (11, 8, 2), "y": (0, 0, 0)}}
    assert found.held_by == ("A", "B", "B")


def test_a_session_shorter_than_a_window_has_none():
    """Nothing is made up."""
    assert slide_windows({"A": [(0, 9)]}, {}, (0, 9)).starts == ()


@given(
    st.lists(st.tuples(st.sampled_from("AB"), st.integers(0, 60), st.integers(1, 20)), min_size=1, max_size=12),
    st.integers(1, 30),
    st.integers(1, 10),
)
def test_windows_agree_with_counting_seconds(turns, width, step):
    """Whole seconds, counted one by one."""
    people = {name: [(start, start + long) for who, start, long in turns if who == name] for name in "AB"}
    span = (min(start for _, start, _ in turns), max(start + long for _, start, long in turns))
    found = slide_windows(people, {}, span, width, step)
    spoken = {name: {second for start, end in people[name] for second in range(start, end)} for name in "AB"}
    assert list(found.starts) == [start for start in range(span[0], span[1], step) if start + width < span[1]]
    for name in "AB":
        counted = [len(spoken[name] & set(range(int(start), int(start) + width))) for start in found.starts]
        assert list(found.people[name]) == counted


def test_a_wrong_time_makes_no_million_windows():
    """One cue months after the others is a slip of the record."""
    found = slide_windows({"A": [(0, 10)], "B": [(9e6, 9e6 + 5)]}, {}, (0, 9e6 + 5))
    assert (found.starts, found.people, found.held_by) == ((), {"A": (), "B": ()}, ())
