"""Names of levels."""

from unicodedata import normalize

import pytest

from nlp.documents.tables.level_names import grade_of, is_level, letter_of_level, number_of_level


@pytest.mark.parametrize(
    ("name", "grade"),
    [
        ("Well-functioning", 4),
        ("WELL FUNCTIONING", 4),
        ("Level 2: Emerging", 3),
        ("Emerging (2)", 3),
        ("🟡 Emerging", 3),
        ("🟡", 3),
        ("needs help!", 2),
        ("সহায়তা দরকার", 2),
        ("গড়ে উঠছে", 3),
        ("সহযোগিতা প্রয়োজন", 2),
        ("सहयोग चाहिने", 2),
        ("धेरै राम्रो", 5),
        ("très faible", 1),
        ("Level 2", None),
        ("Seed", None),
        ("", None),
    ],
)
def test_grades_of_names(name, grade):
    """In any case, with numbers and signs beside them, composed or decomposed."""
    assert grade_of(normalize("NFC", name)) == grade_of(normalize("NFD", name)) == grade


@pytest.mark.parametrize(
    ("name", "number"),
    [
        ("Level 2", (2, True)),
        ("lvl 2", (2, True)),
        ("স্তর ২", (2, True)),
        ("तह २", (2, True)),
        ("nivel 2", (2, True)),
        ("★★", (2, True)),
        ("2 stars", (2, True)),
        ("Stage II", (2, True)),
        ("2", (2, False)),
        ("২", (2, False)),
        ("II", (2, False)),
        ("2 or 3", None),
        ("Group 2", None),
        ("emerging", None),
    ],
)
def test_numbers_of_levels(name, number):
    """Levels, stages and stars count upwards; of a number alone that is not known."""
    assert number_of_level(name) == number


def test_letters_of_levels():
    """One Latin letter, nothing else."""
    assert [letter_of_level(name) for name in ("A", "b.", "AB", "ক", "")] == [1, 2, None, None, None]


def test_headers_that_are_levels():
    """Known names, small numbers in digits, stars; not words that are numbers, which stand in notes too."""
    assert all(map(is_level, ("emerging", "উদীয়মান", "Level 1", "স্তর ৩", "5", "५", "★★★")))
    assert not any(map(is_level, ("Strength", "Weakness", "শুরু", "Absent", "Met", "Name*")))
    assert not any(map(is_level, ("one", "I", "12", "2026", "Trust", "Team A", "")))
