"""Scripts by their letters."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp.text.scripts import LANGUAGES_OF_SCRIPT, count_scripts, script_of, scripts_by_letters

NAMES = {
    "Latn": "LATIN",
    "Deva": "DEVANAGARI",
    "Beng": "BENGALI",
    "Arab": "ARABIC",
    "Cyrl": "CYRILLIC",
    "Taml": "TAMIL",
}


@given(st.characters(categories=("L", "M")))
def test_scripts_agree_with_the_names_of_unicode(sign: str):
    """A letter that is told to be Bangla is called BENGALI in the Unicode database; so for five other scripts."""
    name = NAMES.get(script_of(sign) or "")
    if name is not None:
        assert name in unicodedata.name(sign) or unicodedata.name(sign).split()[0] in {
            "COMBINING",
            "MODIFIER",
            "KELVIN",
        }


def test_marks_count_and_signs_do_not():
    """Vowel signs are letters of their script; the danda, digits and joiners belong to none."""
    assert count_scripts("কি।১\u200d a1.") == {"Beng": 2, "Latn": 1}


@pytest.mark.parametrize(
    ("text", "expected"),
    [("আমরা ok", ["Beng", "Latn"]), ("we said হ্যাঁ there", ["Latn", "Beng"]), ("か漢字", ["Kana", "Hani"]), ("1 😀", [])],
)
def test_the_script_with_most_letters_comes_first(text: str, expected: list[str]):
    """Japanese in two scripts is Japanese."""
    assert scripts_by_letters(text) == expected


def test_every_script_that_is_told_has_languages():
    """No letter can lead to a script without a language."""
    told = {script_of(chr(code)) for code in range(0x20000)} - {None}
    assert told == set(LANGUAGES_OF_SCRIPT)
