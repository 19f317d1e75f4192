"""What is compared by what: names as they are asked for, values as texts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp.attributes import attributes_of, missing_attributes, names_there, with_texts
from nlp.documents.types import Person


@pytest.mark.parametrize(
    ("by", "attributes"),
    [
        ("gender", ("gender",)),
        ("लिङ्ग", ("लिङ्ग",)),
        (["team", "gender", "team"], ("team", "gender")),
        ((), ()),
        ("", ("",)),
    ],
)
def test_a_text_is_one_attribute(by, attributes):
    """And not its letters; what is named twice counts once."""
    assert attributes_of(by) == attributes


@given(st.dictionaries(st.text(max_size=3), st.one_of(st.none(), st.integers(), st.floats(), st.text(max_size=3))))
def test_all_attributes_are_texts_afterwards(attributes):
    """Whatever they were before; people with texts only stay as they are."""
    (person,) = with_texts([Person("Asha", (), attributes)])
    assert all(isinstance(value, str) for value in person.attributes.values())
    assert with_texts([person]) == [person]
    assert with_texts([person])[0] is person


def test_what_nobody_has_is_missing_even_beside_what_somebody_has():
    """An empty value is none."""
    there = names_there([Person("Asha", (), {"gender": "woman", "age": ""})])
    assert there == {"gender"}
    assert missing_attributes(("gender", "age", "team"), there, ("team",)) == ("age",)
