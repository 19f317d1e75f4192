"""Quotes, names and labels, each with its own language."""

from dataclasses import replace

import pytest

from nlp.readings.drift import follow_element
from service.presentation.i18n import language
from service.presentation.team_marks import marks
from service.presentation.text import label, name, quote
from tests.service.presentation.readings.made import communications, note, reading

EN = language("en")


def test_a_label_without_words_in_the_readers_language_stays_as_it_is():
    """Neither notes nor model have English for it."""
    given = replace(reading("টাকা"), labels={"bn": "টাকা"})
    assert (label(given, EN).text, label(given, EN).code) == ("টাকা", "bn")


def test_a_label_in_the_readers_language_goes_before_the_words_of_the_model():
    """What people wrote is better than what the model has for it; a given name is better than both."""
    given = replace(reading("টাকা"), labels={"bn": "টাকা", "en": "money"}, gloss={"en": ("cash",)})
    assert label(given, EN).text == "money"
    glossed = label(replace(given, labels={"bn": "টাকা"}), EN)
    assert (glossed.text, glossed.original, glossed.original_code, glossed.machine) == ("cash", "টাকা", "bn", True)
    named = label(replace(given, label="अर्थ", given="अर्थ"), EN)
    assert (named.text, named.code, named.original, named.given) == ("अर्थ", "ne", "টাকা", True)


def test_a_reading_is_called_the_same_wherever_it_is_followed():
    """On its element and through the reviews."""
    element = communications()
    drift = follow_element(element, ("March",))
    for code in ("en", "bn", "ne"):
        spoken = language(code)
        assert [label(each, spoken) for each in element.readings] == [label(each, spoken) for each in drift.readings]


@pytest.mark.parametrize(
    ("text", "code"), [("Nepal", "en"), ("কর্ণালী", "bn"), ("कर्णाली", "ne"), ("👩‍👩‍👧 दल", "ne"), ("2026", "en")]
)
def test_a_name_carries_its_language(text, code):
    """StatedIdentity by its script; markup in it stays text."""
    assert name(text) == f'<b lang="{code}">{text}</b>'
    assert "&lt;i&gt;" in name("<i>")


def test_a_quote_is_the_note_as_written():
    """Its anchor, its language and the mark of its team; a note without a team has the neutral one."""
    said = quote(note(7, "B", "bn-Latn", "phone e kotha"), marks(("A", "B")), EN)
    assert (said.anchor, said.text, said.code, said.mark.number) == ("n-u7", "phone e kotha", "bn-Latn", 2)
    assert said.language == "Bangla in Latin letters"
    assert quote(note(8, ""), marks(("A",)), EN).mark.shape == "ring"
