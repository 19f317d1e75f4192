import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp.participation.turns.text_length import fair_length, has_comparable_words, has_several_scripts


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


@pytest.mark.parametrize(
    ("texts", "comparable"),
    [
        (["we agree", "so do we"], True),
        (["আমরা একমত", "বাজেট"], True),
        (["हामी सहमत छौँ"], True),
        (["we agree", "আমরা একমত"], False),
        (["我们同意这个预算"], False),
        ([""], False),
    ],
)
def test_words_are_compared_within_one_script_only(texts, comparable):
    """Words of two languages do not say equally much, and Chinese has no spaces between them."""
    assert has_comparable_words(texts) is comparable


@pytest.mark.parametrize(
    ("texts", "several"),
    [
        (["আমরা একমত, বাজেট নিয়ে।"], False),
        (["हामी सहमत छौँ, १२ जना।"], False),
        (["we agree 100 %", "so do we"], False),
        (["we agree", "আমরা একমত"], True),
        (["ami bhalo achi 🙂"], False),
        ([], False),
    ],
)
def test_spaces_digits_and_emoji_are_of_no_script(texts, several):
    """A text in Bangla alone is in one script."""
    assert has_several_scripts(texts) is several
