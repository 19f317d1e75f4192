"""Files that hold no turns although they come from a tool that records: what they are, and what to export instead."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from nlp.documents.archive import part_names
from nlp.messages import Message
from nlp.transcripts.json_paths import JsonObject, follow, objects
from nlp.transcripts.source import Source

_HEAD = 4000
_OFFICE = (b"word/document.xml", b"xl/workbook.xml", b"[Content_Types].xml")
_PAGE = re.compile(r"<!doctype html|<html\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class OtherKind:
    """A kind of file without turns: how it is recognised, what it is, and what to hand in instead.

    Attributes:
        certain: whether its signs cannot be mistaken, so that it need not be read first.
    """

    recognise: Callable[[Source], bool]
    problem: Message
    remedy: Message
    certain: bool = False


def other_kind(source: Source, *, certain: bool = False) -> OtherKind | None:
    """Return what a file is that is no transcript, or None if it is not known; with `certain` only if it is sure."""
    return next((kind for kind in OTHER_KINDS if (kind.certain or not certain) and kind.recognise(source)), None)


def _head(source: Source) -> str:
    """Return the beginning of the file; letters beyond ASCII do not matter."""
    return source.data[:_HEAD].decode("latin-1")


def _page_of(*signs: str) -> Callable[[Source], bool]:
    def recognise(source: Source) -> bool:
        head = _head(source)
        return _PAGE.search(head) is not None and any(sign in head for sign in signs)

    return recognise


def _listed(source: Source) -> Sequence[JsonObject]:
    return objects([source.json], 0)[:20]


def _archive_with(*files: str) -> Callable[[Source], bool]:
    def recognise(source: Source) -> bool:
        return source.archive and any(name.rpartition("/")[2] in files for name in part_names(source.data))

    return recognise


def _is_bare_archive(source: Source) -> bool:
    """Whether it is an archive, and no office file, whole or broken."""
    return source.archive and not any(part in source.data for part in _OFFICE)


def _are_members(source: Source) -> bool:
    return any("profile" in item and "team_id" in item for item in _listed(source))


def _are_channels(source: Source) -> bool:
    return any("members" in item and "created" in item and "name" in item for item in _listed(source))


def _is_summary(source: Source) -> bool:
    return isinstance(follow(source.json, "summary"), str | dict) and follow(source.json, "transcript") is None


_DAY_OF_SLACK = Message("Open the folder of the channel and hand in the JSON file of the day of the session")

OTHER_KINDS: tuple[OtherKind, ...] = (
    OtherKind(_are_members, Message("this is the list of members of a Slack workspace, not a channel"), _DAY_OF_SLACK),
    OtherKind(
        _are_channels, Message("this is the list of channels of a Slack workspace, not a channel"), _DAY_OF_SLACK
    ),
    OtherKind(
        _archive_with("users.json", "channels.json"),
        Message("this is the archive of a whole Slack workspace"),
        Message("Unpack it, open the folder of the channel and hand in the JSON file of the day of the session"),
    ),
    OtherKind(
        _archive_with("message_1.json", "message_1.html"),
        Message("this is an archive of Facebook or Instagram"),
        Message("Unpack it, find the folder of the conversation under messages and hand in its message_1.json"),
    ),
    OtherKind(
        _is_bare_archive,
        Message("this archive holds no transcript of a known form"),
        Message("Unpack it and hand in the file with the words"),
    ),
    OtherKind(
        _page_of("<title>Exported Data"),
        Message("this is a Telegram chat as a web page"),
        Message("Export the chat history again in Telegram Desktop, choose the format JSON and hand in result.json"),
        certain=True,
    ),
    OtherKind(
        _page_of("DiscordChatExporter", "chatlog__"),
        Message("this is a Discord channel as a web page"),
        Message("Export it again in DiscordChatExporter with the format JSON or plain text"),
        certain=True,
    ),
    OtherKind(
        _page_of("_a6-g", "pam _3-95"),
        Message("this is a conversation of Facebook or Instagram as a web page"),
        Message("Ask for your information again, choose the format JSON and hand in message_1.json"),
        certain=True,
    ),
    OtherKind(
        lambda source: _PAGE.search(_head(source)) is not None,
        Message("this is a web page in which no line says who speaks"),
        Message("Copy the transcript from the page into a text file, with the names, and hand that in"),
    ),
    OtherKind(
        lambda source: _head(source).lstrip().startswith("BEGIN:VCALENDAR"),
        Message("this is an appointment of a calendar, not a transcript"),
        Message("Open the meeting in Teams, Zoom or Meet and download its transcript there"),
        certain=True,
    ),
    OtherKind(
        _is_summary,
        Message("this is the summary of a meeting without its transcript"),
        Message("Open the meeting in the tool that recorded it, and download the transcript as WebVTT, text or JSON"),
    ),
)
"""In this order; a web page of no known tool and an archive come after those that are known."""

UNKNOWN_JSON = OtherKind(
    lambda source: source.json is not None,
    Message("this JSON holds no transcript of a known form"),
    Message("Export the transcript as WebVTT or text"),
)

WRITE_NAMES = Message('Export it with names, or write "Name: " before the first words of each speaker')
_CAPTIONS = Message(
    "These are captions: download the transcript with names instead (in Zoom the audio transcript, in Teams the "
    'transcript as .vtt or .docx), or write "Name: " before the first words of each speaker'
)
_TIERS = Message("Name each tier after the person who speaks on it, and save the file again")
REMEDIES: Mapping[str, Message] = {
    "srt": _CAPTIONS,
    "webvtt": _CAPTIONS,
    "zoom-vtt": _CAPTIONS,
    "json": Message(
        "The recogniser did not tell speakers apart: let it run again with speakers (diarisation), for example whisperX"
    ),
    "textgrid": _TIERS,
    "elan": _TIERS,
}
"""Form of a record that names nobody -> what to do."""
