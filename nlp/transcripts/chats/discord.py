"""A channel of Discord as DiscordChatExporter saves it: JSON, or plain text."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime

from nlp.text.phrases import phrases
from nlp.transcripts.chats.common import FILES, NOTICES, ChatMessage, chat_transcript
from nlp.transcripts.chats.date_order import seconds_since_first
from nlp.transcripts.json_paths import follow, label, objects
from nlp.transcripts.moments import since_first
from nlp.transcripts.source import Line, Source
from nlp.transcripts.types import Transcript

_WRITTEN = frozenset({"Default", "Reply", "0", "19", "None"})
_DATE = r"\d{1,4}(?:[./-]\s?\d{1,4}){2}|\d{1,2}[-. ][^\W\d_]{3,9}[-. ]\d{2,4}"
_HEAD = re.compile(
    rf"^\[(?P<date>{_DATE})\.?,?\s+(?P<clock>\d{{1,2}}[:.]\d{{2}}[^\[\]]{{0,12}})\]\s(?P<who>\S.{{0,79}})$"
)
_GUILD = re.compile(r"^(?:Guild|Server): ")
_RULE = re.compile(r"^={4,}$")
_PART = re.compile(r"^\{(?:Attachments|Embed|Reactions|Stickers|Inline ?Emojis?|Forwarded Message)\}$", re.IGNORECASE)
_PINNED = re.compile(r"\s\(pinned\)$")
_MONTH = re.compile(r"[^\W\d_]{3,9}")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_CENTURY = 2000
_NOTICE = phrases("joined the server.|pinned a message.|left the group.|started a call.|changed the channel icon.")
_CALL = re.compile(r"^Started a call that lasted \d+ minutes\.$")
_TOP = 8


@dataclass(slots=True)
class _Draft:
    date: str
    clock: str
    sender: str
    line: int
    lines: list[str] = field(default_factory=list)
    has_files: bool = False


def is_discord(source: Source) -> bool:
    """Whether the JSON is a channel with messages of authors."""
    if follow(source.json, "channel") is None and follow(source.json, "guild") is None:
        return False
    return any(isinstance(item.get("author"), dict) for item in objects(source.json, "messages")[:50])


def read_discord(source: Source) -> Transcript:
    """Read messages and replies of people as turns without an end; joining, pins and bots are left out."""
    found = objects(source.json, "messages")
    times = since_first([_moment(item.get("timestamp")) for item in found])
    messages = [
        (ChatMessage(sender, time, number), _text(item.get("content")))
        for number, (item, time) in enumerate(zip(found, times, strict=True), start=1)
        if str(item.get("type")) in _WRITTEN and follow(item, "author", "isBot") is not True
        if (sender := label(follow(item, "author", "nickname")) or label(follow(item, "author", "name")))
    ]
    files = sum(not text for _, text in messages)
    left_out = [(FILES, files), (NOTICES, len(found) - len(messages))]
    return chat_transcript(source.name, "discord", messages, [], left_out)


def _moment(value: object) -> float | None:
    try:
        time = datetime.fromisoformat(value) if isinstance(value, str) else None
        return None if time is None else (time if time.tzinfo else time.replace(tzinfo=UTC)).timestamp()
    except (ValueError, OverflowError):
        return None


def _text(value: object) -> str:
    lines = (" ".join(line.split()) for line in value.split("\n")) if isinstance(value, str) else ()
    return "\n".join(line for line in lines if line)


def is_discord_text(source: Source) -> bool:
    """Whether a rule and the name of the server stand at the top."""
    top = source.lines[:_TOP]
    return any(map(_RULE.match, top)) and any(map(_GUILD.match, top))


def read_discord_text(source: Source) -> Transcript:
    """Read every message as a turn without an end; attachments, embeds and reactions are no words."""
    missed: list[Line] = []
    drafts = list(_drafts(source.lines, missed))
    times = seconds_since_first([(_numeric(draft.date), draft.clock) for draft in drafts])
    written = [
        (ChatMessage(draft.sender, time, draft.line), "\n".join(draft.lines), draft.has_files)
        for draft, time in zip(drafts, times, strict=True)
    ]
    messages = [(message, text) for message, text, files in written if (text or files) and not _is_notice(text)]
    files = sum(not text for _, text in messages)
    left_out = [(FILES, files), (NOTICES, len(written) - len(messages))]
    return chat_transcript(source.name, "discord", messages, missed, left_out)


def _drafts(lines: Sequence[str], missed: list[Line]) -> Iterator[_Draft]:
    """Yield the messages; a rule ends the last one, and what stands outside of any but the frame is missed."""
    draft: _Draft | None = None
    for number, line in enumerate(lines, start=1):
        head = _HEAD.match(line)
        if head or _RULE.match(line):
            if draft:
                yield _without_parts(draft)
            sender = _PINNED.sub("", head["who"]).strip() if head else ""
            draft = _Draft(head["date"], head["clock"], sender, number) if head else None
        elif draft:
            draft.lines.append(line.strip())
        elif line.strip() and not _is_frame(line):
            missed.append((number, line))
    if draft:
        yield _without_parts(draft)


def _without_parts(draft: _Draft) -> _Draft:
    """Take away attachments, embeds and reactions: each has a heading in braces and ends with a blank line."""
    kept, in_part = [], False
    for line in draft.lines:
        in_part = bool(line) and (in_part or _PART.match(line) is not None)
        draft.has_files = draft.has_files or (in_part and line.startswith("{") and line != "{Reactions}")
        if line and not in_part:
            kept.append(line)
    draft.lines = kept
    return draft


def _is_frame(text: str) -> bool:
    return _GUILD.match(text) is not None or text.startswith(
        ("Channel: ", "Topic: ", "After: ", "Before: ", "Exported ")
    )


def _is_notice(text: str) -> bool:
    return text.casefold() in _NOTICE or _CALL.match(text) is not None


def _numeric(date: str) -> str:
    """Return `01-Mar-24` as `2024-3-01`; a date of numbers alone stays as it is."""
    month = _MONTH.search(date)
    name = month[0][:3].casefold() if month else ""
    numbers = re.findall(r"\d+", date)
    if name not in _MONTHS:
        return date
    day, year = numbers
    return f"{int(year) + (_CENTURY if len(year) < len('2024') else 0)}-{_MONTHS.index(name) + 1}-{day}"
