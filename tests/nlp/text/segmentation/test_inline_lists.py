"""Lists that people write on one line."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp.documents import read_document
from nlp.text.segmentation.inline_lists import marked_items, may_hold_list, separated_items
from nlp.text.segmentation.segment import segment, tidy


def items(find, text):
    return [text[start:end] for start, end in find(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1. Better internet 2. More meetings 3. Clear roles", ["Better internet", "More meetings", "Clear roles"]),
        ("1) Better internet, 2) More meetings", ["Better internet", "More meetings"]),
        ("(১) আগে জানানো (২) টাকা সময়মতো", ["আগে জানানো", "টাকা সময়মতো"]),
        ("১। সময়মতো টাকা। ২। সভা কম।", ["সময়মতো টাকা।", "সভা কম।"]),
        ("१) समयमै पैसा २) कम बैठक ३) सजिलो भाषा", ["समयमै पैसा", "कम बैठक", "सजिलो भाषा"]),
        ("ক) সময়মতো টাকা খ) কম সভা", ["সময়মতো টাকা", "কম সভা"]),
        ("a) trust b) money c) time", ["trust", "money", "time"]),
        ("We need: 1) internet 2) roles", ["We need: 1) internet", "roles"]),
        ("১.নিয়মিত সভা ২.স্বচ্ছ হিসাব ৩.সহজ ভাষা", ["নিয়মিত সভা", "স্বচ্ছ হিসাব", "সহজ ভাষা"]),
        ("1)Meet weekly 2)Share the plan", ["Meet weekly", "Share the plan"]),
        ("• one 🙂 • two • three", ["one 🙂", "two", "three"]),
        ("① সময়মতো টাকা ② সভা কম", ["সময়মতো টাকা", "সভা কম"]),
        ("चाहिन्छ: 1️⃣ पैसा 2️⃣ समय 3️⃣ भाषा", ["चाहिन्छ: 1️⃣ पैसा", "समय", "भाषा"]),
        ("better internet ● more meetings", ["better internet", "more meetings"]),
        ("- better internet - more meetings - clear roles", ["better internet", "more meetings", "clear roles"]),
    ],
)
def test_items_with_a_sign_are_told_apart(text, expected):
    """Numbers and letters of every script, dots, ticks and dashes; a head goes with the first item."""
    assert items(marked_items, text) == expected
    assert [piece.text for piece in segment(text, keep_notes=True)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "In May 2. we met in room 3. It was cold",
        "We met on day 1. On day 2. we left",
        "see (1) and (2) of the plan",
        "1. Trust",
        "of the three ① came first and ③ last",
        "we rated it 2️⃣ and then 3️⃣",
        "1. We met in room 2. It was cold",
        "- We met - finally - in May",
        "• one thought",
        "k) gari b) dheri",
        "The plan (a) was late",
        "ক) ও খ) অংশ আমরা বুঝি না",
        "a) and b) are not clear to us",
        "we share the money ②) and the work",
        "The budget is open to all ¹) and is read aloud.",
        "A. Rahman met B. Das and C. Roy about the road",
        "We did it ✅ and everyone came",
    ],
)
def test_numbers_and_dashes_in_sentences_are_no_lists(text):
    """They do not count up from the first, or stand in the middle of a sentence."""
    assert marked_items(text) == []
    assert len(segment(text, keep_notes=True)) == 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("better internet; more meetings; clear roles", ["better internet", "more meetings", "clear roles"]),
        ("সময়মতো টাকা; কম সভা; সহজ ভাষা;", ["সময়মতো টাকা", "কম সভা", "সহজ ভাষা"]),
        ("paisa time ma / kam baithak / sajilo bhasa", ["paisa time ma", "kam baithak", "sajilo bhasa"]),
        ("Trust is low; nobody says what they think.", []),
        ("Trust / আস্থা / विश्वास", []),
        ("We came late. We left; we ate; we slept.", []),
        ("Better internet, more meetings, clear roles", []),
        ("Sylhet; Khulna; Barisal", []),
        ("Ward 5; Ward 7; Ward 9 were never visited", []),
        ("he / she / they should speak first", []),
        ("men / women / children are all heard here", []),
    ],
)
def test_three_short_phrases_between_semicolons_are_a_list(text, expected):
    """Two are one thought, sentences are none, and three scripts say one thing."""
    assert items(separated_items, text) == expected


def test_a_cell_of_a_form_becomes_one_note_for_each_item():
    """And still one answer of one person."""
    data = b"Who,What would help?\nAsha,internet at the office; fewer meetings; clear roles\nRam,trust\n"
    units = read_document("a.csv", data).units
    assert [unit.text for unit in units] == ["internet at the office", "fewer meetings", "clear roles", "trust"]
    assert len({unit.id for unit in units}) == 4


MARKS = st.sampled_from(
    [" ", "1. ", "2. ", "1) ", "2) ", "(3) ", "• ", "; ", " / ", "- ", "ক) ", "খ) ", ": ", "\n", "a) ", "b) "]
)
WORDS = st.sampled_from(["trust", "আস্থা", "विश्वास", "paisa", "👩🏽‍🌾", "ক্ষ", "é", "1.5", "No"])


@given(st.lists(st.one_of(MARKS, WORDS), max_size=14).map("".join))
def test_nothing_that_was_written_is_lost(text):
    """Pieces follow one another, are what stands in the text, and hold every letter but those that count."""
    for find in (marked_items, separated_items):
        spans = find(text)
        assert all(a < b for a, b in spans)
        assert [edge for span in spans for edge in span] == sorted(edge for span in spans for edge in span)
        assert not spans or may_hold_list(text)
    pieces = segment(text, keep_notes=True)
    assert all(piece.text == tidy(text[piece.start : piece.end]) for piece in pieces)
    kept = "".join(text[piece.start : piece.end] for piece in pieces)
    for word in ("trust", "আস্থা", "विश्वास", "paisa", "No"):
        assert kept.count(word) == text.count(word)
