from itertools import combinations, product

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from nlp.participation.groups.compare import find_groups
from nlp.statistics.disclosure import discloses, discloses_parts


def test_one_person_found_by_subtracting_attributes_is_a_disclosure():
    """Nepal holds all five women and one man: Nepal less women is that man."""
    gender = {"woman": (0, 1, 2, 3, 4), "man": (5, 6, 7, 8, 9)}
    team = {"Nepal": (0, 1, 2, 3, 4, 5), "Bangladesh": (6, 7, 8, 9)}
    assert not discloses([gender], 10, 3)
    assert discloses([gender, team], 10, 3)


def test_a_disclosure_through_three_attributes_is_found():
    """senior + Nepal - women counts Prabin twice and all others of the three groups not at all."""
    women, seniors, nepal = {0, 1, 2, 3}, {0, 1, 4}, {2, 3, 4}
    attributes = [{"in": tuple(inside), "out": tuple(set(range(9)) - inside)} for inside in (women, seniors, nepal)]
    assert not any(discloses([one, other], 9, 1 + 1) for one, other in combinations(attributes, 2))
    assert discloses(attributes, 9, 1 + 1)


@given(st.lists(st.lists(st.sampled_from("abc"), min_size=6, max_size=6), min_size=1, max_size=3))
def test_disclosure_agrees_with_solving_for_every_small_set(values):
    """Against least squares over all sets of one or two people."""
    shown = [find_groups(attribute) for attribute in values]
    rows = np.array(
        [[float(person in members) for person in range(6)] for groups in shown for members in groups.values()]
    )
    found = False
    for size in (1, 2):
        for people in combinations(range(6), size):
            wanted = np.array([float(person in people) for person in range(6)])
            weights = np.linalg.lstsq(rows.T, wanted, rcond=None)[0]
            found = found or bool(np.allclose(rows.T @ weights, wanted, atol=1e-8))
    assert discloses(shown, 6, 3) == found


def test_a_room_of_a_hundred_with_many_attributes_is_tested_in_time():
    """A roster in which nearly everybody is unique."""
    random = np.random.default_rng(2)
    shown = [find_groups([f"{value}" for value in random.integers(0, 5, 100)]) for _ in range(4)]
    assert not discloses(shown[:1], 100, 5)
    assert discloses([*shown, find_groups([str(person // 99) for person in range(100)])], 100, 5)


def test_what_is_known_anyway_is_no_disclosure():
    """A team of two is seen by all; with it, women less that team are one woman, which nobody knew."""
    team = {"visitors": (0, 1), "hosts": (2, 3, 4, 5, 6, 7)}
    assert discloses([team], 8, 3)
    assert not discloses([], 8, 3, known=[team])
    women = {"woman": (0, 1, 2), "man": (3, 4, 5, 6, 7)}
    assert discloses([women], 8, 3, known=[team])
    mixed = {"woman": (0, 2, 3, 4), "man": (1, 5, 6, 7)}
    assert not discloses([mixed], 8, 3, known=[team])


@given(st.lists(st.tuples(st.integers(0, 2), st.integers(0, 2)), min_size=2, max_size=8), st.integers(2, 3))
def test_known_groups_agree_with_solving_for_every_small_total(people, threshold):
    """A total is disclosed if least squares gives it from all groups and not from the known ones alone."""
    known, shown = ({str(v): tuple(n for n, p in enumerate(people) if p[a] == v) for v in range(3)} for a in (0, 1))
    known, shown = ({name: own for name, own in groups.items() if own} for groups in (known, shown))

    def follows(groups, chosen):
        rows = np.array([[person in members for person in range(len(people))] for members in groups], dtype=float)
        wanted = np.isin(np.arange(len(people)), chosen).astype(float)
        solution = np.linalg.lstsq(rows.T, wanted, rcond=None)[0]
        return np.allclose(solution @ rows, wanted)

    small = [each for size in range(1, threshold) for each in combinations(range(len(people)), size)]
    expected = any(
        follows([*known.values(), *shown.values()], each) and not follows(known.values(), each) for each in small
    )
    assert discloses([shown], len(people), threshold, known=[known]) == expected


def totals(rows, parts):
    """Every total that adding and subtracting rows gives, found by trying; small weights are enough for few rows."""
    matrix = np.array([[part in row for part in range(parts)] for row in rows], dtype=int)
    weights = product((-2, -1, 0, 1, 2), repeat=len(rows))
    found = {tuple(np.array(weight) @ matrix) for weight in weights}
    return {total for total in found if set(total) == {0, 1}}


PARTS = st.lists(st.sets(st.integers(0, 6), min_size=1), min_size=1, max_size=3)


@settings(max_examples=80, deadline=None)
@given(PARTS, st.lists(st.integers(0, 4), min_size=7, max_size=7), st.sampled_from([2, 3]))
def test_parts_of_few_people_are_found_whenever_adding_and_subtracting_finds_them(rows, owners, threshold):
    """One person may own several parts; each total of parts of fewer people than the threshold counts."""
    given_away = any(
        0 < len({owners[part] for part, inside in enumerate(total) if inside}) < threshold for total in totals(rows, 7)
    )
    found = discloses_parts([{str(place): tuple(row) for place, row in enumerate(rows)}], owners, threshold)
    assert found or not given_away


def test_a_review_and_all_reviews_give_away_the_rest():
    """Three women in March, the same three and another in September: her part is what is left."""
    owners = [0, 1, 2, 0, 1, 2, 3]
    march, all_reviews = {"women": (0, 1, 2)}, {"women": (0, 1, 2, 3, 4, 5, 6)}
    september_of_three = {"older women": (3, 4, 5)}
    assert not discloses_parts([march, all_reviews], owners, 3)
    assert discloses_parts([march, all_reviews, september_of_three], owners, 3)
    assert not discloses_parts([march, all_reviews, september_of_three], owners, 3, known=[{"": (6,)}])


def test_nothing_shown_gives_nobody_away():
    """Nor does what is known anyhow."""
    assert not discloses_parts([], [0, 1], 3)
    assert not discloses_parts([], [0, 1], 3, known=[{"": (0,)}])
