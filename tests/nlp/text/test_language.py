"""The language of a text."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nlp.text.language import identify_language, identify_languages

PROGRAMME = ["en", "bn", "ne"]


@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("আমরা একসাথে কাজ করি", "bn"),
        ("বিশ্বাস", "bn"),
        ("हामी मिलेर काम गर्छौं", "ne"),
        ("हम साथ मिलकर काम करते हैं", "hi"),
        ("amra eksathe kaj kori", "bn-Latn"),
        ("hami sangai kaam garchhau", "ne-Latn"),
        ("We trust each other", "en"),
        ("Confiamos los unos en los otros", "es"),
        ("On travaille bien ensemble dans chaque équipe", "fr"),
        ("Nós confiamos uns nos outros e não há medo", "pt"),
        ("tunafanya kazi pamoja kila siku", "sw"),
        ("ہم مل کر کام کرتے ہیں", "ur"),
        ("نحن نعمل معا كل يوم", "ar"),
        ("நாங்கள் ஒன்றாக", "ta"),
        ("trust", "und"),
        ("Dhaka office", "und"),
        ("विश्वास", "und"),
        ("😀 123", "und"),
        ("", "und"),
    ],
)
def test_languages_are_told(text: str, expected: str, form: str):
    """By script, among the languages of a script, romanised, and not at all where nothing tells."""
    assert identify_language(unicodedata.normalize(form, text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("আমরা feedback session করি", "bn"),
        ("আজকের meeting টা খুব ভালো হয়েছে", "bn"),
        ("हाम्रो टिमको trust building राम्रो छ", "ne"),
        ("We need more বিশ্বাস between the two teams", "en"),
        ("amader team meeting e onek kotha hoy", "bn-Latn"),
        ("report bujhayepachi kunai feedback aaudaina", "ne-Latn"),
    ],
)
def test_mixed_sentences_follow_most_of_their_letters(text: str, expected: str):
    """Office words in English inside a Bangla or Nepali sentence, and the other way round."""
    assert identify_language(text, PROGRAMME) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Dhaka workshop notes",
        "We met in Dhaka with Rahima Begum and Kamrul Hasan",
        "Sunita Tharu, Bishnu Prasad Adhikari and Ram Kumari Yadav spoke",
        "Union Parishad and Upazila officers came to Sylhet",
        "Kathmandu, Pokhara, Biratnagar and Janakpur offices",
        "I am hungry",
        "apa and didi are called by name",
    ],
)
def test_english_with_south_asian_names_is_english(text: str):
    """Names of people and places do not make a sentence Bangla or Nepali."""
    assert identify_language(text, PROGRAMME) == "en"


def test_the_programme_restricts_the_answers():
    """Devanagari is Nepali where only Nepali is spoken, one word of it too; romanised needs its language."""
    assert identify_languages(["विश्वास", "भरोसा है"], PROGRAMME) == ["ne", "ne"]
    assert identify_language("hami sangai kaam garchhau", ["en", "es"]) in {"en", "es"}
    assert identify_language("hami sangai kaam garchhau", ["en", "ne-Latn"]) == "ne-Latn"
    assert identify_language("We trust each other", ["bn", "ne"]) == "en"
    assert identify_language("নমস্কার", ["en"]) == "bn"


def test_one_call_does_not_change_the_next():
    """A restriction holds for its own call only."""
    text = "trabajamos juntos en todos los distritos"
    assert [identify_language(text, languages) for languages in (None, ["en"], None)] == ["es", "en", "es"]


@given(st.lists(st.text(max_size=30), max_size=8))
@settings(deadline=None, max_examples=50)
def test_a_list_is_told_like_its_texts(texts: list[str]):
    """Order and neighbours do not matter."""
    assert identify_languages(texts) == [identify_language(text) for text in texts]
