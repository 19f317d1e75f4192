"""Text to pieces."""

import unicodedata
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nlp.text.segmentation.segment import segment, tidy


def texts(text: str, **options: bool) -> list[str]:
    """Return the texts of the pieces."""
    return [piece.text for piece in segment(text, **options)]


def test_bullets_with_sub_bullets_and_wrapped_lines():
    """Every bullet is a piece with the lines that it wraps over."""
    text = """
- We hear about changed dates after the fact,
  usually from somebody's calendar
  - example: the visit moved twice
* নিয়ম ঠিক নেই
    কে কী করবে
১। খবর আসে না
(२) समय पुग्दैन
☐ ask finance
---
"""
    assert texts(text) == [
        "We hear about changed dates after the fact, usually from somebody's calendar",
        "example: the visit moved twice",
        "নিয়ম ঠিক নেই কে কী করবে",
        "খবর আসে না",
        "समय पुग्दैन",
        "ask finance",
    ]


def test_notes_on_lines_of_their_own_stay_apart():
    """Lines without bullets and full stops are notes, long and short ones."""
    lines = [
        "Working together to address emerging issues through joint team effort",
        "Combined effort for social benefit",
        "being adaptive",
        "Openness to receive feedback – constructive criticism",
        "সবাই মিলে কাজ করা",
        "जोखिम लिने",
    ]
    assert texts("\n".join(lines)) == lines
    assert texts("\r\n\r\n".join(lines)) == lines


def test_text_wrapped_by_hand_is_joined():
    """Full lines of one width belong together, in scripts with and without small letters."""
    english = (
        "We met at the ferry ghat because the office was under water and\n"
        "nobody wanted to lose another week. Everybody found that the tea\n"
        "stall is a better place to talk than the meeting room."
    )
    nepali = (
        "हामी घाटमा भेट्यौं किनभने कार्यालय पानीमुनि थियो र कसैलाई अर्को हप्ता\n"
        "गुमाउन मन थिएन। सबैले चिया पसल बैठक कोठाभन्दा कुरा गर्न राम्रो ठाउँ हो\n"
        "भन्ने ठाने।"
    )
    assert len(texts(english)) == 2
    assert texts(english)[0].endswith("another week.")
    assert len(texts(nepali)) == 2


def test_prose_is_cut_and_notes_stay_whole():
    """Running text is cut at its sentences; bullets and cells of a few sentences are one piece."""
    prose = "আমরা একসাথে কাজ করি। তবে সময় লাগে অনেক বেশি। তারপরও আমরা খুশি আছি।"
    assert len(texts(prose)) == 3
    assert texts("- " + prose) == [prose]
    assert texts(prose, keep_notes=True) == [prose]


def test_a_very_long_bullet_is_cut():
    """Beyond 400 code points and three sentences it clearly says several things."""
    sentence = "The boat came late and the women had been waiting in the rain since the early morning, without food. "
    assert len(texts("- " + sentence * 3)) == 1
    assert len(texts("- " + sentence * 5)) == 5


def test_short_sentences_join_the_one_before():
    """A "Why?" alone says nothing."""
    assert texts("Nobody asked the women about the place. Why? We only heard it in June.") == [
        "Nobody asked the women about the place. Why?",
        "We only heard it in June.",
    ]


def test_many_threads_cut_alike():
    """spaCy's pipelines are shared; what one thread reads does not disturb another."""
    sentences = [
        "আমরা কাজ করি। সবাই খুশি আছে এখানে। কেন এমন হলো জানি না।",
        "We met on Monday. Nobody spoke to us there. Why not?",
    ]
    with ThreadPoolExecutor(4) as pool:
        counts = list(pool.map(lambda text: len(segment(text)), sentences * 100))
    assert counts == [3, 2] * 100


@pytest.mark.parametrize("text", ["", " \n\t", "---\n***", "•", "- \n- "])
def test_nothing_gives_nothing(text: str):
    """No piece without content."""
    assert segment(text) == []


FRAGMENTS = ["- ", "* ", "১। ", "(क) ", "\n", "\r\n", "  ", "।", ". ", "? ", "We met", "কাজ করি", "काम गर्छौं",
             "é", "e\u0301", "য়", "😀", "\u200d", "\u200c", "¿", "…", "a", "- [x] ", "\u2028"]  # fmt: skip


@given(st.lists(st.sampled_from(FRAGMENTS), max_size=25).map("".join), st.booleans())
@settings(deadline=None, max_examples=200)
def test_places_lead_back_to_the_text(text: str, keep_notes: bool):
    """A piece is its place in the source, in NFC and with white space joined; pieces do not overlap."""
    end = 0
    for piece in segment(text, "en", keep_notes):
        assert end <= piece.start < piece.end <= len(text)
        assert tidy(text[piece.start : piece.end]) == piece.text != ""
        assert unicodedata.is_normalized("NFC", piece.text)
        end = piece.end


@given(st.lists(st.sampled_from(FRAGMENTS), max_size=25).map("".join))
@settings(deadline=None, max_examples=100)
def test_no_word_is_lost(text: str):
    """Every letter of the source is in a piece, numbers and letters of bullets apart."""
    kept = "".join(piece.text for piece in segment(text, "en"))
    for word in ("We met", "কাজ করি", "काम गर्छौं"):
        assert text.count(word.split()[0]) == kept.count(word.split()[0])
