"""Answers of people about their words: read only where they are surely understood, and the strictest holds."""

from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp.consent import Consent, consent_of, read_consent, strictest


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Yes", Consent.WITH_NAME),
        (" YES ", Consent.WITH_NAME),
        ("হ্যাঁ", Consent.WITH_NAME),
        ("नाम बिना", Consent.WITHOUT_NAME),
        ("নাম ছাড়া", Consent.WITHOUT_NAME),
        ("Chatham House", Consent.NOT_ATTRIBUTED),
        ("counted only", Consent.COUNTED),
        ("गणना मात्र", Consent.COUNTED),
        ("no", Consent.NOT_AT_ALL),
        ("না", Consent.NOT_AT_ALL),
        ("होइन", Consent.NOT_AT_ALL),
    ],
)
def test_answers_are_read_in_three_languages(written, meant):
    """A cell is understood whatever its case, spaces and Unicode form."""
    assert read_consent(normalize("NFC", written)) is meant
    assert read_consent(normalize("NFD", written)) is meant


@pytest.mark.parametrize("written", ["", "perhaps", "12 March", "yes, but ask me first", "?"])
def test_what_is_not_surely_understood_is_no_answer(written):
    """Nothing is guessed."""
    assert read_consent(written) is None


def test_nobody_is_quoted_on_a_guess():
    """What is written and not understood counts the words only; nothing written leaves all as it was."""
    assert consent_of({"consent": "yes, but ask me first"}) is Consent.COUNTED
    assert consent_of({"consent": " "}) is Consent.WITH_NAME
    assert consent_of({}) is Consent.WITH_NAME


@given(st.lists(st.sampled_from([None, *Consent])))
def test_of_several_answers_the_strictest_holds(said):
    """Whoever said less than another decides."""
    found = strictest(said)
    assert all(list(Consent).index(found) >= list(Consent).index(each) for each in said if each)
    assert found in said or found is Consent.WITH_NAME
