import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp.documents.types import Person
from nlp.errors import InputError
from nlp.participation.groups.compare import compare_by
from nlp.participation.groups.expected_shares import check_expected, expected_parts

ROSTER = [Person(f"P{n}", (), {"gender": "Woman" if n < 3 else "Man"}) for n in range(9)]


def test_without_a_set_share_everybody_counts_alike():
    """1 / n."""
    assert expected_parts(["a", "a", "b", ""], {}) == [0.25] * 4


def test_a_set_share_is_divided_among_its_group_and_the_rest_among_the_others():
    """Women 0.5 over two, the other half over three."""
    assert expected_parts(["woman", "Woman ", "man", "man", ""], {"woman": 0.5}) == pytest.approx(
        [0.25, 0.25, 1 / 6, 1 / 6, 1 / 6]
    )


def test_shares_of_groups_that_are_absent_count_for_nothing():
    """Nobody third: the two others keep their proportion."""
    assert expected_parts(["a", "b"], {"a": 0.4, "b": 0.4, "c": 0.2}) == pytest.approx([0.5, 0.5])
    assert expected_parts(["a", "a"], {"c": 0.5}) == [0.5, 0.5]
    assert expected_parts(["a", "b"], {"a": 0.0}) == [0.0, 1.0]
    assert expected_parts(["a", "a"], {"a": 0.0}) == [0.5, 0.5]


@given(
    st.lists(st.sampled_from(["a", "B", "c", ""]), min_size=1, max_size=12),
    st.dictionaries(st.sampled_from(["a", "b", "c"]), st.floats(0, 0.33), max_size=3),
)
def test_the_parts_add_up_to_one(groups, expected):
    """Whoever is there."""
    parts = expected_parts(groups, expected)
    assert sum(parts) == pytest.approx(1)
    assert min(parts) >= 0


def test_groups_are_measured_against_the_set_share():
    """Women are a third of the heads and have 0.3: 0.2 below a half, 0.6 of it; the heads stay as they are."""
    amounts = {f"P{n}": 10.0 if n < 3 else 70 / 6 for n in range(9)}
    shown, _ = compare_by(["gender"], ROSTER, amounts, 3, {"woman": 0.5})
    women, men = shown["gender"]
    assert (women.head_share, women.expected_share) == (pytest.approx(1 / 3), pytest.approx(0.5))
    assert (women.gap, women.ratio) == (pytest.approx(-0.2), pytest.approx(0.6))
    assert (men.expected_share, men.gap) == (pytest.approx(0.5), pytest.approx(0.2))


@pytest.mark.parametrize(
    ("expected", "said"),
    [
        ({"women": 0.5}, "nobody on the roster is women. Groups are man, woman."),
        ({"woman": 50}, "the expected share of woman is 50. Give a part of 1, such as 0.5."),
        ({"woman": 0.7, "man": 0.7}, "the expected shares of gender add up to 1.4."),
        ({"woman": 0.2, "man": 0.2}, "the expected shares of gender add up to 0.4."),
    ],
)
def test_shares_that_cannot_be_are_refused(expected, said):
    """In one line that says what to do."""
    with pytest.raises(InputError) as refused:
        check_expected(expected, ROSTER, ["gender"])
    assert said in str(refused.value)


def test_shares_that_can_be_are_taken():
    """In any case of letters; all of them, or some."""
    check_expected({"WOMAN": 0.5, "man": 0.5}, ROSTER, ["gender"])
    check_expected({"woman": 1.0}, ROSTER, ["gender"])
    with pytest.raises(InputError, match="Give a roster"):
        check_expected({"woman": 0.5}, [], ["gender"])
