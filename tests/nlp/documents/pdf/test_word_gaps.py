"""Words that poppler parts, and lines that it draws together."""

import pytest

from nlp.documents.pdf.word_gaps import Word, at_cells, joined, usual_gap


def placed(*parts: tuple[str, float]) -> list[Word]:
    """Return words ten points wide, each after a gap of its own."""
    words, at = [], 0.0
    for text, gap in parts:
        words.append(Word(text, at + gap, at + gap + 10))
        at += gap + 10
    return words


@pytest.mark.parametrize(
    ("parts", "text"),
    [
        ((("পাতা", 0), ("নতু", 2), ("ন", 0.9), ("কথা", 2)), "পাতা নতুন কথা"),
        ((("उनले", 0), ("फे", 2), ("रि", 1.7), ("सुरु", 2), ("गरिन्", 2)), "उनले फेरि सुरु गरिन्"),
        ((("কথা", 0), ("হা", 2), ("ঁড়ি", 2), ("চাই", 2)), "কথা হাঁড়ি চাই"),
        ((("गर्छन्", 0), (",", 0), ("तर", 2), ("हामी", 2)), "गर्छन्, तर हामी"),
        ((("We", 0), ("ring", 0.9), ("us", 2)), "We ring us"),
    ],
)
def test_parts_of_a_word_are_put_together(parts, text):
    """By a gap that no space has, after a mark by a narrower one; a mark never begins a word. Latin stays as it is."""
    words = placed(*parts)
    assert joined(words, 10, usual_gap([(words, 10)])) == text


def test_a_line_of_two_cells_is_parted():
    """Where other lines begin at that place; a wide gap alone, as after a name, parts nothing."""
    words = placed(("Dhaka", 0), ("office", 2), ("we", 20), ("ring", 2))
    assert [[word.text for word in part] for part in at_cells(words, 10, {42})] == [["Dhaka", "office"], ["we", "ring"]]
    assert at_cells(words, 10, {0, 12}) == [words]
    assert usual_gap([(placed(("We", 0), ("ring", 2)), 10)]) == 0
    assert at_cells([], 10, {0}) == []
