"""Two occasions with some people at both."""

from itertools import combinations, product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nlp.statistics.partly_paired import compare_occasions


def exact(pairs, singles):
    """Return the p-value over all assignments, one at a time; rows are (notes in the reading, other notes)."""
    ways = []
    people = [*singles[0], *singles[1]]
    for signs in product((False, True), repeat=len(pairs)):
        for second in combinations(range(len(people)), len(singles[1])):
            strata = [
                (after, before) if turned else (before, after)
                for turned, (before, after) in zip(signs, pairs, strict=True)
            ]
            one = [people[at] for at in range(len(people)) if at not in second]
            strata.append((np.sum(one, axis=0), np.sum([people[at] for at in second], axis=0)))
            ways.append(mantel_haenszel(strata))
    observed = mantel_haenszel([*pairs, (np.sum(singles[0], axis=0), np.sum(singles[1], axis=0))])
    return np.mean(np.array(ways) >= observed - 1e-9)


def mantel_haenszel(strata):
    """(sum of a - n1 m1 / n)² / sum of n1 n2 m1 m2 / n³, the textbook form without correction."""
    shift = variance = 0.0
    for before, after in strata:
        n1, n2 = sum(before), sum(after)
        n, inside = n1 + n2, before[0] + after[0]
        shift += after[0] - n2 * inside / n
        variance += n1 * n2 * inside * (n - inside) / n**3
    return shift**2 / variance if variance else 0.0


def test_the_p_value_is_that_of_all_assignments():
    """Three people at both occasions, three and two at one: 8 x 10 ways, drawn within sampling error."""
    pairs = [((1, 1), (2, 0)), ((0, 2), (1, 0)), ((0, 1), (3, 1))]
    singles = [[(0, 1), (1, 2), (0, 1)], [(1, 0), (2, 1)]]
    counts = np.array([*(row for pair in pairs for row in pair), *singles[0], *singles[1]], dtype=float)
    occasion = np.array([0, 1] * 3 + [0] * 3 + [1] * 2)
    person = np.array([0, 0, 1, 1, 2, 2, 3, 4, 5, 6, 7])
    found = compare_occasions(counts, occasion, person, 20_000)
    assert np.mean(found.drawn >= found.observed - 1e-9) == pytest.approx(exact(pairs, singles), abs=0.01)


def test_what_people_always_say_is_no_difference():
    """Two who keep to one thing and one who keeps to another, with many notes at one occasion and few at the other."""
    counts = np.array([[1, 0], [9, 0], [3, 0], [1, 0], [0, 5], [0, 1]], dtype=float)
    found = compare_occasions(counts, np.array([0, 1] * 3), np.array([0, 0, 1, 1, 2, 2]), 50)
    assert found.observed == [0.0]
    assert not found.drawn.any()


rows = st.lists(st.tuples(st.integers(0, 4), st.integers(1, 4)), min_size=2, max_size=10)


@given(rows, st.randoms(use_true_random=False))
@settings(deadline=None)
def test_read_backwards_it_is_the_same(people, random):
    """Which occasion is called the first does not matter."""
    counts = np.array(people, dtype=float)
    person = np.arange(len(people)) // 2
    occasion = np.arange(len(people)) % 2
    there, back = (compare_occasions(counts, each, person, 50) for each in (occasion, 1 - occasion))
    assert np.array_equal(there.observed, back.observed)
    assert np.array_equal(there.drawn, back.drawn)
