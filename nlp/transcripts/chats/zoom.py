"""The chat of Zoom, as it is saved with a recording, saved by hand, or copied from the window of the meeting."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from nlp.text.clock import HALF_OF_DAY, time_of_day
from nlp.transcripts.chats.common import REACTIONS, ChatMessage, chat_transcript, drafts_of
from nlp.transcripts.chats.zoom_senders import Head, are_words_for_from, find_senders, have_a_frame
from nlp.transcripts.source import Line, Source
from nlp.transcripts.speakers.lexicon import CHAT_TO
from nlp.transcripts.types import Transcript

_TIME = rf"(?P<clock>\d{{1,2}}:\d{{2}}:\d{{2}}{HALF_OF_DAY}?)"
_MESSAGE = re.compile(rf"^{_TIME}\s*\t\s*(?P<label>\S.{{0,119}}?)\s*:\s*(?:(?P<tab>\t)|$)(?P<text>.*)$")
_FROM = re.compile(rf"^{_TIME}\s+(?P<label>From\s.{{1,119}}?)\s*:(?:\s(?P<text>.*)|$)$")
_ONE_LINE = re.compile(
    rf"^{_TIME}(?P<gap>\s+)(?P<label>(?P<first>\S+)\s+\S.{{0,119}}?)(?P<space>\s*)[:：](?:\s(?P<text>.*)|$)"
)
_TIMED = re.compile(rf"^{_TIME}\s")
_HEAD_LINE = re.compile(rf"^{_TIME}\s+(?P<label>\S+(?:\s+\S+){{3,20}}?)\s*[:：]$")
_SHORT_TIME = rf"\(?(?P<clock>\d{{1,2}}:\d{{2}}(?::\d{{2}})?{HALF_OF_DAY}?)\)?"
_COPIED = re.compile(rf"^(?:[*-]\s+)?(?P<label>From\s.{{1,119}}?)\s*:?\s+{_SHORT_TIME}\s*(?::\s*(?P<text>.*))?$")
_COPIED_NEWER = re.compile(
    rf"^(?P<label>\S.{{0,60}}\sto\s(?:Everyone|You|Me)(?:\s\(.{{1,30}}\))?)\s*:?\s+{_SHORT_TIME}$"
)
_GRAMMARS = (_MESSAGE, _FROM, _HEAD_LINE, _COPIED, _COPIED_NEWER)

_QUOTES = '"“”„«»「」『』'
_EMOJI = r"[\u2190-\u2bff\u3030\u303d\u3297\u3299\u20e3\ufe0f\u200d\U0001f000-\U0001faff\U000e0020-\U000e007f]"
_REACTION = re.compile(rf"^[^{_QUOTES}]{{2,40}}[{_QUOTES}].*[{_QUOTES}]\s*\S{{0,12}}\s*{_EMOJI}+\s*$", re.DOTALL)
_UNDONE_REACTION = re.compile(
    rf"^[^{_QUOTES}]{{0,40}}{_EMOJI}[^{_QUOTES}]{{0,40}}[{_QUOTES}].*[{_QUOTES}]\s*$", re.DOTALL
)
_REPLY_HEAD = re.compile(rf"^[^{_QUOTES}\t]{{2,40}}[{_QUOTES}].*[{_QUOTES}]\s*$")
_COLON_WITHIN = re.compile(r":\s")
_HEAD_LINES = 40
_SAMPLE = 400


@dataclass(slots=True)
class _Draft:
    head: Head
    clock: str
    line: int
    lines: list[str] = field(default_factory=list)


def is_zoom_chat(source: Source) -> bool:
    """Whether the first lines include one of a saved chat."""
    lines = source.lines[: _HEAD_LINES + 1]
    grammars = _grammars(source.lines)
    return any(_match(line, below, grammars) for line, below in zip(lines, [*lines[1:], ""], strict=False))


def _grammars(lines: Sequence[str]) -> Sequence[re.Pattern[str]]:
    """Return the grammars of a file: a line `De Ana : hola` is a message only if all lines with a time are made so.

    They begin with the same word for "from", or with such words of several languages, and there is a space before the
    colon, a tab, or a word for "to"; in a language that is not known they also end alike.
    """
    timed = [line for line in lines[:_SAMPLE] if _TIMED.match(line)]
    found = [match for line in timed if (match := _ONE_LINE.match(line))]
    firsts = {match["first"] for match in found}
    if not found or len(found) < len(timed) or (len(firsts) > 1 and not are_words_for_from(firsts)):
        return _GRAMMARS
    heads = [" ".join(match["label"].split()) for match in found]
    known = are_words_for_from(firsts) and any(
        match["space"] or "\t" in match["gap"] or not CHAT_TO.isdisjoint(head.casefold().split()[2:])
        for match, head in zip(found, heads, strict=True)
    )
    return (_ONE_LINE, *_GRAMMARS) if known or have_a_frame(heads) else _GRAMMARS


def read_zoom_chat(source: Source) -> Transcript:
    """Read every message as a turn without an end; the head of a reply and whole reactions are left out.

    Both are recognised by their form in any interface language: words, a quotation, and for a reaction an emoji after
    it, for a reply the answer on the lines below.
    """
    missed: list[Line] = []
    drafts = list(_drafts(source.lines, missed))
    senders = find_senders([draft.head for draft in drafts])
    written, reactions = [], 0
    for sender, draft in zip(senders, drafts, strict=True):
        reactions += _is_reaction(draft.lines)
        written.append((ChatMessage(sender, time_of_day(draft.clock), draft.line), _text(draft.lines)))
    return chat_transcript(source.name, "zoom-chat", written, missed, [(REACTIONS, reactions)])


def _match(line: str, below: str, grammars: Sequence[re.Pattern[str]]) -> re.Match[str] | None:
    """Match the head of a message; one in another language only if its words stand below, behind a tab."""
    if ":" not in line[:200]:
        return None
    match = next((match for grammar in grammars if (match := grammar.match(line))), None)
    if match is None or (match.re is _HEAD_LINE and not below.startswith("\t")):
        return None
    ends_in_colon = match.re is _MESSAGE and not match["tab"]
    return None if ends_in_colon and _COLON_WITHIN.search(match["label"]) else match


def _drafts(lines: Sequence[str], missed: list[Line]) -> Iterator[_Draft]:
    grammars = _grammars(lines)

    def begin(number: int, line: str) -> _Draft | None:
        match = _match(line, lines[number] if number < len(lines) else "", grammars)
        if match is None:
            return None
        label, text = match["label"], match.groupdict().get("text") or ""
        addressed = match.re is not _MESSAGE or label.startswith("From ")
        return _Draft(Head(" ".join(label.split()), addressed), match["clock"], number, [text.strip()])

    return drafts_of(lines, begin, missed)


def _is_reaction(lines: Sequence[str]) -> bool:
    text = "\n".join(lines).strip()
    return _REACTION.match(text) is not None or _UNDONE_REACTION.match(text) is not None


def _text(lines: Sequence[str]) -> str:
    if _is_reaction(lines):
        return ""
    written = "\n".join(lines).strip().split("\n")
    first, *rest = written
    answer = "\n".join(line for line in rest if line)
    if answer and not rest[0] and _REPLY_HEAD.match(first):
        return answer
    return "\n".join(line for line in written if line)
