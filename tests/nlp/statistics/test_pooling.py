import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp.participation.groups.compare import find_groups
from nlp.statistics.pooling import OTHER, pool_small


def groups_of(sizes):
    """Number people through, group by group."""
    groups, first = {}, 0
    for name, size in sizes.items():
        groups[name] = tuple(range(first, first + size))
        first += size
    return groups


def sizes_of(groups):
    return {name: len(members) for name, members in groups.items()}


def test_groups_large_enough_are_shown_as_they_are():
    """Nothing is pooled without need."""
    assert sizes_of(pool_small(groups_of({"a": 3, "b": 5}), 3)) == {"a": 3, "b": 5}


def test_small_groups_are_pooled():
    """Two groups of two become "other"."""
    assert sizes_of(pool_small(groups_of({"a": 2, "b": 2, "c": 6}), 3)) == {"c": 6, OTHER: 4}


def test_a_single_small_group_takes_another_with_it():
    """Alone it could be found by subtraction."""
    assert sizes_of(pool_small(groups_of({"a": 1, "b": 4, "c": 6}), 3)) == {"c": 6, OTHER: 5}


@pytest.mark.parametrize("sizes", [{"a": 2, "b": 8}, {"a": 1, "b": 1}, {"a": 9}, {}])
def test_an_attribute_that_cannot_be_shown_is_withheld(sizes):
    """One small group beside one other, or nothing to compare."""
    assert pool_small(groups_of(sizes), 3) is None


def test_a_real_group_called_other_joins_the_pool():
    """Its name must not stand twice."""
    assert sizes_of(pool_small(groups_of({"other": 4, "a": 1, "b": 2, "c": 6}), 3)) == {"c": 6, OTHER: 7}


@given(st.lists(st.sampled_from(["a", "b", "c", "d", ""]), min_size=1, max_size=14), st.integers(2, 5))
def test_no_pool_is_ever_too_small(values, threshold):
    """Everything that is shown has at least as many people as the threshold, and everybody is in one group."""
    pooled = pool_small(find_groups(values), threshold)
    if pooled is not None:
        assert all(len(members) >= threshold for members in pooled.values())
        assert sorted(person for members in pooled.values() for person in members) == list(range(len(values)))
        assert len(pooled) > 1
