"""One spelling for what is the same letter."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.training.vocabulary import folding, tokens

JOINED_TO_THE_NEXT = {
    chr(code) for code in (*range(0x600, 0x606), 0x6DD, 0x70F, 0x890, 0x891, 0x8E2, 0xD4E, 0x110BD, 0x110CD)
}


@pytest.fixture(scope="module")
def splitter():
    """Folds and cuts, as in the finished tokenizer."""
    return tokens.splitter(folding.compile_rules(folding.rules()))


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("বিশ্বাস", "विश्वास"),
        ("সম্মান", "सम्मान"),
        ("৪৫", "45"),
        ("نظرثانی", "نظرثاني"),
        ("ঝুঁকি", "ঝুংকি"),
        ("નીતિ", "नीति"),
        ("හිම", "हिम"),
        ("ሐገር", "ሀገር"),
        ("ÉTÉ", "ete"),
        ("ｆｕｌｌ", "full"),
        ("র‍্যালি", "র্যালি"),
        ("👍🏽", "👍"),
        ("والاقتصاد", "اقتصاد"),
    ],
)
def test_twins_become_the_same_words(splitter, a, b):
    """Words shared by Brahmic scripts, digits, Arabic variants, accents, widths and invisible marks fold together."""
    assert tokens.words(splitter, a) == tokens.words(splitter, b) != []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We trust, don't we?", ["we", "trust", "don", "t", "we"]),
        ("হ্যাঁ। না!", ["ह्यां", "ना"]),
        ("a+b=5€", ["a", "b", "5"]),
        ("ok😊👍", ["ok", "😊", "👍"]),
        ("伙伴 ok", ["伙", "伴", "ok"]),
        ("ệ", ["ệ"]),
        ("Подписаться йод", ["подписаться", "йод"]),
        ("الله قال", ["الله", "قال"]),
    ],
)
def test_text_is_cut_into_words(splitter, text, expected):
    """Punctuation goes, combining marks stay with their letters, emoji and Han characters stand alone."""
    assert tokens.words(splitter, text) == expected


@settings(max_examples=300, deadline=None)
@given(text=st.text(max_size=30))
def test_canonically_equivalent_texts_fold_alike(splitter, text):
    """NFC and NFD of any text give the same words."""
    forms = {form: tokens.words(splitter, unicodedata.normalize(form, text)) for form in ("NFC", "NFD")}
    assert forms["NFC"] == forms["NFD"]


def test_the_compiled_map_does_what_the_rules_say(splitter):
    """Every rule of one code point is applied by the tokenizer's precompiled map, alone and inside a word."""
    wrong = []
    for old, new in folding.rules().items():
        if unicodedata.normalize("NFC", old) != old or unicodedata.combining(old) or old in JOINED_TO_THE_NEXT:
            continue
        folded = splitter.normalizer.normalize_str(f"x{old}x")
        if folded.replace(" ", "") != f"x{new}x".replace(" ", ""):
            wrong.append(old)
    assert wrong == []
