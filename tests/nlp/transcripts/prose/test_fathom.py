import pytest

from nlp.transcripts import read_transcript
from tests.nlp.transcripts.prose.test_docx import word_file

HEAD = (
    "Review with partners - March 3\nVIEW RECORDING - 45 mins (No highlights): https://fathom.video/calls/1\n\n---\n\n"
)
SAID = [
    ("0:00", "Anna Lund (partner.org)", "Good morning."),
    ("0:09", "rinaakter", "Hello: all."),
    ("1:00:04", "", "Somebody talks."),
    ("1:00:09", "Sandra R (Pivot Interiors Group Ltd)", "So."),
    ("1:01:09", "Anna Lund (partner.org)", "Bye."),
]


@pytest.mark.parametrize("sign", ["@", ""])
def test_the_text_of_fathom(sign):
    """Whatever people call themselves; without a name it is nobody; links and tasks are no speech."""
    text = HEAD + "\n".join(
        f"{sign}{clock} - {name}\n  {words}\n\n  ACTION ITEM: Send it - WATCH: https://fathom.video/1\n"
        for clock, name, words in SAID
    )
    record = read_transcript("call.txt", text.encode())
    assert [(turn.speaker, turn.text) for turn in record.turns] == [(name or None, words) for _, name, words in SAID]
    assert [turn.start for turn in record.turns] == [0, 9, 3604, 3609, 3669]
    assert record.form == "fathom"
    assert record.unread.examples == ("line 1: Review with partners - March 3",)


def test_the_docx_of_fathom():
    """The same in paragraphs."""
    lines = [line for clock, name, words in SAID for line in (f"@{clock} - {name}", words)]
    record = read_transcript("call.docx", word_file("Review - March 3", "VIEW RECORDING - 45 mins", *lines))
    assert [(turn.speaker, turn.text) for turn in record.turns] == [(name or None, words) for _, name, words in SAID]
