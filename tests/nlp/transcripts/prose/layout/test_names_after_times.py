import pytest

from nlp.transcripts import read_transcript
from nlp.transcripts.prose.layout.names_after_times import with_colons_after_names


def test_names_that_stand_behind_every_time():
    """One word or several, in any script; blank lines between."""
    text = (
        "[00:03] Ana We begin.\n[00:07] Bo Das Yes, sure.\n\n[00:09] Ana Good.\n[00:12] Bo Das And so on\n"
        "[0:20] রহিমা জি\n[0:25] রহিমা না না"
    )
    turns = read_transcript("a.txt", text.encode()).turns
    assert [(turn.speaker, turn.start, turn.text) for turn in turns] == [
        ("Ana", 3, "We begin."),
        ("Bo Das", 7, "Yes, sure."),
        ("Ana", 9, "Good."),
        ("Bo Das", 12, "And so on"),
        ("রহিমা", 20, "জি"),
        ("রহিমা", 25, "না না"),
    ]


@pytest.mark.parametrize(
    "lines",
    [
        ["[00:03] We begin.", "[00:07] Yes, sure.", "[00:09] The first one.", "[00:12] And so on", "[00:14] We go."],
        ["[00:03] Ana: We begin.", "[00:07] Bo: Yes.", "[00:09] Ana: Good.", "[00:12] Bo: So."],
        ["[00:03] So we", "[00:07] But no", "[00:09] So it is", "[00:12] But then"],
        ["[00:03] Ana We begin.", "[00:07] Bo Yes.", "and much more", "without a time", "[00:09] Ana Good."],
        [],
    ],
)
def test_first_words_of_sentences_are_no_names(lines):
    """Nor are there any where a colon stands, where most first words differ, or where lines have no time."""
    assert with_colons_after_names(lines) == lines
