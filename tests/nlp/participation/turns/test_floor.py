import numpy as np
import pytest

from nlp.participation.turns.floor import Holding, Voice, count_follows, find_holdings, in_order, is_clear, to_timeline
from nlp.participation.types import Floor, Follow
from nlp.transcripts.types import Turn


def voices(*spoken):
    """Build voices from (person, start, end)."""
    return [Voice(person, Turn(person, start, end, "ab", 1)) for person, start, end in spoken]


def test_consecutive_turns_of_one_person_are_one_holding():
    """Pauses do not end it, another voice does, and so does speech of nobody known."""
    held = find_holdings(
        voices(("A", 0, 2), ("A", 60, 61), ("B", 61, 62), ("A", 62, 63), (None, 63, 64), ("A", 64, 65))
    )
    assert [(holding.person, holding.seconds) for holding in held] == [
        ("A", 3),
        ("B", 1),
        ("A", 1),
        (None, 1),
        ("A", 1),
    ]


def test_the_timeline_holds_known_people_only():
    """With first start, last end and characters."""
    held = find_holdings(voices(("A", 0, 2), ("A", 1, 5), (None, 5, 6), ("B", 6, 7)))
    assert to_timeline(held) == (Floor("A", 0, 5, 4), Floor("B", 6, 7, 2))


def test_order_is_by_time_where_there_are_times():
    """Cues may stand in any order in the file."""
    shuffled = voices(("B", 5, 6), ("A", 0, 9))
    assert [voice.person for voice in in_order(shuffled, timed=True)] == ["A", "B"]
    assert [voice.person for voice in in_order(shuffled, timed=False)] == ["B", "A"]


def test_follows_worked_by_hand():
    """A B A C A B: A holds 3, B 2, C 1. After A: B 2, C 1, expected 3*2/3 and 3*1/3. After B: A 1, expected 3/4."""
    held = find_holdings(voices(*((person, n, n + 1) for n, person in enumerate("ABACAB"))))
    assert count_follows(held) == (
        Follow("A", "B", 2, pytest.approx(2.0)),
        Follow("A", "C", 1, pytest.approx(1.0)),
        Follow("B", "A", 1, pytest.approx(0.75)),
        Follow("C", "A", 1, pytest.approx(0.6)),
    )


def test_a_handover_through_speech_of_nobody_known_does_not_count():
    """A, somebody, B: who followed whom is not known."""
    assert count_follows(find_holdings(voices(("A", 0, 1), (None, 1, 2), ("B", 2, 3)))) == ()


@pytest.mark.parametrize(("people", "turns"), [(6, 80), (12, 150), (20, 300)])
def test_a_pair_that_stands_out_is_rarely_chance(people, turns):
    """Where the next speaker is drawn by how much each talks, at most 5 % of 100 sessions have a clear pair."""
    random = np.random.default_rng(people)
    found = 0
    for _ in range(100):
        talkative = random.dirichlet(np.full(people, 1.5))
        order = [0]
        while len(order) < turns:
            others = np.where(np.arange(people) == order[-1], 0.0, talkative)
            order.append(int(random.choice(people, p=others / others.sum())))
        follows = count_follows([Holding(f"P{each}") for each in order])
        found += any(is_clear(each.count, each.expected) for each in follows)
    assert found / 100 <= 0.05 + 2 * (0.05 * 0.95 / 100) ** 0.5
