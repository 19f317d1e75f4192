import pytest

from nlp.errors import NoSpeakers
from nlp.transcripts import read_transcript

EXPECTED = [("Anna", 0.5, 1.5), ("Bela", 1.0, 2.5), ("Anna", 2.6, 3.5)]


@pytest.mark.parametrize(
    ("form", "text", "words"),
    [
        ("audacity", "0.500000\t1.500000\tAnna\n1.0\t2.5\tBela\n2.6\t3.5\tAnna\n", ["", "", ""]),
        ("audacity", "0,5\t1,5\tAnna: hi\n1,0\t2,5\tBela: yes\n2,6\t3,5\tAnna: so\n", ["hi", "yes", "so"]),
        (
            "stm",
            ";; made\nf 1 Anna 0.50 1.50 <o,f0> hi\nf 1 Bela 1.0 2.5 yes\nf 1 Anna 2.6 3.5 so\n",
            ["hi", "yes", "so"],
        ),
        (
            "elan-text",
            "Anna\t\t0.5\t1.5\t1.0\thi\nBela\t\t1.0\t2.5\t1.5\tyes\nAnna\t\t2.6\t3.5\t0.9\tso\n",
            ["hi", "yes", "so"],
        ),
        (
            "elan-text",
            "Anna\t00:00:00.500\t00:00:01.500\thi\nBela\t00:00:01.0\t00:00:02.5\tyes\nAnna\t00:00:02.6\t00:00:03.5\tso\n",
            ["hi", "yes", "so"],
        ),
    ],
)
def test_a_line_for_each_turn(form, text, words):
    """Label tracks, STM and the text export of ELAN: speaker, two times, and words if there are any."""
    record = read_transcript("a.txt", text.encode())
    assert [(turn.speaker, turn.start, turn.end) for turn in record.turns] == EXPECTED
    assert [turn.text for turn in record.turns] == words
    assert (record.form, record.unread.lines) == (form, 0)


def test_a_line_that_does_not_fit_is_reported():
    """With its number."""
    text = "".join(f"{n}.0\t{n}.5\tAnna\n" for n in range(20)) + "gone\n"
    record = read_transcript("labels.txt", text.encode())
    assert len(record.turns) == 20
    assert record.unread.examples == ("line 21: gone",)


@pytest.mark.parametrize("head", ["start\tend\ttext\n", ""])
def test_times_before_what_was_said_are_no_label_track(head):
    """Whisper's tsv names nobody, with or without its header."""
    said = ["Yes", "I think so", "Good morning", "all of you", "We begin", "now"]
    text = head + "".join(f"{n}000\t{n}900\t{words}\n" for n, words in enumerate(said))
    with pytest.raises(NoSpeakers):
        read_transcript("a.tsv", text.encode())
