from nlp.transcripts import read_transcript
from nlp.transcripts.prose.layout.linked_times import without_links


def test_a_time_that_is_a_link_stands_alone():
    """Other links stay."""
    assert without_links(["**Ana** [5:16](https://a.org/v?t=316s): Yes", "See [this](https://a.org)"]) == [
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
