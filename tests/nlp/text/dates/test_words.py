import pytest

from nlp.text.dates.words import months, names_of_months


@pytest.mark.parametrize(
    ("language", "names"),
    [
        ("ne", {"march", "मार्च", "असोज", "magh", "বৈশাখ"}),
        ("bn", {"march", "মার্চ", "মার্চের", "বৈশাখ", "asar"}),
        ("fr", {"march", "mars", "févr", "février"}),
        ("sw", {"march", "machi"}),
    ],
)
def test_months_of_a_language_are_its_own_those_of_english_and_the_spellings_of_people(language, names):
    """Whatever script they are in."""
    assert names <= names_of_months(language) <= months().keys()


def test_months_of_an_unknown_language_are_all():
    """Of a language that no list is for, and where none is said."""
    assert names_of_months("xx") == names_of_months("") == months().keys()
