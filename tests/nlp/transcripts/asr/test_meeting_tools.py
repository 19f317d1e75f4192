import json

import pytest

from nlp.errors import UnreadableFile
from nlp.transcripts import read_transcript


def read(content):
    return read_transcript("a.json", json.dumps(content, ensure_ascii=False).encode())


def said(record):
    return [(turn.speaker, turn.start, turn.end, turn.text) for turn in record.turns]


@pytest.mark.parametrize("unit", [1, 1000])
@pytest.mark.parametrize("made", [int, str])
def test_read_ai(unit, made):
    """Times count from the first block, whether they are seconds or milliseconds; those who say nothing are listed."""
    blocks = [
        ("Anna Lund", 1709287200, 1709287205, "Hello"),
        ("রিনা", 1709287206, 1709287209, "জি"),
    ]
    content = {
        "session_id": "x",
        "participants": [{"name": "Anna Lund", "email": "a@b.c"}, {"name": "Silent One"}],
        "transcript": {
            "speakers": [{"name": "Anna Lund"}, {"name": "রিনা"}],
            "speaker_blocks": [
                {
                    "start_time": made(start * unit),
                    "end_time": made(end * unit),
                    "speaker": {"name": who},
                    "words": words,
                }
                for who, start, end, words in blocks
            ],
        },
    }
    record = read(content)
    assert said(record) == [("Anna Lund", 0, 5, "Hello"), ("রিনা", 6, 9, "জি")]
    assert (record.form, record.attendees) == ("read-ai", ("Anna Lund", "Silent One", "রিনা"))


def test_a_report_of_read_ai_without_its_transcript():
    """It is said what to export instead."""
    with pytest.raises(UnreadableFile, match=r"Read\.ai.*transcript"):
        read({"session_id": "x", "trigger": "meeting_end", "summary": "We met.", "report_url": "https://app.read.ai/x"})


def test_trint():
    """Words in milliseconds, paragraphs with the number or the name of a speaker."""
    words = [
        {"name": "Hello", "time": "1000", "duration": 400, "para": 0, "speaker": 0},
        {"name": "all.", "time": 1500, "duration": 300, "para": 0, "speaker": 0},
        {"name": "জি", "time": 2000, "duration": 500, "para": 1, "speaker": 1},
    ]
    record = read({"words": words, "speakers": [{"name": "Anna"}, {"name": "রিনা"}]})
    assert said(record) == [("Anna", 1, 1.8, "Hello all."), ("রিনা", 2, 2.5, "জি")]
    assert record.form == "trint"


def test_trint_with_paragraphs():
    """Its interface gives them so."""
    paragraphs = [
        {"speaker": "Anna", "words": [{"value": "Hello", "time": 1000, "duration": 400}]},
        {"speaker": {"name": "রিনা"}, "words": [{"value": "জি", "time": 2000, "duration": 500}]},
    ]
    assert said(read({"transcript": {"paragraphs": paragraphs}})) == [
        ("Anna", 1, 1.4, "Hello"),
        ("রিনা", 2, 2.5, "জি"),
    ]


def test_the_text_of_trint():
    """`Name [00:00:01] words` on one line."""
    text = "Anna Lund [00:00:01] Hello: all\n\nরিনা [00:00:04] জি\n\nAnna Lund [00:00:09] So\n\nBela [00:00:11] Yes\n"
    record = read_transcript("a.txt", text.encode())
    assert [(turn.speaker, turn.start, turn.text) for turn in record.turns] == [
        ("Anna Lund", 1, "Hello: all"),
        ("রিনা", 4, "জি"),
        ("Anna Lund", 9, "So"),
        ("Bela", 11, "Yes"),
    ]
