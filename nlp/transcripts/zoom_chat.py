"""The chat that Zoom saves: `00:11:09<tab>Name:<tab>text`, with replies and reactions in the sender's language."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from nlp.transcripts.clock import to_seconds
from nlp.transcripts.source import Line, Source, unread
from nlp.transcripts.types import Remark, Transcript, Turn

_MESSAGE = re.compile(r"^(\d{1,2}:\d{2}:\d{2})\s*\t\s*(?:From\s+)?(.+?)\s*:\s*(?:\t|$)(.*)$")
_OLD_MESSAGE = re.compile(r"^(\d{1,2}:\d{2}:\d{2})\s+From\s+(.+?)\s*:\s(.*)$")
_ADDRESSEE = re.compile(r"\s+to\s+(?:everyone|.+?\(direct message\)|.+)$", re.IGNORECASE)
_EMOJI = r"[\u2190-\u2bff\u3030\u303d\u3297\u3299\u20e3\ufe0f\u200d\U0001f000-\U0001faff\U000e0020-\U000e007f]"
_REACTION = re.compile(rf'^[^"“„«]{{2,40}}["“„«].*["”“»]\s*\S{{0,12}}\s*{_EMOJI}+\s*$', re.DOTALL)
_UNDONE_REACTION = re.compile(rf'^[^"“„«]{{0,40}}{_EMOJI}[^"“„«]{{0,40}}["“„«].*["”“»]\s*$', re.DOTALL)
_REPLY_HEAD = re.compile(r'^[^"“„«\t]{2,40}["“„«].*["”“»]\s*$')
_HEAD_LINES = 40

CHAT = "This is a chat: it shows who wrote, and how much, not who spoke."
REACTIONS = "{count} reactions to messages of others are left out."


@dataclass(slots=True)
class _Message:
    sender: str
    start: float
    line: int
    lines: list[str] = field(default_factory=list)


def is_zoom_chat(source: Source) -> bool:
    """Whether the first lines include one of a saved chat."""
    return any(_match(line) for line in source.lines[:_HEAD_LINES])


def read_zoom_chat(source: Source) -> Transcript:
    """Read every message as a turn without an end; the head of a reply and whole reactions are left out.

    Everybody who wrote or reacted was present.

    Both are recognised by their form in any interface language: words, a quotation, and for a reaction an emoji after
    it, for a reply the answer on the lines below.
    """
    missed: list[Line] = []
    messages = list(_messages(source.lines, missed))
    turns = [
        Turn(message.sender, message.start, None, text, message.line)
        for message in messages
        if (text := _text(message))
    ]
    reactions = sum(_is_reaction(message) for message in messages)
    remarks = [Remark(CHAT)]
    if reactions:
        remarks.append(Remark(REACTIONS, count=str(reactions)))
    return Transcript(
        name=source.name,
        form="zoom-chat",
        turns=tuple(turns),
        shows_overlap=False,
        attendees=tuple(dict.fromkeys(message.sender for message in messages)),
        unread=unread(missed),
        remarks=tuple(remarks),
    )


def _match(line: str) -> re.Match[str] | None:
    return _MESSAGE.match(line) or _OLD_MESSAGE.match(line)


def _messages(lines: Sequence[str], missed: list[Line]) -> Iterator[_Message]:
    message: _Message | None = None
    for number, line in enumerate(lines, start=1):
        match = _match(line)
        if match:
            if message:
                yield message
            sender = (
                _ADDRESSEE.sub("", " ".join(match[2].split())) if "From" in line[:24] else " ".join(match[2].split())
            )
            message = _Message(sender, to_seconds(match[1]), number, [match[3].strip()])
        elif message:
            message.lines.append(line.strip())
        elif line.strip():
            missed.append((number, line))
    if message:
        yield message


def _is_reaction(message: _Message) -> bool:
    text = "\n".join(message.lines).strip()
    return _REACTION.match(text) is not None or _UNDONE_REACTION.match(text) is not None


def _text(message: _Message) -> str:
    if _is_reaction(message):
        return ""
    first, *rest = message.lines
    answer = "\n".join(line for line in rest if line)
    if answer and not rest[0] and _REPLY_HEAD.match(first):
        return answer
    return "\n".join(line for line in message.lines if line)
