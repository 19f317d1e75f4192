"""Numbers as names write them."""

from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp.text.numerals import folded, number_of, runs


@pytest.mark.parametrize(
    "word", ["3", "03", "৩", "३", "III", "iii", "third", "3rd", "তৃতীয়", "৩য়", "तेस्रो", "three", "٣"]
)
def test_one_number_in_many_forms(word):
    """Digits of any script, Roman numerals, ordinals, words; composed or decomposed."""
    assert number_of(normalize("NFC", word)) == number_of(normalize("NFD", word)) == 3


@pytest.mark.parametrize("word", ["", "trust", "3x", "iiii", "²", "½", "আস্থা", "🙂"])
def test_other_words_are_no_numbers(word):
    """Nothing is guessed."""
    assert number_of(word) is None


def test_runs_of_digits_and_of_letters():
    """Vowel signs and viramas stay with their letters, joiners and signs are left out."""
    assert list(runs(folded("১৮ই মার্চ\u200d,2026a"))) == [
        ("18", "N"),
        ("ই", "L"),
        ("মার্চ", "L"),
        ("2026", "N"),
        ("a", "L"),
    ]


@given(st.text(max_size=30))
def test_folding_is_done_once(text):
    """A folded text stays as it is, and its runs stand in it in their order."""
    plain = folded(text)
    assert folded(plain) == plain or normalize("NFC", plain) != plain
    at = 0
    for run, _ in runs(plain):
        at = plain.index(run, at) + len(run)
