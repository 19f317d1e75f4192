"""Words that were looked for, in the texts that have them."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.search.marks import marks_of
from service.search.query import parse


def marked(text, typed):
    return [text[each.start : each.end] for each in marks_of(text, parse(typed).terms)]


@pytest.mark.parametrize(
    ("text", "typed", "expected"),
    [
        ("We trusted; TRUST is slow", "trust", ["trusted", "TRUST"]),
        ("বিশ্বাসের কথা", "বিশ্বাস", ["বিশ্বাসের"]),
        ("सम्‍झना र विश्‍वासको", "विश्वास", ["विश्‍वासको"]),
        ("a call the same evening, evening", '"same evening"', ["same evening"]),
        ("follow-up and up", "follow-up", ["follow-up"]),
        ("up the follow", "follow-up", []),
        ("taka টাকা", "টাকা taka", ["taka", "টাকা"]),
        ("দিন যায়", "দীন", []),
        ("1️⃣ first", "1", ["1️⃣"]),
        ("信任你", "任", ["任"]),
    ],
)
def test_whole_words_are_marked_in_their_own_script(text, typed, expected):
    """A beginning marks its whole word, a phrase all of it; joiners and keycaps stay with their letter."""
    assert marked(text, typed) == expected
    decomposed = unicodedata.normalize("NFD", text)
    assert marked(decomposed, typed) == [unicodedata.normalize("NFD", word) for word in expected]


@given(st.text(), st.text(max_size=20))
def test_marks_cut_no_letter_from_its_signs(text, typed):
    """They come in order, overlap nowhere, and what follows one is no mark of the letter before it."""
    marks = marks_of(text, parse(typed).terms)
    ends = [0, *(each.end for each in marks)]
    assert all(end <= each.start < each.end <= len(text) for end, each in zip(ends, marks, strict=False))
    assert all(each.end == len(text) or unicodedata.category(text[each.end])[0] != "M" for each in marks)


@given(st.text(min_size=1))
def test_a_text_has_its_own_words(text):
    """What was typed as it stands is marked where it has any word."""
    assert bool(marks_of(text[:200], parse(text[:200]).telling)) == bool(parse(text[:200]).telling)
