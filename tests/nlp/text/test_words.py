"""Words and characters in any script."""

import re
import subprocess
import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp.text.words import TOKEN_PATTERN, count_characters, stop_words, words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("আমরা follow-up করি।", ["আমরা", "follow-up", "করি"]),
        ("हामीहरू विश्वास गर्छौं।", ["हामीहरू", "विश्वास", "गर्छौं"]),
        ("Don’t stop, it's fine!", ["Don’t", "stop", "it's", "fine"]),
        ("ক্ষ্ম বাঁধ দুঃখ", ["ক্ষ্ম", "বাঁধ", "দুঃখ"]),
        ("सम्‍झना नेपाल‌मा", ["सम्\u200dझना", "नेपाल\u200cमा"]),
        ("snake_case", ["snake", "case"]),
        ("–dash– 'quoted' -x-", ["dash", "quoted", "x"]),
        ("২০২৬ সালে ❤️ ১২টা", ["২০২৬", "সালে", "১২টা"]),
        ("l'équipe، أهلاً", ["l'équipe", "أهلاً"]),
        ("😀 … !", []),
        ("", []),
    ],
)
def test_words_of_many_scripts(text: str, expected: list[str]):
    """Marks, joiners, apostrophes and hyphens stay inside their word, signs and emoji are none."""
    assert words(text) == [unicodedata.normalize("NFC", word) for word in expected]


@given(st.text(st.sampled_from("aé-'’ কি্য়ড়মাहिन्दी\u200d\u200c।.😀_1२ "), max_size=40))
def test_the_form_does_not_matter(text: str):
    """NFC and NFD of a text have the same words and the same length."""
    assert words(unicodedata.normalize("NFD", text)) == words(unicodedata.normalize("NFC", text))
    assert count_characters(unicodedata.normalize("NFD", text)) == count_characters(unicodedata.normalize("NFC", text))


@given(st.text(max_size=60))
def test_characters_are_letters_marks_and_digits(text: str):
    """The count agrees with the Unicode categories, apart from selectors that only style emoji."""
    letters = [
        sign
        for sign in unicodedata.normalize("NFC", text)
        if unicodedata.category(sign)[0] in "LMN" and not 0xFE00 <= ord(sign) <= 0xFE0F and ord(sign) < 0x20000
    ]
    beyond = [sign for sign in unicodedata.normalize("NFC", text) if ord(sign) >= 0x20000 and sign.isalnum()]
    assert count_characters(text) == len(letters) + len(beyond)


@given(st.text(max_size=60))
def test_words_hold_every_letter(text: str):
    """No letter or digit falls between two words."""
    inside = "".join(words(text))
    assert [sign for sign in unicodedata.normalize("NFC", text) if sign.isalnum()] == [
        sign for sign in inside if sign.isalnum()
    ]


def test_the_pattern_serves_scikit_learn():
    """It compiles with `re`, has no group, and keeps Bangla words whole in a vectoriser."""
    from sklearn.feature_extraction.text import CountVectorizer

    assert re.compile(TOKEN_PATTERN).groups == 0
    vectoriser = CountVectorizer(token_pattern=TOKEN_PATTERN, lowercase=True)
    vectoriser.fit(["বিশ্বাস আর কাজ", "विश्वास follow-up"])
    assert sorted(vectoriser.vocabulary_) == sorted(["বিশ্বাস", "আর", "কাজ", "विश्वास", "follow-up"])


@pytest.mark.parametrize(
    ("language", "word"),
    [("en", "the"), ("bn", "এবং"), ("ne", "र"), ("hi", "और"), ("es", "que"), ("fr", "les"), ("pt", "não"), ("ar", "من"),
     ("ur", "اور"), ("bn-Latn", "amra"), ("ne-Latn", "hami")],
)  # fmt: skip
def test_stop_words(language: str, word: str):
    """Every language that has a list, in NFC and lower case."""
    listed = stop_words(language)
    assert word in listed
    assert all(entry == unicodedata.normalize("NFC", entry.lower()) for entry in listed)


def test_a_language_without_a_list_has_no_stop_words():
    """Swahili, unknown, and names that are no language."""
    assert stop_words("sw") == stop_words("und") == stop_words("../en") == frozenset()


def test_stop_words_do_not_load_spacy():
    """The list alone is read: a facilitator does not wait for a second of imports."""
    code = "import sys; from nlp.text.words import stop_words; print('the' in stop_words('en'), 'spacy' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "True False"
