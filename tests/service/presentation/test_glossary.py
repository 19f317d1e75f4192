"""The words of the product have one translation each, in every message."""

import re
from itertools import product

import pytest
from babel.messages.pofile import read_po

from service.presentation.i18n import CATALOGUES

TERMS = {
    "bn": {
        "programme": "কর্মসূচি",
        "team": "টিম",
        "group": "গ্রুপ",
        "element": "দিক",
        "reading": "ধারণা",
        "note": "নোট",
        "rubric": "রুব্রিক",
        "level": "স্তর",
        "descriptor": "বর্ণনা",
        "rating": "স্ব-মূল্যায়ন",
        "review": "পর্যালোচনা",
        "session": "সেশন",
        "roster": "উপস্থিতির তালিকা",
        "transcript": "কথার লিখিত রূপ",
        "facilitator": "ফ্যাসিলিটেটর",
    },
    "ne": {
        "programme": "कार्यक्रम",
        "team": "टोली",
        "group": "समूह",
        "element": "पाट",
        "reading": "बुझाइ",
        "note": "नोट",
        "rubric": "रुब्रिक",
        "level": "तह",
        "descriptor": "वर्णन",
        "rating": "स्वमूल्याङ्कन",
        "review": "समीक्षा",
        "session": "सत्र",
        "roster": "उपस्थिति सूची",
        "transcript": "बोलीको लिखित रूप",
        "facilitator": "सहजकर्ता",
    },
}
GIVEN_UP = {
    "bn": ("দল", "ব্যাখ্যা", "উপাদান", "কাকতালীয়", "নীরব", "অধিবেশন", "যন্ত্র", "অন্যান্য"),
    "ne": ("टिपोट", "तत्त्व", "विवरण", "मौन", "वक्ता", "रोस्टर", "बोले", "बोलेनन्", "यन्त्र"),
}
OTHER_SENSES = (
    "programme import",
    "column reading",
    "reading them takes",
    "reading pictures takes",
    "Reading notes: {done}",
    "from Teams",
    "From Teams",
    "in Teams",
    "nobody else wrote about this element",
    "group differently",
    "groups this small",
    "closest to what this group says",
    "the group {group}",
    "The group {group}",
)
LETTERS = "\u0900-\u09ff"


def messages(code):
    """Every form of every message with its translation; places and options are no words."""
    with (CATALOGUES / f"{code}.po").open("rb") as file:
        for message in read_po(file):
            said, translated = [each if isinstance(each, tuple) else (each,) for each in (message.id, message.string)]
            yield from zip(said, translated, strict=True)


def words(text):
    return re.sub(r"\{[^}]*\}|--\w+", " ", text)


@pytest.mark.parametrize(("code", "term"), [pair for code in TERMS for pair in product([code], TERMS[code])])
def test_a_term_has_one_translation(code, term):
    """Where English says the word in the sense of the product, the translation has its word of the glossary."""
    found = [
        said
        for said, translated in messages(code)
        if re.search(rf"\b{term}s?\b", words(said), re.IGNORECASE)
        and not any(other in said for other in OTHER_SENSES)
        and TERMS[code][term] not in translated
    ]
    assert found == []


@pytest.mark.parametrize(("code", "word"), [pair for code in GIVEN_UP for pair in product([code], GIVEN_UP[code])])
def test_words_that_were_given_up_do_not_come_back(code, word):
    """They mislead: a party for a team, an argument for a reading, the third gender for a pool of small groups."""
    as_a_word = re.compile(rf"(?<![{LETTERS}]){word}(?![{LETTERS}])")
    assert [said for said, translated in messages(code) if as_a_word.search(translated)] == []


@pytest.mark.parametrize("code", TERMS)
def test_endings_and_digits_follow_the_rules(code):
    """Nepali endings are joined to what a place holds, and no space stands before a percent sign."""
    apart = re.compile(r"(?<=[a-z]\}) (?:को|का|की|ले|मा|बाट|लाई)(?![\u0900-\u097f])")
    assert [said for said, translated in messages(code) if apart.search(translated) or " %" in translated] == []
