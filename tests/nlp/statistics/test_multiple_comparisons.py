from math import isclose

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
