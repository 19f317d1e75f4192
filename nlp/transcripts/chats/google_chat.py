"""A conversation of Google Chat, the `messages.json` of Google Takeout."""

import re
from calendar import timegm

from nlp.transcripts.chats.common import DELETED, FILES, NOTICES, ChatMessage, chat_transcript
from nlp.transcripts.json_paths import JsonObject, follow, label, objects
from nlp.transcripts.moments import since_first
from nlp.transcripts.source import Source
from nlp.transcripts.types import Transcript

_MONTHS = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
_DAY = re.compile(r"[A-Za-z]{6,9}, ([A-Za-z]{3,9}) (\d{1,2}), ([12]\d{3}) at (\d{1,2}):(\d\d):(\d\d)\s([AP])M UTC$")
_HALF_A_DAY = 12
_LOOKED_AT = 50


def is_google_chat(source: Source) -> bool:
    """Whether the JSON has messages with a creator of a name and the day on which they were made."""
    return any(_sender(item) and "created_date" in item for item in objects(source.json, "messages")[:_LOOKED_AT])


def read_google_chat(source: Source) -> Transcript:
    """Read every message as a turn without an end; what programs wrote is a notice."""
    found = objects(source.json, "messages")
    times = since_first([_moment(item.get("created_date")) for item in found])
    messages: list[tuple[ChatMessage, str]] = []
    counts = {FILES: 0, DELETED: 0, NOTICES: 0}
    for place, item in enumerate(found):
        sender, text = _sender(item), item.get("text")
        if not sender or follow(item, "creator", "user_type") not in {None, "Human"}:
            counts[NOTICES] += 1
            continue
        words = text.strip() if isinstance(text, str) else ""
        if not words:
            counts[DELETED if item.get("message_state") == "DELETED" else FILES] += 1
        messages.append((ChatMessage(sender, times[place], place + 1), words))
    return chat_transcript(source.name, "google-chat", messages, [], counts.items())


def _sender(item: JsonObject) -> str:
    return label(follow(item, "creator", "name")) or ""


def _moment(value: object) -> float | None:
    """Return `Friday, March 3, 2023 at 2:15:33 PM UTC` as seconds since 1970, None for anything else."""
    match = _DAY.match(value) if isinstance(value, str) else None
    if match is None or match[1].casefold() not in _MONTHS:
        return None
    hour = int(match[4]) % _HALF_A_DAY + (_HALF_A_DAY if match[7] == "P" else 0)
    day = (int(match[3]), _MONTHS.index(match[1].casefold()) + 1, int(match[2]))
    return float(timegm((*day, hour, int(match[5]), int(match[6]))))
