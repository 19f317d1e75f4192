"""Files that are refused: what they are is said, and what to export instead."""

import io
import json
import zipfile

import pytest

from nlp.errors import InputError, NoSpeakers, UnreadableFile
from nlp.transcripts import read_transcript


def archive(*names):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as made:
        for name in names:
            made.writestr(name, "[]")
    return stream.getvalue()


PAGE = "<!DOCTYPE html><html><head><title>{}</title></head><body><div>hello</div></body></html>"


@pytest.mark.parametrize(
    ("data", "kind", "remedy"),
    [
        (
            archive("users.json", "channels.json", "general/2024-03-01.json"),
            "whole Slack workspace",
            "day of the session",
        ),
        (archive("your_facebook/messages/inbox/x/message_1.json"), "archive of Facebook", "message_1.json"),
        (archive("[Content_Types].xml", "ppt/presentation.xml"), "presentation", "docx"),
        (archive("a.png"), "archive holds no transcript", "Unpack it"),
        (PAGE.format("Exported Data").encode(), "Telegram chat as a web page", "format JSON"),
        (PAGE.format("DiscordChatExporter").encode(), "Discord channel as a web page", "plain text"),
        (
            PAGE.format("Anna").replace("<div>", '<div class="_a6-g">').encode(),
            "Facebook or Instagram as a web page",
            "format JSON",
        ),
        (PAGE.format("A talk").encode(), "web page", "Copy the transcript"),
        (b"BEGIN:VCALENDAR\nVERSION:2.0\nEND:VCALENDAR\n", "calendar", "download its transcript"),
        (json.dumps({"title": "x", "summary": "We met."}).encode(), "summary of a meeting", "download the transcript"),
    ],
)
def test_what_the_file_is_and_what_to_export_instead(data, kind, remedy):
    """In one line."""
    with pytest.raises(UnreadableFile, match=rf"^a\.bin: [^\n]*{kind}[^\n]*{remedy}[^\n]*\.$"):
        read_transcript("a.bin", data)


def test_captions_without_names_are_called_so():
    """The tool often has a transcript with names beside them."""
    with pytest.raises(NoSpeakers, match="These are captions"):
        read_transcript("a.vtt", b"WEBVTT\n\n00:01.000 --> 00:02.000\nhello there\n")


def test_a_recogniser_that_told_no_speakers_apart():
    """It can be run again."""
    with pytest.raises(NoSpeakers, match="diarisation"):
        read_transcript("a.json", json.dumps({"segments": [{"start": 0, "end": 1, "text": "Hi"}]}).encode())


@pytest.mark.parametrize("name", ["word/document.xml", "xl/workbook.xml"])
def test_a_broken_office_file_is_called_so(name):
    """Not an archive without a transcript."""
    with pytest.raises(InputError) as refused:
        read_transcript("a.docx", archive(name))
    assert "archive holds no" not in str(refused.value)
