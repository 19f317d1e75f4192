"""What is thrown away of an answer, in three scripts: numbers, names, groups, comparisons, other scripts."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp.documents.types import Person
from service.assistant.checking.check import (
    LONGEST_NAME,
    LONGEST_SENTENCE,
    Sent,
    is_in_script,
    numbers_in,
    wrong_in_name,
    wrong_in_sentence,
    wrong_in_translation,
)
from service.assistant.checking.comparing import comparing
from service.assistant.checking.refusals import TOLD, Why
from service.presentation.masking.headlines import nameless

PEOPLE = nameless([Person("Binita Rai"), Person("মরিয়ম বেগম"), Person("सुनिता थापा")], ["Nepal"])
GROUPS = ("Nepal", "Bangladesh", "নেপাল", "नेपाल", "Sunrise Trust", "Char Alo")
NOTES = {
    "n1": "Open books: 12 villages see the budget on WhatsApp",
    "n2": "হিসাব খোলা থাকলে বিশ্বাস হয়",
    "n3": "हिसाब खुला भए विश्वास हुन्छ",
}


def sent(language="en", **more):
    """Return what a question in a language had."""
    return Sent(NOTES, {"n1": "a", "n2": "b", "n3": "a"}, language, "Trust", PEOPLE.mask, GROUPS, **more)


@pytest.mark.parametrize(
    ("text", "language", "why"),
    [
        ("Open books", "en", None),
        ("Open books in 12 villages", "en", None),
        ("Open books in ১২ villages", "en", None),
        ("Open books in 13 villages", "en", Why.NUMBERS),
        ("১৩ গ্রামে খোলা হিসাব", "bn", Why.NUMBERS),
        ("१३ गाउँमा खुला हिसाब", "ne", Why.NUMBERS),
        ("Open books by ½", "en", Why.NUMBERS),
        ("Open books ②", "en", Why.NUMBERS),
        ("Open books, says Binita", "en", Why.PERSON),
        ("মরিয়মের খোলা হিসাব", "bn", Why.PERSON),
        ("सुनिताले देखाएको हिसाब", "ne", Why.PERSON),
        ("Call us on +977 9841 234567", "en", Why.NUMBERS),
        ("Open books in Nepal", "en", Why.GROUP),
        ("নেপালের খোলা হিসাব", "bn", Why.GROUP),
        ("नेपालको खुला हिसाब", "ne", Why.GROUP),
        ("Open books at char alo", "en", Why.GROUP),
        ("Most want open books", "en", Why.COMPARES),
        ("বেশিরভাগ মানুষ খোলা হিসাব চায়", "bn", Why.COMPARES),
        ("अधिकांशले खुला हिसाब चाहन्छन्", "ne", Why.COMPARES),
        ("Half of them want open books", "en", Why.COMPARES),
        ("Planning together rather than alone", "en", None),
        ("Open books", "bn", Why.SCRIPT),
        ("খোলা হিসাব", "ne", Why.SCRIPT),
        ("खुला हिसाब", "en", Why.SCRIPT),
        ("WhatsApp-এ খোলা হিসাব", "bn", None),
        ("খোলা হিসাব and trust", "bn", Why.SCRIPT),
        ("See https://evil.example", "en", Why.ADDRESS),
        ("<b>Open books</b>", "en", Why.ADDRESS),
        ("Open\u202ebooks", "en", Why.ADDRESS),
        ("", "en", Why.EMPTY),
        ("…", "en", Why.EMPTY),
        ("a" * (LONGEST_NAME + 1), "en", Why.LONG),
    ],
)
def test_a_name_says_nothing_that_is_not_the_notes(text, language, why):
    """Each reason in each script that it can be in."""
    assert wrong_in_name(text, sent(language)) == why


def test_text_is_judged_alike_in_any_normal_form():
    """Decomposed letters name nobody and are in their script."""
    assert wrong_in_name(unicodedata.normalize("NFD", "খোলা হিসাব, বিশ্বাসের জোর"), sent("bn")) is None
    assert wrong_in_name(unicodedata.normalize("NFD", "মরিয়মের হিসাব"), sent("bn")) == Why.PERSON


@pytest.mark.parametrize(
    ("text", "ids", "why"),
    [
        ("They trust where books are open.", ("n1", "n2"), None),
        ("They trust where books are open.", (), Why.NO_NOTE),
        ("They trust where books are open.", ("n1", "n9"), Why.UNKNOWN_NOTE),
        ("They trust. Books are open.", ("n1", "n2"), Why.SENTENCES),
        ("They trust where books are open, in " + "a" * LONGEST_SENTENCE, ("n1",), Why.LONG),
    ],
)
def test_a_sentence_rests_on_notes_that_were_sent(text, ids, why):
    """And is one."""
    assert wrong_in_sentence(text, ids, sent()) == why


def test_one_sentence_ends_with_a_danda():
    """Two of them are two."""
    assert wrong_in_sentence("হিসাব খোলা থাকলে বিশ্বাস হয়।", ("n1",), sent("bn")) is None
    assert wrong_in_sentence("हिसाब खुला हुन्छ। विश्वास हुन्छ।", ("n1",), sent("ne")) == Why.SENTENCES


def test_people_are_counted_not_notes():
    """Two notes of one person are one voice; a note of nobody known is somebody's own."""
    assert sent().voices(("n1", "n3")) == 1
    assert sent().voices(("n1", "n2")) == 2
    assert Sent(NOTES).voices(("n1", "n2")) == 2


@pytest.mark.parametrize(
    ("text", "note", "language", "why"),
    [
        ("The books are open in 12 villages", "१२ गाउँमा हिसाब खुला छ", "en", None),
        ("The books are open", "१२ गाउँमा हिसाब खुला छ", "en", Why.NUMBERS),
        ("Most villages of Nepal", "नेपालका धेरैजसो गाउँ", "en", None),
        ("Ask Binita", "… लाई सोध", "en", Why.PERSON),
        ("PWNED", "हिसाब खुला छ", "ne", Why.SCRIPT),
        ("See http://evil.example", "हिसाब खुला छ", "en", Why.ADDRESS),
        ("", "हिसाब", "en", Why.EMPTY),
        ("on and on " * 40, "हिसाब", "en", Why.LONG),
    ],
)
def test_a_translation_has_the_numbers_of_its_note(text, note, language, why):
    """It may name groups and compare where its note does."""
    assert wrong_in_translation(text, note, sent(language)) == why


@given(st.integers(0, 10**6), st.sampled_from("0০०٠۰๐"), st.sampled_from(["Open books {}", "{} books", "a{}b"]))
def test_a_number_is_one_in_any_script(number, zero, place):
    """It is thrown away unless the notes have it."""
    written = "".join(chr(ord(zero) + int(digit)) for digit in str(number))
    text = place.format(written)
    assert numbers_in(text) == {str(number)}
    assert (wrong_in_name(text, sent()) is Why.NUMBERS) == (number != 12)


@given(st.text(max_size=60), st.sampled_from(["en", "bn", "ne"]))
def test_whatever_is_answered_is_judged(text, language):
    """What passes has letters of its script, no foreign number and no name; nothing is raised."""
    asked = sent(language)
    for why in (wrong_in_name(text, asked), wrong_in_sentence(text, ["n1"], asked)):
        assert why is None or why in TOLD
    if wrong_in_name(text, asked) is None:
        assert is_in_script(text, language, asked.all_words)
        assert numbers_in(text) <= {"12"}
        assert comparing(text) <= comparing(asked.all_words)


@given(st.text(max_size=20), st.sampled_from(GROUPS))
def test_a_group_that_stands_as_a_word_never_passes(text, group):
    """Whatever stands around it."""
    for language in ("en", "bn", "ne"):
        assert wrong_in_name(f"{text} {group} {text}", sent(language)) is not None
