from math import isclose

from hypothesis import given
from hypothesis import strategies as st

from nlp.statistics import multiple_comparisons as significance


def test_tests_that_cannot_succeed_cost_the_others_nothing():
    """Tarone's rule: at 0.05 two tests of 0.04 cannot both be tried, and 0.001 is corrected for itself alone."""
    assert significance.testable({"a": 0.04}) == {"a"}
    assert significance.testable({"a": 0.001, "b": 0.04, "c": 0.3}) == {"a"}
    assert significance.testable({"a": 0.001, "b": 0.02}) == {"a", "b"}
    assert significance.testable({}) == set()


def test_holm_by_hand():
    """0.01, 0.04, 0.03 become 0.03, 0.06, 0.06."""
    corrected = significance.holm({"a": 0.01, "b": 0.04, "c": 0.03})
    assert all(isclose(corrected[key], value) for key, value in {"a": 0.03, "b": 0.06, "c": 0.06}.items())


@given(st.lists(st.floats(0.0001, 1.0), min_size=1, max_size=8))
def test_the_level_of_a_test_says_what_its_corrected_p_value_says(p_values):
    """Below its level exactly where Holm's p-value is below 0.05, and no level is above 0.05."""
    tests = dict(enumerate(p_values))
    corrected, levels = significance.holm(tests), significance.holm_levels(tests)
    for key, p_value in tests.items():
        assert levels[key] <= significance.LEVEL
        assert (p_value < levels[key]) == (corrected[key] < significance.LEVEL)
