"""Sentences."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nlp.text.sentences import sentence_spans


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", ["Md. Rahim met Dr. A. B. Khan at 10.30 a.m. on Monday.", "We paid Tk. 500, i.e. too much.", "Why?"]),
        ("en", ["He left.", '"Nobody asked."', "(She had.)", "See www.example.org for version 1.5 of it."]),
        ("en", ["We trust each other.", "We share all!"]),
        ("es", ["Nos reunimos.", "¿Quién decide?", "¡Nadie!", "(Eso creo.)"]),
        ("fr", ["M. Dupont arrive.", "C'est bien !", "Pourquoi ?"]),
        ("bn", ["ড. রহমান ও মো. আলী এসেছেন।", "আমরা কাজ করি।", "সবাই খুশি!", "কেন?"]),
        ("ne", ["डा. शर्माले भने।", "हामीले रु. ५०० तिर्‍यौं।", "के भयो?"]),
        ("hi", ["डॉ. वर्मा आए।", "सब ने सुना॥", "क्यों?"]),
        ("ur", ["ہم ملتے ہیں۔", "کیا آپ آئیں گے؟", "جی ہاں۔"]),
        ("bn-Latn", ["amra kaj kori.", "keu shone na."]),
        ("sw", ["Tunafanya kazi.", "Hakuna anayejibu."]),
        (None, ["আমরা কাজ করি।", "সবাই খুশি।"]),
    ],
)
def test_sentences_of_many_languages(language: str | None, expected: list[str]):
    """Dandas, the Urdu full stop, opening signs; abbreviations, initials and numbers do not end a sentence."""
    text = " ".join(expected)
    assert [text[start:end] for start, end in sentence_spans(text, language)] == expected


@pytest.mark.parametrize(
    ("language", "text", "count"),
    [
        ("bn", "আমরা কাজ করি।সবাই খুশি।", 2),
        ("ne", "हामी काम गर्छौं | सबै खुसी छन् |", 2),
        ("en", "We agreed: 1. meet weekly 2. share the budget.", 1),
        ("en", "We trust each other.We share all.", 2),
        ("en", "Well... it works", 1),
    ],
)
def test_sloppy_typing(language: str, text: str, count: int):
    """No space after the end, a bar for a danda, numbers inside a line, three dots."""
    assert len(sentence_spans(text, language)) == count


@given(
    st.text(st.sampled_from('aB.?!।॥ \n¿("কি १'), max_size=40),
    st.sampled_from(["en", "bn", "ne", "es", "und"]),
)
@settings(deadline=None)
def test_no_letter_is_lost(text: str, language: str):
    """The sentences follow each other, and only white space lies between them."""
    end = 0
    for start, following in sentence_spans(text, language):
        assert text[end:start].strip() == ""
        assert text[start:following] == text[start:following].strip() != ""
        end = following
    assert text[end:].strip() == ""


def test_a_line_of_many_sentences_is_cut_in_linear_time_and_into_all_of_them():
    """However far a sentence stands from the start, its abbreviations and opening signs are seen."""
    text = "Mr. Roy came. (So what?) " * 10_000
    spans = sentence_spans(text, "en")
    assert {text[start:end] for start, end in spans[:20]} == {"Mr. Roy came.", "(So what?)"}
    assert len(spans) >= 20_000 - len(text) // 100_000
