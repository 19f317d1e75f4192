"""Whether groups speak differently: the statistic against a count of pairs, the test against what is known."""

from itertools import combinations

import numpy as np
import pytest

from nlp.documents.types import Unit
from nlp.readings.groups.speech import Speakers, _squared_lengths, apartness, speech_differences
from nlp.statistics.label_permutation import tally
from nlp.statistics.verdicts import Verdict


def note(number, text="", language="en", **attributes):
    return Unit(f"u{number}", text or f"note {number}", language, "n.csv", number + 2, 0, 4, "Trust", attributes)


def points_of(directions, seed=0, noise=0.6, wide=16):
    generator = np.random.default_rng(seed)
    rows = np.eye(wide)[list(directions)] + generator.normal(scale=noise / 4, size=(len(directions), wide))
    return rows / np.linalg.norm(rows, axis=1, keepdims=True)


def plain(points, people, groups):
    """Mean cosine inside less between, pair by pair; pairs of one person left out."""
    inside, between = [], []
    for a, b in combinations(range(len(points)), 2):
        if people[a] != people[b]:
            (inside if groups[a] == groups[b] else between).append(float(points[a] @ points[b]))
    return np.mean(inside) - np.mean(between)


def test_the_statistic_equals_a_count_of_pairs():
    """Three groups, people with one to three notes."""
    points = points_of([0, 1, 0, 2, 1, 0, 2, 2, 1])
    people = [0, 0, 1, 2, 2, 2, 3, 4, 5]
    group_of = np.array([0, 0, 1, 1, 2, 2])
    sums = np.array([points[np.array(people) == person].sum(axis=0) for person in range(6)])
    speakers = Speakers(group_of, np.zeros(6, dtype=np.int64), sums, np.bincount(people).astype(np.float64))
    expected = plain(points, people, group_of[people])
    assert apartness(speakers, group_of[None, :])[0] == pytest.approx(expected)
    other = np.array([0, 1, 2, 0, 1, 2])
    assert apartness(speakers, other[None, :])[0] == pytest.approx(plain(points, people, other[people]))


def test_teams_that_speak_of_different_things_differ():
    """All notes of one team point one way, those of the other another way."""
    units = [note(at, team="AB"[at % 2]) for at in range(16)]
    (found,) = speech_differences(units, points_of([at % 2 for at in range(16)]), ["team"]).values()
    assert found.verdict is Verdict.DIFFERS
    assert found.effect > 0.5


def test_random_teams_seldom_differ():
    """Of two hundred draws at most one in thirteen, three standard deviations above the level of 5 %."""
    generator = np.random.default_rng(3)
    points = points_of(generator.integers(4, size=30))
    said = 0
    for _ in range(200):
        teams = generator.permutation([0] * 14 + [1] * 16)
        units = [note(at, team="AB"[team]) for at, team in enumerate(teams.tolist())]
        said += speech_differences(units, points, ["team"], draws=199)["team"].verdict is Verdict.DIFFERS
    assert said <= 200 * 0.097


def test_a_language_is_no_difference():
    """Where each team writes in a language of its own nothing could be seen, however far apart the languages lie."""
    units = [note(at, language=("en", "ne")[at % 2], team="AB"[at % 2]) for at in range(20)]
    (found,) = speech_differences(units, points_of([at % 2 for at in range(20)]), ["team"]).values()
    assert (found.verdict, found.p_value) == (Verdict.TOO_FEW, None)


def test_a_difference_inside_a_language_is_seen_beside_another_language():
    """Teams differ among those who write English; others who write Nepali all belong to one team."""
    english = [note(at, team="AB"[at % 2]) for at in range(16)]
    nepali = [note(20 + at, language="ne", team="A") for at in range(6)]
    points = points_of([*(at % 2 for at in range(16)), *(3 for _ in range(6))])
    assert speech_differences([*english, *nepali], points, ["team"])["team"].verdict is Verdict.DIFFERS


def test_one_person_who_says_much_is_one_person():
    """Eight notes of each of two people, alike: no more than two people can tell, whatever their teams."""
    units = [note(at, team="AB"[at % 2], participant="PQ"[at % 2]) for at in range(16)]
    (found,) = speech_differences(units, points_of([at % 2 for at in range(16)]), ["team"]).values()
    assert found.verdict is Verdict.TOO_FEW


def test_notes_without_the_attribute_and_language_are_left_out():
    """Language is not asked, and who names no team is in none."""
    units = [*(note(at, team="AB"[at % 2]) for at in range(12)), note(40), note(41)]
    found = speech_differences(units, points_of([0] * 14), ["team", "language", "role"])
    assert found.keys() == {"team", "role"}
    assert found["role"].verdict is Verdict.TOO_FEW


def test_many_people_are_drawn_and_the_answer_stays_the_same():
    """Above the limit a fixed draw of people is compared."""
    units = [note(at, team="AB"[at % 2]) for at in range(2000)]
    points = points_of([at % 2 for at in range(2000)])
    first = speech_differences(units, points, ["team"], draws=99)
    assert first == speech_differences(units, points, ["team"], draws=99)
    assert first["team"].verdict is Verdict.DIFFERS


def test_many_groups_are_summed_as_few_are():
    """One draw after the other, or all at once: the same lengths."""
    generator = np.random.default_rng(3)
    rows, owners = generator.normal(size=(60, 5)), generator.integers(0, 20, (30, 60))
    expected = (tally(rows, owners, 20) ** 2).sum(axis=(1, 2))
    assert np.allclose(_squared_lengths(rows, owners, 20), expected)
