"""Lines that fit, broken where a reader would break them."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nlp.fonts.shaping import width_of
from nlp.fonts.wrapping import leading, letters, wrapped

pytest.importorskip("matplotlib")

WORDS = [
    "trust",
    "বিশ্বাস",
    "ক্ষমতা",
    "विश्वास",
    "a",
    "bishwas",
    "😊",
    "র‍্যাব",
    "antidisestablishmentarianism",
    "পারস্পরিকবিশ্বাসযোগ্যতা",
]
TEXTS = st.lists(st.sampled_from(WORDS), min_size=1, max_size=12).map(" ".join)


@settings(max_examples=40, deadline=None)
@given(TEXTS, st.floats(60, 400))
def test_every_line_fits_and_nothing_is_lost(text, width):
    """No line is longer than the width (but for rounding), and all letters are there in their order."""
    lines = wrapped(text, width, 15)
    assert all(width_of(line, 15) <= width + 1 for line in lines)
    assert "".join("".join(lines).split()) == "".join(text.split())


@settings(max_examples=25, deadline=None)
@given(TEXTS, st.integers(1, 3))
def test_no_more_lines_than_there_may_be(text, most):
    """What is cut ends in an ellipsis, and still fits."""
    lines = wrapped(text, 120, 15, most=most)
    assert len(lines) <= most
    if len(wrapped(text, 120, 15)) > most:
        assert lines[-1].endswith("…")
        assert width_of(lines[-1], 15) <= 121


def test_no_letter_is_torn():
    """A line never begins with a vowel sign, and a conjunct stays whole."""
    assert letters("ক্ষমতা") == ["ক্ষ", "ম", "তা"]
    assert letters("विश्वास") == ["वि", "श्वा", "स"]
    lines = wrapped("পারস্পরিকবিশ্বাসযোগ্যতারক্ষেত্র" * 3, 60, 15)
    assert len(lines) > 3
    assert not [line for line in lines if unicodedata.category(line[0])[0] == "M"]


def test_scripts_that_reach_further_have_more_room():
    """Lines with Bengali or Devanagari stand further apart."""
    assert leading("বিশ্বাস") == leading("a विश्वास") > leading("bishwas")
