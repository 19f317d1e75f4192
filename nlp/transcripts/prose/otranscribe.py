"""JSON that is no recogniser's: Telegram's chat export, and the files of oTranscribe, which hold typed HTML."""

import html
import re

from nlp.transcripts.chats.common import FILES, NOTICES, ChatMessage, chat_transcript
from nlp.transcripts.json_paths import JsonObject, follow, label, objects, words
from nlp.transcripts.prose.plain_text import read_paragraphs
from nlp.transcripts.source import Source
from nlp.transcripts.types import Transcript

_BLOCK_END = re.compile(r"</(?:p|div|li|h[1-6])>|<br\s*/?>", re.IGNORECASE)
_TAG = re.compile(r"<[^<>]*>")


def is_telegram(source: Source) -> bool:
    """Whether the JSON is a chat that Telegram Desktop exported."""
    return any("date_unixtime" in message or "from_id" in message for message in objects(source.json, "messages")[:50])


def read_telegram(source: Source) -> Transcript:
    """Read every message as a turn without an end; times count from the first message."""
    found = objects(source.json, "messages")
    first = next((time for message in found if (time := _unix_time(message)) is not None), 0)
    notices = [message for message in found if message.get("type") == "service"]
    messages = [
        (
            ChatMessage(sender, None if time is None else max(0.0, float(time - first)), number),
            _text(message.get("text")),
        )
        for number, message in enumerate(found, start=1)
        if message.get("type") != "service" and (sender := label(message.get("from")) or label(message.get("from_id")))
        for time in [_unix_time(message)]
    ]
    files = sum(not text for _, text in messages)
    return chat_transcript(source.name, "telegram", messages, [], [(FILES, files), (NOTICES, len(notices))])


def _unix_time(message: JsonObject) -> int | None:
    time = message.get("date_unixtime")
    return int(time) if isinstance(time, str) and time.isdecimal() and len(time) < 12 else None


def _text(value: object) -> str:
    """Return the words of a message: a string, or a list of strings and of objects for links and bold words."""
    pieces = value if isinstance(value, list) else [value]
    texts = [piece.get("text") if isinstance(piece, dict) else piece for piece in pieces]
    return "".join(text for text in texts if isinstance(text, str)).strip()


def is_otranscribe(source: Source) -> bool:
    """Whether the JSON is a file of oTranscribe (.otr)."""
    return isinstance(follow(source.json, "text"), str) and follow(source.json, "media-time") is not None


def read_otranscribe(source: Source) -> Transcript:
    """Read the typed words as lines of a plain transcript; the time marks stand before the words."""
    typed = follow(source.json, "text")
    text = _BLOCK_END.sub("\n", typed) if isinstance(typed, str) else ""
    lines = html.unescape(_TAG.sub("", text)).replace("\u00a0", " ").split("\n")
    plain = "\n".join(words(line) for line in lines)
    return read_paragraphs(Source(source.name, plain.encode(errors="replace") or b" "), form="otranscribe")
