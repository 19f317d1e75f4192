"""Shares of groups and what sets them apart: intervals that rest on people, as the test does."""

from math import isclose

import numpy as np
import pytest

from nlp.documents.types import Unit
from nlp.readings.groups.differences import differences
from nlp.readings.groups.notes_by_person import count_notes
from nlp.readings.groups.shares import contrasts, holdings
from nlp.readings.types import Contrast, Difference, Reading
from nlp.statistics.proportions import wilson
from nlp.statistics.verdicts import Verdict


def notes(**teams: list[tuple[int, int]]) -> tuple[list[Unit], np.ndarray]:
    """Notes of people by team, each with (notes in the reading, others)."""
    units, labels = [], []
    for team, people in teams.items():
        for person, (inside, others) in enumerate(people):
            for label in [0] * inside + [-1] * others:
                own = {"team": team, "participant": f"{team}{person}"}
                units.append(Unit(f"n{len(units)}", "x", "en", "notes.csv", len(units), 0, 1, "Trust", own))
                labels.append(label)
    return units, np.array(labels)


def one_each(count: int, of: int) -> list[tuple[int, int]]:
    return [(1, 0)] * count + [(0, 1)] * (of - count)


def test_a_group_is_set_beside_all_others_together():
    """4 of 10 beside 3 of 10 and 2 of 20: 0.4 less 5/30."""
    (voices,) = count_notes(*notes(a=one_each(4, 10), b=one_each(3, 10), c=one_each(2, 20)), "team", 1).voices()
    found = contrasts(voices)
    assert isclose(found["a"].difference, 0.4 - 5 / 30)


def test_without_others_there_is_nothing_to_set_beside():
    """One group, and none."""
    (alone,) = count_notes(*notes(a=one_each(1, 2)), "team", 1).voices()
    (nobody,) = count_notes(*notes(), "team", 1).voices()
    assert contrasts(alone) == contrasts(nobody) == holdings(nobody) == {}


def test_one_person_who_repeats_a_thought_is_one_voice():
    """Twenty notes of one person among three leave the share as open as three people do."""
    units, labels = notes(a=[(20, 0), (0, 1), (0, 1)], b=one_each(1, 3))
    (held,) = map(holdings, count_notes(units, labels, "team", 1).voices())
    assert (held["a"].count, held["a"].of) == (20, 22)
    assert held["a"].low < 0.3 < 0.7 < wilson(20, 22)[0]


def programme(random: np.random.Generator, effect: float) -> tuple[list[Unit], np.ndarray]:
    """Two teams of 12 and 10 people with one to six notes each, of whom each leans to the reading or not."""
    people = {"a": 12, "b": 10}
    made = {}
    for team, size in people.items():
        bents = 1 / (1 + np.exp(0.4 - random.normal(effect * (team == "b"), 1.5, size)))
        many = random.integers(1, 7, size)
        inside = random.binomial(many, bents)
        made[team] = list(zip(inside.tolist(), (many - inside).tolist(), strict=True))
    return notes(**made)


@pytest.mark.parametrize("effect", [0.0, 1.5, 3.0])
def test_verdict_and_interval_rarely_disagree(effect):
    """With one reading and two teams nothing is corrected: both then say the same in nineteen of twenty programmes."""
    random = np.random.default_rng(int(effect * 10) + 1)
    apart = 0
    for _ in range(120):
        units, labels = programme(random, effect)
        difference = differences(units, labels, ["team"], draws=400)["team"][0]
        contrast = contrasts(count_notes(units, labels, "team", 1).voices()[0])["a"]
        apart += (difference.verdict == Verdict.DIFFERS) != (contrast.low > 0 or contrast.high < 0)
    assert apart / 120 <= 0.05 + 2 * (0.05 * 0.95 / 120) ** 0.5


def reading(verdict: Verdict, **beside: Contrast) -> Reading:
    return Reading(
        id="trust-1",
        label="",
        labels={},
        words=(),
        gloss={},
        units=(),
        quotes=(),
        stability=1.0,
        held_by={},
        missing_from={},
        beside_others={"team": beside},
        difference={"team": Difference(0.5, 0.1, verdict)},
        status={},
    )


def test_only_the_verdict_lets_a_group_stand_apart():
    """Whatever the intervals say; of several groups the one furthest from the others, if its interval leaves out 0."""
    north, south, open_ = Contrast(0.5, 0.1, 0.8), Contrast(-0.6, -0.9, -0.2), Contrast(0.7, -0.1, 0.9)
    assert reading(Verdict.DIFFERS, north=north, south=south, east=open_).stands_apart("team") == "south"
    assert reading(Verdict.DIFFERS, east=open_).stands_apart("team") is None
    for verdict in (Verdict.NO_DIFFERENCE, Verdict.TOO_FEW):
        assert reading(verdict, north=north).stands_apart("team") is None
