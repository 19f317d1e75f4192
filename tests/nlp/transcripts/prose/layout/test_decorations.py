from nlp.transcripts import read_transcript
from nlp.transcripts.prose.layout.decorations import without_decorations


def test_a_time_that_is_a_link_stands_alone():
    """Other links stay."""
    assert without_decorations(["**Ana** [5:16](https://a.org/v?t=316s): Yes", "See [this](https://a.org)"]) == [
        "**Ana** [5:16]: Yes",
        "See [this](https://a.org)",
    ]


def test_names_with_linked_times_are_read():
    """Name, link, colon, words, in two scripts."""
    link = "(https://www.youtube.com/watch?v=x&t=1s)"
    text = f"**Ana** [0:01]{link}: One.\n\n**রহিমা** [0:05]{link}: দুই\n\n**Ana** [0:09]{link}: Three."
    turns = read_transcript("a.md", text.encode()).turns
    assert [(turn.speaker, turn.start, turn.text) for turn in turns] == [
        ("Ana", 1, "One."),
        ("রহিমা", 5, "দুই"),
        ("Ana", 9, "Three."),
    ]


def test_the_day_before_a_time_and_classes_are_no_words():
    """Headings of Granola, and classes of Kramdown behind a bold name."""
    text = (
        "# Call\n\n### You (2025-12-10T16:31:41.543Z)\n\nGood morning.\n\n"
        "### Guest (2025-12-10T16:31:45.540Z)\n\nHi.\n\n"
        "### You (2025-12-10T16:31:48Z)\n\nYes.\n\n### Guest (2025-12-10T16:31:49+01:00)\n\nSo."
    )
    turns = read_transcript("a.md", text.encode()).turns
    assert [(turn.speaker, turn.text) for turn in turns] == [
        ("You", "Good morning."),
        ("Guest", "Hi."),
        ("You", "Yes."),
        ("Guest", "So."),
    ]
    text = "**Interviewer:**{: .blue}  \nHallo.\n\n**Befragte:**{: .green}  \nJa.\n\n**Interviewer:**{: .blue}  \nUnd?"
    turns = read_transcript("a.md", text.encode()).turns
    assert [(turn.speaker, turn.text) for turn in turns] == [
        ("Interviewer", "Hallo."),
        ("Befragte", "Ja."),
        ("Interviewer", "Und?"),
    ]
