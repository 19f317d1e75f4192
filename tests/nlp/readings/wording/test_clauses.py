"""Whole clauses of notes, in every script."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp.documents.types import Unit
from nlp.readings.wording.clauses import LONGEST_WHOLE, SHORTEST, clauses

PIECES = st.sampled_from(
    [
        "we share the money openly",
        "টাকার হিসাব সবার সামনে",
        "पैसाको हिसाब सबैले देख्ने",
        "hisab sabai lai dekhaune",
        ", ",
        ". ",
        "। ",
        " – ",
        " (",
        ") ",
        ": ",
        "\n    🙂 ",
        '"',
        "क्\u200dष ",
        " র\u200d্যাব ",
        "café ",
        " naïve ",
        "we ",
        "না ",
        "…",
    ]
)


def unit(text: str, language: str = "en") -> Unit:
    return Unit(text, text, language, "notes.csv", 2, 0, len(text))


def texts(text: str, language: str = "en") -> list[str]:
    return [clause.text for clause in clauses(unit(text, language))]


@pytest.mark.parametrize(
    ("text", "language", "found"),
    [
        ("Nobody answers the phone, so we walk there", "en", ["Nobody answers the phone", "so we walk there"]),
        ("টাকা কোথায় যায় জানি না। সবাই দেখুক হিসাবটা", "bn", ["টাকা কোথায় যায় জানি না", "সবাই দেখুক হিসাবটা"]),
        ("हिसाब सबैले देख्ने, लुकाउनु पर्दैन कसैले", "ne", ["हिसाब सबैले देख्ने", "लुकाउनु पर्दैन कसैले"]),
        ("amra shobai mile kaj kori", "bn-Latn", ["amra shobai mile kaj kori"]),
        ("মাসে এক দিন field office বন্ধ", "bn", ["মাসে এক দিন field office বন্ধ"]),
    ],
)
def test_clauses_lie_between_punctuation(text, language, found):
    """No clause begins or ends inside a stretch of words; two short ones are a sentence as well."""
    assert set(found) <= set(texts(text, language))
    assert all(one in (*found, text) for one in texts(text, language))


def test_too_short_and_too_long_is_no_clause():
    """Two words say too little, and nobody reads a heading of eleven."""
    assert texts("Eat together") == []
    assert texts("we went to the market by boat and came back late again") == []


def test_a_clause_knows_its_place():
    """What stands beside it in the sentence tells whether it is half of a thought."""
    first, second = (
        each for each in clauses(unit("We ask the village first, never the office alone")) if not each.whole
    )
    assert (first.first, first.last, first.before, first.after[0]) == (True, False, (), "never")
    assert (second.first, second.last, second.before[-1], second.after) == (False, True, "first", ())


@pytest.mark.parametrize("text", ["I am not anyone's “community mobiliser”", "My rule for us: pay them first"])
def test_what_leads_to_a_quotation_or_a_list_is_cut(text):
    """The half before a colon or an opening mark is known to be one."""
    assert all(clause.cut for clause in clauses(unit(text)) if not clause.whole and clause.after)


def test_decomposed_letters_are_the_same_words():
    """A note in NFD has the words of the same note in NFC, and its clauses stand in it as they are written."""
    note = "বড় হিসাবটা সবাইকে জানায়"
    (composed,), (decomposed,) = clauses(unit(note, "bn")), clauses(unit(unicodedata.normalize("NFD", note), "bn"))
    assert composed.words == decomposed.words
    assert decomposed.text in unicodedata.normalize("NFD", note)


@given(st.lists(PIECES, max_size=12).map("".join), st.sampled_from(["en", "bn", "ne", "ne-Latn", "es", "und"]))
def test_a_clause_is_always_a_stretch_of_its_note(text, language):
    """Whatever the note: every clause stands in it letter by letter, and has as many words as a clause may have."""
    for clause in clauses(unit(text, language)):
        assert clause.text in text
        assert SHORTEST <= len(clause.words) <= LONGEST_WHOLE
