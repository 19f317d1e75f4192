"""Words as a search compares them."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp.text.folding import LONGEST_WORD, fold_text, folded_words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Trust", "ＴＲＵＳＴ"),
        ("Élodie", "elodie"),
        ("Straße", "STRASSE"),
        ("আস্থা", unicodedata.normalize("NFD", "আস্থা")),
        ("পড়া", "পড়া"),
        ("র‍্যাব", "র্যাব"),
        ("উৎস", "উত্স"),
        ("विश्‍वास", "विश्वास"),
        ("क्‌ष", "क्ष"),
        ("২০২৬", "2026"),
        ("२०२६", "2026"),
        ("كِتَاب", "كتاب"),
        ("soft\u00adware", "software"),
    ],
)
def test_ways_to_type_one_word_are_one(one, other):
    """Case, width, accents, Unicode form, joiners and the script of digits do not tell words apart."""
    assert fold_text(one) == fold_text(other) != []


@pytest.mark.parametrize(
    ("one", "other"),
    [("দিন", "দীন"), ("মন", "মান"), ("কথা", "কাঁথা"), ("दिन", "दीन"), ("मन", "मान"), ("कर", "कुर"), ("बाट", "बाँट")],
)
def test_vowel_signs_tell_words_apart(one, other):
    """Bangla and Nepali words that differ in one sign are two words, and neither is cut at its signs."""
    assert len(fold_text(one)) == len(fold_text(other)) == 1
    assert fold_text(one) != fold_text(other)


def test_parts_of_a_word_are_words_in_one_row():
    """Hyphens and apostrophes part words; what has no spaces is cut into characters; emoji are no words."""
    assert fold_text("follow-up, l'eau 🙂 👩‍👩‍👧") == ["follow", "up", "l", "eau"]
    assert fold_text("信任 ความ") == ["信", "任", "ค", "ว", "า", "ม"]
    assert fold_text("🙂 … %_* '' -- ") == []


def test_places_are_those_of_the_text_as_it_was_handed_in():
    """Also where a text is decomposed, each word is cut out whole by its place."""
    text = unicodedata.normalize("NFD", "Café পড়া, नमस्ते।")
    assert [text[each.start : each.end] for each in folded_words(text)] == [
        unicodedata.normalize("NFD", word) for word in ("Café", "পড়া", "नमस्ते")
    ]


@given(st.text())
def test_what_is_folded_is_one_word_again(text):
    """Folding folded words changes nothing; words hold no signs that a query language could read; places are inside."""
    words = fold_text(text)
    assert fold_text(" ".join(words)) == words
    assert all(0 < len(word) <= LONGEST_WORD and not set(word) & set(" \"'*():^\\&|!<>-_%") for word in words)
    ends = [(each.start, each.end) for each in folded_words(text)]
    assert all(0 <= start < end <= len(text) for start, end in ends)


@given(st.text())
def test_unicode_forms_are_one(text):
    """NFC and NFD give the same words."""
    assert fold_text(unicodedata.normalize("NFC", text)) == fold_text(unicodedata.normalize("NFD", text))
