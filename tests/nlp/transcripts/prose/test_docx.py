import io
import zipfile

import docx
import pytest

from nlp.errors import ManyvoicesError, NoSpeakers
from nlp.transcripts import read_transcript


def word_file(*paragraphs, table=()):
    document = docx.Document()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    if table:
        grid = document.add_table(rows=0, cols=len(table[0]))
        for row in table:
            for cell, text in zip(grid.add_row().cells, row, strict=True):
                cell.text = text
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def said(data):
    return [(turn.speaker, turn.start, turn.text) for turn in read_transcript("session.docx", data).turns]


def test_the_older_teams_document():
    """Times, name and words in one paragraph."""
    data = word_file(
        "0:0:0.0 --> 0:0:3.490\nAnna Lund\nHello.",
        "0:0:4.80 --> 0:0:5.0\nসুমি\nজি",
        "0:0:6.0 --> 0:0:7.0\nAnna Lund\nOk",
    )
    assert said(data) == [("Anna Lund", 0, "Hello."), ("সুমি", 4.08, "জি"), ("Anna Lund", 6, "Ok")]


def test_the_newer_teams_document():
    """Name and time, words on the next line of the paragraph."""
    data = word_file(
        "Review meeting-20260301_100000-Meeting Recording",
        "1 March 2026, 10:00am",
        "Anna Lund   0:03\nHello, let us begin with the review of the year and hear everybody.",
        "राम कुमारी   0:09\nहजुर",
        "Anna Lund   1:00:09\nGood.",
        "Anna Lund stopped transcription",
    )
    assert said(data) == [
        ("Anna Lund", 3, "Hello, let us begin with the review of the year and hear everybody."),
        ("राम कुमारी", 9, "हजुर"),
        ("Anna Lund", 3609, "Good."),
    ]


def test_a_typed_transcript():
    """Name, colon, words."""
    assert said(word_file("রহিমা: শুরু করি", "Karim: yes", "রহিমা: জি")) == [
        ("রহিমা", None, "শুরু করি"),
        ("Karim", None, "yes"),
        ("রহিমা", None, "জি"),
    ]


def test_a_table_of_turns_wins_over_the_text_around_it():
    """Text above the table is no speech."""
    data = word_file(
        "Summary: a call", table=[("Start time", "Speaker", "Content"), ("0:01", "Anna", "hi"), ("0:02", "Bo", "yo")]
    )
    assert said(data) == [("Anna", 1, "hi"), ("Bo", 2, "yo")]


def test_an_empty_document_is_refused():
    """Nobody speaks in it."""
    with pytest.raises(ManyvoicesError, match=r"^session\.docx: "):
        said(word_file())


def test_a_report_is_refused():
    """It has paragraphs but no speakers."""
    with pytest.raises(NoSpeakers):
        said(word_file("This is a report.", "It has paragraphs."))


def test_a_bomb_is_refused():
    """A docx whose main part unpacks to more than is sane."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b"<a>" + b" " * 80 * 2**20)
    with pytest.raises(ManyvoicesError, match=r"^session\.docx: .*too large"):
        said(stream.getvalue())


def test_a_table_of_two_columns_without_a_header():
    """Names on the left, words on the right."""
    assert said(
        word_file("Notes of the call", table=[("Anna", "hi"), ("সুমি", "জি: এক"), ("Anna", "yo"), ("সুমি", "হ্যাঁ")])
    ) == [
        ("Anna", None, "hi"),
        ("সুমি", None, "জি: এক"),
        ("Anna", None, "yo"),
        ("সুমি", None, "হ্যাঁ"),
    ]


def test_a_table_with_numbers_beside_the_names():
    """Whatever its columns are called, and in whatever language."""
    rows = [("№", "Хто", "Що"), ("1", "Anna", "hi"), ("2", "সুমি", "জি"), ("3", "Anna", "yo"), ("4", "সুমি", "হ্যাঁ")]
    assert [(speaker, text) for speaker, _, text in said(word_file("Notes", table=rows))] == [
        row[1:] for row in rows[1:]
    ]
