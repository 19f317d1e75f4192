"""The ending of what has no name, told from its content."""

import io
import re
import zipfile

import pytest

from corpora import SAMPLE
from service.cli.given.endings import ending_of

OF_A_PROGRAMME = re.compile(r"(notes|rubric|session|roster|ratings).*\.(csv|vtt)")


@pytest.mark.parametrize("path", sorted(path for path in SAMPLE.iterdir() if OF_A_PROGRAMME.match(path.name)))
def test_the_sample_is_told_by_its_content(path):
    """Notes, rubrics, rosters, ratings and transcripts have the ending that they have."""
    assert ending_of(path.read_bytes()) == path.suffix


@pytest.mark.parametrize(
    ("text", "ending"),
    [
        ("text\nWe trust each other\nখবর আসে না\n", ".csv"),
        ("comment,age\nWe trust each other,3\n", ".csv"),
        ("মন্তব্য;বয়স\nখবর আসে না;3\n", ".csv"),
        ('"comment"\t"x"\r\n"one\r\ntwo"\t"2"\r\n', ".csv"),
        ("Notes\n\n- We trust each other\n- खबर आउँदैन\n", ".txt"),
        ("Notes\n- We trust\n- each other\n", ".txt"),
        ("trust, openness\njoy, sorrow\n", ".txt"),
        ("We trust each other.\n", ".txt"),
        ("1\n00:00:01,000 --> 00:00:03,000\nAsha: hello\n", ".srt"),
        ('[{"speaker": "Asha", "text": "hello"}]', ".json"),
        ('<?xml version="1.0"?>\n<CodeBook xmlns="urn:QDA-XML:codebook:1.0"/>', ".qdc"),
        ("{\\rtf1 hello}", ".rtf"),
        ("", ".txt"),
    ],
)
def test_text_is_told_by_how_it_begins(text, ending):
    """With and without a byte order mark, in UTF-8 and in UTF-16."""
    assert ending_of(text.encode("utf-8")) == ending
    if text and ending in (".csv", ".txt"):
        assert ending_of(b"\xef\xbb\xbf" + text.encode("utf-8")) == ending
        assert ending_of(text.encode("utf-16")) == ending


@pytest.mark.parametrize(
    ("part", "ending"),
    [("word/document.xml", ".docx"), ("xl/workbook.xml", ".xlsx"), ("project.qde", ".qdpx"), ("a.txt", ".zip")],
)
def test_archives_are_told_by_their_parts(part, ending):
    """Office files and coded projects are zip archives."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr(part, "<x/>")
    assert ending_of(made.getvalue()) == ending
