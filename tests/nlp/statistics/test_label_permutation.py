"""Tallies of groups under chance: permuted one by one, or dealt by kind."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from nlp.statistics import label_permutation as chance


def people(count: int) -> tuple[np.ndarray, np.ndarray]:
    generator = np.random.default_rng(5)
    counts = np.eye(3)[generator.choice(3, count, p=[0.5, 0.3, 0.2])]
    return counts, generator.choice(3, count, p=[0.6, 0.3, 0.1])


def drawn_together(counts: np.ndarray, owner: np.ndarray, draws: int) -> np.ndarray:
    return np.concatenate(list(chance.chance_tallies(counts, owner, 3, draws)))


def test_parts_of_draws_are_the_same_draws(monkeypatch):
    """Little memory changes nothing."""
    counts, owner = people(40)
    together = drawn_together(counts, owner, 50)
    monkeypatch.setattr(chance, "AT_ONCE", 100)
    assert np.array_equal(together, drawn_together(counts, owner, 50))


@settings(max_examples=25, deadline=None)
@given(
    rows=st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3), st.integers(0, 2)), min_size=3, max_size=40),
    limit=st.sampled_from([0, 1000]),
)
def test_no_note_is_lost(rows, limit):
    """In every draw the groups together have all notes, by either way."""
    counts, owner = np.array([row[:2] for row in rows], dtype=float), np.array([row[2] for row in rows])
    before = chance.PERMUTED_UP_TO, chance.SHUFFLES_PER_DRAW
    try:
        chance.PERMUTED_UP_TO, chance.SHUFFLES_PER_DRAW = limit, 0
        drawn = drawn_together(counts, owner, 10)
    finally:
        chance.PERMUTED_UP_TO, chance.SHUFFLES_PER_DRAW = before
    assert drawn.shape == (10, 3, 2)
    assert np.array_equal(drawn.sum(axis=1), np.tile(counts.sum(axis=0), (10, 1)))


def test_dealing_by_kind_has_the_moments_of_sampling_without_replacement():
    """Mean n K / N and variance n K (N - K) (N - n) / (N^2 (N - 1)) for every group and kind, to 4 standard errors."""
    counts, owner = people(3000)
    drawn = drawn_together(counts, owner, 4000)
    everybody, sizes, kinds = len(counts), np.bincount(owner), counts.sum(axis=0)
    for group, size in enumerate(sizes):
        for kind, of in enumerate(kinds):
            mean = size * of / everybody
            variance = mean * (everybody - of) * (everybody - size) / (everybody * (everybody - 1))
            sample = drawn[:, group, kind]
            assert abs(sample.mean() - mean) < 4 * (variance / len(sample)) ** 0.5
            assert abs(sample.var() / variance - 1) < 4 * (2 / len(sample)) ** 0.5


def test_many_groups_are_tallied_like_few(monkeypatch):
    """Both ways of adding up give the same sums, groups without anybody included."""
    generator = np.random.default_rng(3)
    counts, owners = generator.integers(0, 4, (30, 3)).astype(float), generator.integers(0, 15, (6, 30))
    many = chance.tally(counts, owners, 20)
    monkeypatch.setattr(chance, "COMPARED_UP_TO", 20)
    assert np.array_equal(many, chance.tally(counts, owners, 20))
    assert many[2, 7].tolist() == counts[owners[2] == 7].sum(axis=0).tolist()
