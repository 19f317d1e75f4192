"""Sentences that lean on the one before them."""

import unicodedata

import pytest

from nlp.text.segmentation.leaning import leans
from nlp.text.segmentation.segment import segment


@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.parametrize(
    "sentence",
    [
        "Then the rains came.",
        "“That’s how it started.”",
        "After that, nobody called.",
        "তারপর আর কেউ আসেনি।",
        "ফলে টাকা এল না।",
        "त्यसपछि कोही आएन।",
        "त्यसैले पैसा आएन।",
        "Tarpor keu ashe nai.",
        "Tyaspachi kohi aayena.",
        "इसलिए पैसा नहीं आया।",
        "Entonces nadie vino.",
        "— so we went home",
        "👉 So we went home",
    ],
)
def test_sentences_that_go_on(sentence, form):
    """In every script, behind a quotation mark or a dash, composed or not."""
    assert leans(unicodedata.normalize(form, sentence))


@pytest.mark.parametrize(
    "sentence",
    [
        "Meetings start late.",
        "But money comes late.",
        "তবে সময় লাগে।",
        "Sophie leads.",
        "Many meetings.",
        "টাকা সময়মতো আসে।",
        "हामी मिलेर काम गर्छौं।",
        "🙂",
        "",
        "...",
    ],
)
def test_sentences_that_stand_alone(sentence):
    """Whole words only: "Sophie" is not "so"; what is set against something may be a thought of its own."""
    assert not leans(sentence)


def test_a_story_stays_together_and_statements_do_not():
    """In prose; a story does not grow without end."""
    story = "We waited three weeks for an answer. Then the rains came. So we decided ourselves."
    assert [piece.text for piece in segment(story)] == [story]
    statements = "Meetings start late. Budgets are not shared. We like the newsletter."
    assert [piece.text for piece in segment(statements)] == [
        "Meetings start late.",
        "Budgets are not shared.",
        "We like the newsletter.",
    ]
    long = "We waited. " + "Then the rains came and the road was gone for days. " * 20
    assert all(len(piece.text) <= 400 for piece in segment(long))
