import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp.participation.length import fair_length


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("Hello, world 2!", 11),
        ("ami bhalo achi", 12),
        ("আমি ভালো", 7 / 1.01),
        ("काम गर्छौं", 9 / 1.03),
        ("आमा and আমি", 3 / 1.03 + 3 + 3 / 1.01),
        ("你好", 2 / 0.38),
        ("🙂 \u200d\u200c — ।", 0),
        ("", 0),
    ],
)
def test_letters_marks_and_digits_count_by_the_factor_of_their_script(text, length):
    """Counted by hand; emoji, joiners, spaces and punctuation do not count."""
    assert fair_length(text) == pytest.approx(length)


@given(st.text(alphabet="aé ক়ড়য়াिक्षर্🙂\u200d\u09df"))
def test_the_unicode_form_does_not_matter(text):
    """NFC and NFD are equally long."""
    nfc, nfd = (unicodedata.normalize(form, text) for form in ("NFC", "NFD"))
    assert fair_length(nfc) == fair_length(nfd) == fair_length(text)
