"""The chat that WhatsApp exports: `12/03/24, 14:05 - Name: text`, on an iPhone `[12/03/24, 14:05:09] Name: text`."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from nlp.text.directions import without_directions
from nlp.transcripts.chats.common import DELETED, FILES, NOTICES, ChatMessage, chat_transcript
from nlp.transcripts.chats.date_order import seconds_since_first
from nlp.transcripts.chats.joined import joined
from nlp.transcripts.source import Line, Source
from nlp.transcripts.speakers.lexicon import DELETED_MESSAGE, NO_MESSAGE
from nlp.transcripts.types import Transcript

_DATE = r"(?P<date>\d{1,4}(?:[\u200e\u200f]?[./-]\s?\d{1,4}){2})"
_HALF = r"[^\d\s:<>\[\]-]{1,12}"
_CLOCK = rf"(?P<clock>(?:{_HALF}\s?)?\d{{1,2}}[:.]\d{{2}}(?:[:.]\d{{2}})?(?:\s?{_HALF}){{0,2}})"
_ANDROID = re.compile(rf"^{_DATE}\.?[,،]?\s(?:{_HALF}\s)?{_CLOCK}\s[-–]\s(?P<rest>.*)$")
_IPHONE = re.compile(rf"^\[{_DATE}\.?(?P<comma>[,،]|\s{_HALF})?\s{_CLOCK}\]\s?(?P<rest>.*)$")
_SENDER = re.compile(r"^(?P<sender>[^:]{1,80}?):(?:\s|$)(?P<text>.*)$")
_APP = "\u200e"
_PLACEHOLDER = re.compile(r"<[^<>]{3,60}>|\S[^\n]{0,120}\.[A-Za-z0-9]{2,5} \([^()\n]{3,40}\)")
_ISO = re.compile(r"\d{4}-")
_ENCRYPTED = re.compile(r"Messages\b.{1,80}\bend-to-end encrypt")
_EDITED = re.compile(r"\s*<This message was edited>$")
_QUOTES = re.compile('["“”„]')
_LONGEST_PLACEHOLDER = 4
_HEAD_LINES = 40


@dataclass(slots=True)
class _Entry:
    """A message, or a notice of the app, which has no sender."""

    date: str
    clock: str
    line: int
    sender: str
    lines: list[str] = field(default_factory=list)


def is_whatsapp(source: Source) -> bool:
    """Whether one of the first lines, not counting notices that people joined, is a message with a sender.

    An ISO date in brackets without a comma after it stands in other records too: there the marks of direction that
    WhatsApp writes must be in the text.
    """
    others = 0
    for line in source.lines:
        match = _match(line)
        others += match is None
        if others > _HEAD_LINES:
            return False
        if match and _split(match["rest"])[0]:
            return match.re is _ANDROID or bool(match["comma"]) or not _ISO.match(match["date"]) or _APP in source.text
    return False


def read_whatsapp(source: Source) -> Transcript:
    """Read every message as a turn without an end; times count from the first entry.

    Pictures, voice messages and other files, deleted messages, and what the app itself wrote (who was added, that the
    chat is encrypted) are no turns and are counted.
    """
    missed: list[Line] = []
    entries = list(_entries(source.lines, missed))
    times = seconds_since_first([(entry.date, entry.clock) for entry in entries])
    messages = [
        (ChatMessage(entry.sender, time, entry.line), _text(entry.lines))
        for entry, time in zip(entries, times, strict=True)
        if entry.sender
    ]
    sent = [entry for entry in entries if entry.sender]
    deleted = sum(_is_one_of(DELETED_MESSAGE, entry.lines[0]) and not _text(entry.lines) for entry in sent)
    files = sum(not text for _, text in messages) - deleted
    left_out = [(FILES, files), (DELETED, deleted), (NOTICES, len(entries) - len(messages))]
    members = joined(entry.lines[0] for entry in entries if not entry.sender)
    return chat_transcript(source.name, "whatsapp", messages, missed, left_out, joined=members)


def _match(line: str) -> re.Match[str] | None:
    bare = line.lstrip("\u200e\u200f\u202a\u202b\ufeff ")
    if not bare[:1].isdecimal() and not bare.startswith("["):
        return None
    return _ANDROID.match(bare) or _IPHONE.match(bare)


def _entries(lines: Sequence[str], missed: list[Line]) -> Iterator[_Entry]:
    entry: _Entry | None = None
    for number, line in enumerate(lines, start=1):
        match = _match(line)
        if match:
            if entry:
                yield entry
            sender, text = _split(match["rest"])
            entry = _Entry(match["date"], match["clock"], number, sender, [text])
        elif entry:
            entry.lines.append(line)
        elif line.strip():
            missed.append((number, line))
    if entry:
        yield entry


def _split(rest: str) -> tuple[str, str]:
    """Return sender and text; for a notice no sender.

    A notice has no colon, or one inside a quotation (`Anna changed the subject to "Plan: 2024"`), or is a sentence that
    the app wrote in the name of the group, or of a member and about them (`Rina: Rina joined`).
    """
    match = _SENDER.match(rest)
    if match is None or len(_QUOTES.findall(match["sender"])) % 2:
        return "", rest
    text = match["text"]
    if _ENCRYPTED.match(text):
        return "", rest
    if text.startswith(_APP) and len(text.split()) > _LONGEST_PLACEHOLDER and not _PLACEHOLDER.search(text):
        return "", rest
    sender = " ".join(without_directions(match["sender"]).split()).removeprefix("~").strip()
    is_notice = text.startswith(_APP) and without_directions(text).strip().removeprefix("~").strip().startswith(
        f"{sender} "
    )
    return ("", without_directions(text).strip()) if is_notice else (sender, text)


def _text(lines: Sequence[str]) -> str:
    """Return what a person wrote: nothing for a file alone, the caption for a file that has one."""
    first, *below = lines
    own, mark, app = first.rpartition(_APP)
    if mark:
        first = "" if not own.strip() or "•" in own else own if app.startswith("<") else first
    kept = [_EDITED.sub("", without_directions(line)).strip() for line in (first, *below)]
    if _PLACEHOLDER.fullmatch(kept[0]) or _is_one_of(NO_MESSAGE, kept[0]):
        kept = kept[1:]
    return "\n".join(line for line in kept if line)


def _is_one_of(phrases: frozenset[str], line: str) -> bool:
    return without_directions(line).strip().rstrip(".।").casefold() in phrases
