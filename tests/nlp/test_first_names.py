"""What people are called by their first names alone, in the orders and scripts of South Asia."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp.first_names import first_name, first_names


@pytest.mark.parametrize(
    ("name", "called"),
    [
        ("Anika Rahman", "Anika"),
        ("Rahman, Anika", "Anika"),
        ("Prof. Dr. Anika Rahman", "Anika"),
        ("Dr.Anika Rahman (Char Alo)", "Anika"),
        ("Anika Rahman | Char Alo", "Anika"),
        ("Anika, CHAR", "Anika"),
        ("Anika, Nepal Office (External)", "Anika"),
        ("Md. Rafiqul Islam", "Rafiqul"),
        ("Mst Fatema Begum", "Fatema"),
        ("Abdul Karim Sarker", "Abdul Karim"),
        ("A. K. M. Fazlul Haque", "Fazlul"),
        ("AKM Fazlul Haque", "Fazlul"),
        ("A.K.M. Fazlul Haque", "Fazlul"),
        ("RAM THAPA", "RAM"),
        ("Syed Ahmed Ali", "Ahmed"),
        ("Sheikh Md. Salim Uddin", "Salim"),
        ("Ram Bahadur Thapa", "Ram"),
        ("Om Rai", "Om"),
        ("Sita Didi", "Sita"),
        ("Anne-Marie Holm", "Anne-Marie"),
        ("মোঃ রফিকুল ইসলাম", "রফিকুল"),
        ("মো. রফিকুল ইসলাম", "রফিকুল"),
        ("ড. আনিকা রহমান", "আনিকা"),
        ("এ. কে. এম. ফজলুল হক", "ফজলুল"),
        ("আবদুল করিম", "আবদুল করিম"),
        ("মৌ সরকার", "মৌ"),
        ("রিনা আপা", "রিনা"),
        ("श्री राम बहादुर थापा", "राम"),
        ("डा. सीता राई", "सीता"),
        ("कुमारी गीता ज्यू", "गीता"),
    ],
)
def test_what_somebody_is_called_by(name, called):
    """Whatever stands before it, in both Unicode forms."""
    assert first_name(name) == unicodedata.normalize("NFC", called)
    assert first_name(unicodedata.normalize("NFD", name)) == unicodedata.normalize("NFC", called)


@pytest.mark.parametrize("label", ["Speaker 1", "SPEAKER_00", "iPhone (2)", "Conference Room B", "Fireflies Notetaker"])
def test_labels_that_are_no_names_stay(label):
    """They tell nobody's surname."""
    assert first_name(label) == label


def test_one_word_stays():
    """It may be a surname; nothing else is known by which to call them."""
    assert [first_name(each) for each in ("Thapa", "Mr Thapa", "আনিকা", "🙂")] == ["Thapa", "Thapa", "আনিকা", "🙂"]


def test_two_of_the_same_first_name_are_told_apart_without_the_surname():
    """By a middle name where all differ in it, else by numbers in the order given; other people keep theirs."""
    called = first_names(["Ram Bahadur Thapa", "Ram Prasad Rai", "Anika Rahman", "ANIKA Akter", "Sita Rai"])
    assert list(called.values()) == ["Ram Bahadur", "Ram Prasad", "Anika 1", "ANIKA 2", "Sita"]
    assert list(first_names(["রিনা আক্তার", "রিনা বেগম"]).values()) == ["রিনা 1", "রিনা 2"]


WORDS = st.sampled_from(
    ["Ram", "Sita", "Md.", "Rai", "Thapa", "আনিকা", "রহমান", "राम", "थापा", "K.", "Dr", "Bahadur", "👩‍👧"]
)


@given(st.lists(st.lists(WORDS, min_size=1, max_size=4).map(" ".join), unique=True, max_size=8))
def test_everybody_is_called_differently(names):
    """Each has something to be called by, and no last word of a longer name is ever shown."""
    called = first_names(names)
    assert list(called) == names
    assert all(called.values())
    by_key = [unicodedata.normalize("NFC", each).casefold() for each in called.values()]
    assert len(set(by_key)) == len(by_key)


@given(st.text(max_size=30))
def test_any_text_is_called_something(text):
    """Whatever a label holds, nothing breaks and nothing becomes longer."""
    assert len(first_name(text)) <= len(unicodedata.normalize("NFC", text)) or first_name(text) == text
