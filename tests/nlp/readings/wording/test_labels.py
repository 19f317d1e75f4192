"""How a reading is called."""

import tracemalloc

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nlp.documents.types import Unit
from nlp.readings.wording.labels import Surroundings, example_of, find_labels
from tests.embedders import BagOfWords

EMBEDDER = BagOfWords()
OPEN_BOOKS = {
    "en": [
        "We show the accounts to everybody",
        "everybody may see the accounts",
        "the accounts we show everybody, always",
    ],
    "bn": ["টাকার হিসাব সবার জন্য খোলা", "হিসাব সবার সামনে খোলা থাকে", "টাকার হিসাব সবার সামনে খোলা"],
    "ne": ["पैसाको हिसाब सबैलाई देखाउने", "हिसाब सबैलाई देखाउने हो", "पैसाको हिसाब सबैलाई सुनाउने"],
    "ne-Latn": ["paisa ko hisab sabai lai dekhaune", "hisab sabai lai dekhaune ho", "paisa ko hisab sabai lai sunaune"],
}
OTHERS = [("Boats leave before the flood comes", "en"), ("নদীতে নৌকা চলে না", "bn"), ("खोलामा डुङ्गा चल्दैन", "ne")] * 2


def unit(text: str, language: str, number: int = 0) -> Unit:
    return Unit(f"{number}-{text}", text, language, "notes.csv", 2, 0, len(text))


def called(notes, others=OTHERS, people=frozenset()):
    """Return the labels of some notes among others."""
    units = [unit(text, language, number) for number, (text, language) in enumerate([*notes, *others])]
    around = Surroundings.of(EMBEDDER.encode([each.text for each in units]), people)
    return find_labels(units[: len(notes)], np.arange(len(notes)), around, EMBEDDER)


@pytest.mark.parametrize("language", OPEN_BOOKS)
def test_a_reading_is_called_by_a_clause_of_its_notes(language):
    """In every language and in Latin letters: the clause that shares most with the other notes, whole."""
    notes = [(text, language) for text in OPEN_BOOKS[language]]
    found = called(notes)
    assert set(found.labels) == {language}
    assert any(found.labels[language] in text for text in OPEN_BOOKS[language])
    assert found.proposals[0] == found.labels[language]


def test_mixed_notes_have_one_name():
    """Notes that mix languages and scripts give a clause as it is written."""
    notes = [("field office এর হিসাব সবাই দেখে", "bn"), ("field office hisab sabai le herchha", "ne-Latn")]
    (label,) = called([*notes, ("field office এর হিসাব খোলা থাকে", "bn")]).labels.values()
    assert "field office" in label


def test_notes_that_share_nothing_have_no_name():
    """Then the best clauses are only proposals, and a note stands for the reading."""
    notes = [("The goat ate all my papers", "en"), ("নৌকা আজকেও চলে নাই", "bn"), ("म अलि ढिलो आइपुगेँ", "ne")]
    found = called(notes)
    assert found.labels == {}
    assert 1 <= len(found.proposals) <= 3


def test_no_name_names_anybody():
    """However typical the clause is: a person of the room, or one with a title, is in none."""
    notes = [("Karim shows the accounts to us", "en"), ("karim shows accounts to everybody", "en")]
    notes.append(("bhai shows the accounts to everybody", "en"))
    assert called(notes, people=frozenset({"karim"})).proposals == ()
    assert called([*notes, ("we show accounts to everybody", "en")], people=frozenset({"karim"})).labels == {
        "en": "we show accounts to everybody"
    }


def test_another_language_says_the_same_or_nothing():
    """A Bangla note that shares two words is a version; one that shares one, or denies it, is none."""
    english = [(text, "en") for text in OPEN_BOOKS["en"]]
    mixed = called([*english, ("we show everybody accounts সবাই", "bn")]).labels
    assert mixed["bn"] == "we show everybody accounts সবাই"
    assert "bn" not in called([*english, ("accounts নিয়ে সভা হয় রোজ", "bn")]).labels
    assert "bn" not in called([*english, ("we show everybody accounts না", "bn")]).labels


WORDS = st.sampled_from(
    [
        "we",
        "share",
        "money",
        "boats",
        "show",
        "accounts",
        "everybody",
        "flood",
        "office",
        "টাকা",
        "হিসাব",
        "সবার",
        "नदी",
        "हिसाब",
        "sabai",
        "12",
    ]
)
NOTES = st.lists(
    st.tuples(st.lists(WORDS, min_size=1, max_size=12).map(" ".join), st.sampled_from(["en", "bn", "ne", "ne-Latn"])),
    min_size=1,
    max_size=8,
)


@settings(max_examples=60)
@given(NOTES, NOTES)
def test_a_name_is_always_a_clause_of_its_notes(notes, others):
    """Whatever the notes: every label and proposal stands in a note of its language; the same again gives the same."""
    found = called(notes, others)
    assert found == called(notes, others)
    for language, label in found.labels.items():
        assert any(label in text for text, own in notes if own == language)
    assert all(any(proposal in text for text, _ in notes) for proposal in found.proposals)
    assert not found.labels or found.proposals


def test_the_note_that_stands_for_others_is_short_and_names_nobody():
    """The most typical, unless it is long or speaks of somebody; if all are long, the most typical all the same."""
    long = " ".join(["word"] * 30)
    notes = [unit(long, "en"), unit("Rina apa brought us tea", "en"), unit("tea was brought", "en")]
    assert example_of(notes) == "tea was brought"
    assert example_of(notes[:1]) == long


@pytest.mark.parametrize(
    ("typical", "sentence", "language"),
    [
        ("old tyre → swing", "We build playgrounds out of old things", "en"),
        ("लक्ष्य १२० थियो", "हामी लक्ष्य मात्र हेर्छौं", "ne"),
        ("একই ফাইল হোয়াটসঅ্যাপে", "একই ফাইল চারবার আসে", "bn"),
    ],
)
def test_a_sentence_stands_for_others_before_shorthand(typical, sentence, language):
    """If it is of the more typical half; where all are shorthand, the most typical one stands for them."""
    notes = [unit(typical, language), unit(sentence, language), unit("say it", "en"), unit("do it", "en")]
    assert example_of(notes) == sentence
    assert example_of([*notes[:1], *notes[2:], notes[1]]) != sentence
    assert example_of(notes[:1]) == typical


def test_many_notes_take_no_copy_for_each_clause():
    """What clauses are held against is there once, and memory beside it does not grow with the clauses."""
    notes = np.random.default_rng(0).normal(size=(20_000, 64)).astype(np.float32)
    units = [unit(f"We meet at the river {number}, they wait", "en", number) for number in range(40)]
    tracemalloc.start()
    around = Surroundings.of(notes)
    find_labels(units, np.arange(40), around, EMBEDDER)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 2.5 * around.vectors.nbytes
