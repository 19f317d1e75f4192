"""Values of any library as texts."""

import datetime as dt
from decimal import Decimal
from enum import Enum, StrEnum
from fractions import Fraction

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp.door.values import NotOneValue, as_text, is_missing, told


class Colour(Enum):
    """A value with a name."""

    RED = 1


class Gender(StrEnum):
    """A text with a name."""

    WOMAN = "woman"


MISSING = [None, float("nan"), np.nan, np.float32("nan"), pd.NA, pd.NaT, np.datetime64("NaT"), Decimal("NaN")]


@pytest.mark.parametrize("value", MISSING, ids=repr)
def test_what_is_missing_is_so_in_any_library(value):
    """As a text it is empty."""
    assert is_missing(value)
    assert as_text(value) == ""


@pytest.mark.parametrize(
    "value", [0, "", False, 0.0, [], {}, np.array([np.nan, 1.0]), pd.DataFrame({"a": [1]})], ids=repr
)
def test_what_is_empty_is_not_missing(value):
    """0 is a value; what cannot be compared with itself is not missing either."""
    assert not is_missing(value)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0, "0"),
        (0.0, "0"),
        (np.int64(3), "3"),
        (3.0, "3"),
        (2.5, "2.5"),
        (np.float32(0.1), "0.1"),
        (1e300, "1e+300"),
        (float("inf"), "inf"),
        (False, "False"),
        (np.bool_(True), "True"),
        (np.str_("নারী"), "নারী"),
        (Decimal("3.10"), "3.10"),
        (Fraction(1, 3), "1/3"),
        (Colour.RED, "1"),
        (Gender.WOMAN, "woman"),
        (dt.date(2026, 3, 4), "2026-03-04"),
        (pd.Timestamp("2026-03-04"), "2026-03-04"),
        (dt.datetime(2026, 3, 4, 5, 6), "2026-03-04 05:06:00"),
        (np.datetime64("2026-03-04T05:06:07"), "2026-03-04 05:06:07"),
        (dt.time(5, 6), "05:06:00"),
        (dt.timedelta(hours=30, microseconds=500_000), "30:00:00.500000"),
        (np.timedelta64(65, "s"), "0:01:05"),
        (pd.Interval(20, 30), "(20, 30]"),
        (pd.Period("2026-03"), "2026-03"),
        ("\ud83d half a sign", "\ufffd half a sign"),
        ("😀 and \ud83d", "😀 and \ufffd"),
    ],
    ids=str,
)
def test_one_value_is_a_text(value, text):
    """Whole numbers have no decimals, whatever their type; dates are ISO 8601; texts are plain ones."""
    assert as_text(value) == text
    assert type(as_text(value)) is str


def kind_of(value):
    return type(value).__name__


@pytest.mark.parametrize(
    "value", [[1], (), {}, {1}, b"x", np.array([1]), np.array(1), pd.Series([1]), object(), print, int], ids=kind_of
)
def test_what_is_not_one_value_has_no_text(value):
    """Its representation would stand in a result as if somebody had said it."""
    with pytest.raises(NotOneValue):
        as_text(value)


@given(st.text())
def test_a_text_stays_as_it_is(text):
    """In any script."""
    assert as_text(text) == text


@given(st.integers(min_value=-(10**14), max_value=10**14))
def test_a_whole_number_is_the_same_text_in_every_type(number):
    """pandas makes floats of the integers in a column with a gap."""
    assert as_text(float(number)) == as_text(number) == as_text(np.int64(number)) == str(number)


def test_a_value_is_told_by_its_type_and_shortly():
    """A long text does not fill the message."""
    assert told(None) == "None"
    assert told(3.5) == "float (3.5)"
    assert told([1]) == "list"
    assert told(int) == "class int"
    assert len(told("word " * 100)) < 60
