"""A channel of Slack: the JSON of a day in its export, or what tools save of its interface."""

import html
import re
from collections.abc import Mapping, Sequence

from nlp.transcripts.chats.common import DELETED, FILES, NOTICES, ChatMessage, chat_transcript
from nlp.transcripts.json_paths import JsonObject, follow, label, objects
from nlp.transcripts.moments import moment, since_first
from nlp.transcripts.source import Source
from nlp.transcripts.types import Transcript

_STAMP = re.compile(r"\d{9,11}\.\d{1,7}")
_MENTION = re.compile(r"<@([A-Z0-9]{1,20})(?:\|([^<>]{0,80}))?>")
_NAMED_LINK = re.compile(r"<(?:#|https?://|mailto:)[^<>|]{1,2000}\|([^<>]{1,500})>")
_COMMAND = re.compile(r"<!(?:subteam\^\w+\|)?([^<>|^]{1,80})(?:\|[^<>]{0,80})?>")
_EMOJI_NAME = re.compile(r"(?<![\w:]):[a-z0-9_+'-]{1,40}:(?!\w)")
_WRITTEN = frozenset({None, "thread_broadcast", "me_message", "file_share"})


def is_slack(source: Source) -> bool:
    """Whether the JSON is a list of Slack's messages."""
    found = _messages(source.json)[:50]
    return any(item.get("type") == "message" and _is_stamp(item.get("ts")) for item in found)


def read_slack(source: Source) -> Transcript:
    """Read every message as a turn without an end; what the channel and bots say of themselves is left out."""
    found = _messages(source.json)
    names = _names(found)
    kept = [item for item in found if item.get("subtype") in _WRITTEN and not item.get("bot_id") and item.get("user")]
    times = since_first([moment(item.get("ts")) for item in found])
    by_item = {id(item): (time, number) for number, (item, time) in enumerate(zip(found, times, strict=True), start=1)}
    messages = [
        (ChatMessage(names[str(item["user"])], *by_item[id(item)]), _text(item.get("text"), names)) for item in kept
    ]
    deleted = sum(item.get("subtype") == "tombstone" for item in found)
    files = sum(not text for _, text in messages)
    left_out = [(FILES, files), (DELETED, deleted), (NOTICES, len(found) - len(kept) - deleted)]
    return chat_transcript(source.name, "slack", messages, [], left_out)


def _messages(value: object) -> Sequence[JsonObject]:
    return [item for item in value if isinstance(item, dict)] if isinstance(value, list) else objects(value, "messages")


def _is_stamp(value: object) -> bool:
    return isinstance(value, str) and _STAMP.fullmatch(value) is not None


def _names(messages: Sequence[JsonObject]) -> Mapping[str, str]:
    """Return id -> name for everybody who wrote: the name in any of their profiles, or else the id."""
    names: dict[str, str] = {}
    for item in messages:
        user = str(item.get("user"))
        known = (label(follow(item, "user_profile", key)) for key in ("real_name", "display_name", "name"))
        if name := next((found for found in known if found), None):
            names[user] = name
        names.setdefault(user, label(item.get("username")) or user)
    return names


def _text(value: object, names: Mapping[str, str]) -> str:
    if not isinstance(value, str):
        return ""
    text = _MENTION.sub(lambda match: f"@{names.get(match[1]) or match[2] or match[1]}", value)
    text = _COMMAND.sub(r"@\1", _NAMED_LINK.sub(r"\1", text))
    lines = (" ".join(_EMOJI_NAME.sub(" ", line).split()) for line in html.unescape(text).split("\n"))
    return "\n".join(line for line in lines if line)
