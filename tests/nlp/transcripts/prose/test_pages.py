"""Transcripts that were saved as OpenDocument, RTF or PDF."""

import io
import zipfile
from pathlib import Path

import pytest

from nlp.documents.tools import has
from nlp.errors import InputError, UnreadableFile
from nlp.transcripts.readers import read_transcript

FILES = Path(__file__).parent / "files"
SPEAKERS = ["Ana Lopez", "Ben", "Ana Lopez", "Rina", "Ben", "Rina"]
needs_poppler = pytest.mark.skipif(not has("pdftotext"), reason="poppler-utils is not installed")


@pytest.mark.parametrize("name", ["meeting.odt", "meeting.rtf", pytest.param("meeting.pdf", marks=needs_poppler)])
def test_a_transcript_is_read_whatever_it_was_saved_as(name: str):
    """Every turn has its speaker, also where lines are full to the edge of the page; nobody has another's words."""
    turns = read_transcript(name, (FILES / name).read_bytes()).turns
    assert [turn.speaker for turn in turns] == SPEAKERS
    assert turns[2].text == "Then we ring each other."
    assert turns[1].text.startswith("I agree.")
    assert " ".join(turns[3].text.split()).endswith("দেরিতে পৌঁছায়, কেউ জানে না কে সিদ্ধান্ত নেয়।")
    assert "Rina" not in turns[4].text


@needs_poppler
def test_times_above_what_was_said_are_found_in_a_pdf():
    """As a meeting program writes them: name and time above the words."""
    turns = read_transcript("timed.pdf", (FILES / "timed.pdf").read_bytes()).turns
    assert [(turn.speaker, turn.start) for turn in turns] == [
        ("Ana Lopez", 3.0),
        ("Ben Okello", 17.0),
        ("Ana Lopez", 25.0),
        ("Ben Okello", 31.0),
    ]


def test_a_table_of_turns_in_an_odt_is_read():
    """By its columns, as in a docx."""
    rows = [("Speaker", "Text"), ("Ana", "We ring\teach other"), ("Ben", "Yes"), ("Ana", "Good")]
    cells = "".join(
        "<table:table-row>"
        + "".join(f"<table:table-cell><text:p>{cell}</text:p></table:table-cell>" for cell in row)
        + "</table:table-row>"
        for row in rows
    )
    content = (
        '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
        'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
        'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0">'
        f"<office:body><office:text><table:table>{cells}</table:table></office:text></office:body>"
        "</office:document-content>"
    )
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr("META-INF/manifest.xml", "<manifest/>")
        archive.writestr("content.xml", content)
    turns = read_transcript("turns.odt", made.getvalue()).turns
    assert [(turn.speaker, turn.text) for turn in turns] == [
        ("Ana", "We ring each other"),
        ("Ben", "Yes"),
        ("Ana", "Good"),
    ]


@pytest.mark.parametrize("data", [b"{\\rtf1 broken", b"%PDF-1.4 broken", b"\x89PNG\r\n\x1a\n broken"])
def test_broken_pages_are_refused_as_such(data: bytes):
    """In one line; nothing is read out of their bytes."""
    with pytest.raises(InputError) as refused:
        read_transcript("file", data)
    assert not isinstance(refused.value, UnreadableFile) or refused.value.remedy
