"""A conversation of Facebook Messenger or Instagram, as JSON from "Download your information"."""

import re
from contextlib import suppress
from unicodedata import normalize

from nlp.transcripts.chats.common import DELETED, FILES, NOTICES, REACTIONS, ChatMessage, chat_transcript
from nlp.transcripts.json_paths import JsonObject, follow, label, objects
from nlp.transcripts.moments import moment, since_first
from nlp.transcripts.source import Source
from nlp.transcripts.types import Transcript

_SENDER = ("sender_name", "senderName")
_WORDS = ("content", "text")
_TIME = ("timestamp_ms", "timestamp")
_UNSENT = ("is_unsent", "isUnsent")
_NOTICES = frozenset({"Call", "Subscribe", "Unsubscribe"})
_REACTION = re.compile(r"^(?:Reacted|Liked|Loved) .{1,20} to .{1,60} message\s*$|^Liked a message$")
_ATTACHMENT = re.compile(r"^.{1,80} sent an? (?:attachment|photo|video|voice message|sticker|GIF)\.$")
_UNSENT_WORDS = re.compile(r"^.{1,80} unsent a message\.?$")


def is_messenger(source: Source) -> bool:
    """Whether the JSON has participants and messages of named senders."""
    if not isinstance(follow(source.json, "participants"), list):
        return False
    return any(_first(item, _SENDER) for item in objects(source.json, "messages")[:50])


def read_messenger(source: Source) -> Transcript:
    """Read every message as a turn without an end, the earliest first; all who belong to the conversation were there.

    Facebook writes each byte of UTF-8 as a letter of its own; such text is put right, sound text stays.
    """
    found = objects(source.json, "messages")
    times = since_first([moment(_first(item, _TIME), 1000) for item in found])
    order = sorted(range(len(found)), key=lambda place: (times[place] or 0.0, -place))
    kinds = {place: _left_out(found[place]) for place in order}
    messages = [
        (ChatMessage(sender, times[place], place + 1), "" if kinds[place] else _sound(_first(found[place], _WORDS)))
        for place in order
        if kinds[place] != NOTICES and (sender := label(_sound(_first(found[place], _SENDER))))
    ]
    counts = {template: list(kinds.values()).count(template) for template in (REACTIONS, FILES, DELETED, NOTICES)}
    counts[FILES] = sum(not text for _, text in messages) - counts[REACTIONS] - counts[DELETED]
    return chat_transcript(source.name, "messenger", messages, [], counts.items(), _participants(source.json))


def _participants(value: object) -> list[str]:
    listed = follow(value, "participants")
    names = (label(_sound(each.get("name") if isinstance(each, dict) else each)) for each in _as_list(listed))
    return [name for name in names if name]


def _as_list(value: object) -> list[object]:
    return value if isinstance(value, list) else []


def _first(item: JsonObject, keys: tuple[str, ...]) -> object:
    return next((item[key] for key in keys if item.get(key) is not None), None)


def _left_out(item: JsonObject) -> str:
    """Return the template of the remark for a message that is no words, or ""."""
    words = _sound(_first(item, _WORDS))
    if item.get("type") in _NOTICES or "call_duration" in item:
        return NOTICES
    if _first(item, _UNSENT) is True or _UNSENT_WORDS.match(words):
        return DELETED
    if _REACTION.match(words):
        return REACTIONS
    return FILES if not words or _ATTACHMENT.match(words) else ""


def _sound(value: object) -> str:
    """Return a string in NFC, its bytes of UTF-8 put together again if all of them are written as letters."""
    if not isinstance(value, str):
        return ""
    if value.isascii():
        return value.strip()
    with suppress(UnicodeError):
        value = value.encode("latin-1").decode("utf-8")
    return normalize("NFC", value).strip()
