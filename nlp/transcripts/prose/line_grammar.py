"""How a line of a plain transcript may name its speaker."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum

from nlp.text.clock import CLOCK, HALF_OF_DAY, time_of_day, to_seconds
from nlp.transcripts.speakers.lexicon import NOBODY, NOBODY_KNOWN
from nlp.transcripts.speakers.speaker_labels import clean_label, looks_like_name, possible, split_label

_TIME = rf"{CLOCK}{HALF_OF_DAY}?"
_RANGE = rf"({_TIME})(?:\s*(?:-+>?|[–—]+>?|to)\s*({_TIME}))?"
_WEEKDAY = r"(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun|Tues|Wednes|Thurs|Satur)(?:day)?|Today|Yesterday"
_DATED = rf"(?:\d{{4}}-\d\d-\d\d[T ]|(?:{_WEEKDAY}),?\s|\d{{1,2}}[./]\d{{1,2}}[./]\d{{2,4}},?\s)?{_RANGE}"
_LEADING_CLOCK = re.compile(
    rf"^[*_]*(?:\[\s*{_DATED}\s*\]|\(\s*{_DATED}\s*\)|<{_DATED}>|#({CLOCK}(?:-\d{{1,3}})?)()#|{_RANGE}(?=[\s*_，、]|$))[*_]*\s*[-–—:，、|·•]?\s*(.*)$"
)
_LEADING_SECONDS = re.compile(
    r"^[\[(]?\s{0,6}(\d{1,6}\.\d{1,6})s?\s*(?:-+>?|[–—]|to)\s*(\d{1,6}\.\d{1,6})s?\s?[\])]?\s*[-–—:]?\s*(.*)$"
)
_LABEL_CLOCK = re.compile(
    rf"^(.{{1,60}}?)(?:\s*[:：(\[–—-]\s*|\s+)\(?\[?{_RANGE}[)\]]?[*_]*\s*(?:[:：](?!\d)\s*(.*))?$"
)
_LABEL_AND_BRACKETED_CLOCK = re.compile(rf"^([^\[\]:：]{{1,60}}?)\s+\[({CLOCK})\]\s+(\S.*)$")
_COLON_AND_SPACE = re.compile(r"[:：]\s+$")
_BRACKETED_CLOCK = re.compile(rf"^[\[(]\s*{_RANGE}\s*[\])]\s*")
_TABBED = re.compile(r"^([^\t]{1,60})\t+(.*)$")
_DASHED = re.compile(r"^(.{1,60}?)\s+[-–—]\s+(.*)$")
_TOOL_HEAD = re.compile(rf"^@({CLOCK})\s+-(?:\s+(.*))?$")
_INSERTED = re.compile(r"^(\[[^\W\d_][^\[\]:：]{0,29}[:：][^\[\]]*\])\s*(.*)$")
_BRACKETED = re.compile(r"^\[([^\[\]]{1,40})\]\s+(\S.*)$")
_ANGLED = re.compile(r"^<([^<>]{1,40})>\s+(\S.*)$")
_DATED_NAME = re.compile(r"^(\S.{0,59}?),\s\[[^\[\]]{4,20}\d:\d\d(?::\d\d)?(?:\s?[AaPp][Mm])?\]:?$")
_BOLD_LINE = re.compile(r"^(?:\*\*|__)[^*_]+(?:\*\*|__)[:：]?\s*$")
_MOST_NAME_WORDS = 4
_LONGEST_NOBODY = 60
LIST_SIGN = re.compile(r"^(?:[-–—•*]|\d{1,3}[.)]|[০-৯०-९]{1,3}[.)।])\s")
"""The sign with which an item of a list begins."""
HEADING = re.compile(r"^(#{1,6})\s+(.*?)\s*#*$")
"""A Markdown heading: its signs and its words."""


class Kind(Enum):
    """How a line names its speaker."""

    COLON = "colon"
    CLOCK = "clock"
    NOBODY = "nobody"
    TOOL = "tool"
    HEADING = "heading"
    BOLD_LINE = "bold line"
    BARE_LINE = "bare line"
    DASH = "dash"


@dataclass(frozen=True, slots=True)
class Head:
    """A line that may begin a turn: who, when, the rest of the line, and for a heading its depth."""

    label: str
    text: str
    kind: Kind
    start: float | None = None
    end: float | None = None
    depth: int = 0


def find_head(line: str) -> Head | None:
    """Return what a line that may begin a turn says, or None; a Markdown heading is nothing else."""
    if HEADING.match(line):
        return _heading(line)
    return next((head for grammar in _GRAMMARS if (head := grammar(line))), None)


def _heading(line: str) -> Head | None:
    heading = HEADING.match(line)
    if heading is None:
        return None
    timed = _label_and_clock(heading[2])
    label = clean_label(heading[2].rstrip(":："))
    return timed or (Head(label, "", Kind.HEADING, depth=len(heading[1])) if possible(label) else None)


def _tool_head(line: str) -> Head | None:
    """`@0:00 - Name`, as Fathom writes it: whatever stands there is a name, nothing is nobody."""
    match = _TOOL_HEAD.match(line) if line.startswith("@") else None
    if match is None:
        return None
    label = clean_label(match[2] or "") or NOBODY_KNOWN
    return Head(label, "", Kind.TOOL, _seconds(match[1]))


def _after_insertion(line: str) -> Head | None:
    """`[Bela: yes] Anna: text`: a word of somebody else stands before the name."""
    match = _INSERTED.match(line) if line.startswith("[") else None
    head = _label_and_colon(match[2]) if match else None
    return replace(head, text=f"{match[1]} {head.text}") if match and head else None


def _nobody(line: str) -> Head | None:
    label = clean_label(line.rstrip(":： ")) if len(line) <= _LONGEST_NOBODY else ""
    return Head(label, "", Kind.NOBODY) if label and label.casefold() in NOBODY else None


def _clock_first(line: str) -> Head | None:
    """`[00:01] Name: text`, `0:02 - Name`, `1.50 - 2.75 [SPEAKER_00]: text`."""
    match = _LEADING_CLOCK.match(line) or _LEADING_SECONDS.match(line)
    if match is None:
        return None
    *clocks, rest = match.groups()
    start, end = _times([clock for clock in clocks if clock])
    head = next((head for grammar in _AFTER_CLOCK if (head := grammar(rest))), None)
    if head:
        kind = Kind.CLOCK if head.kind is Kind.BARE_LINE else Kind.COLON if head.kind is Kind.DASH else head.kind
        return replace(head, kind=kind, start=start, end=end) if head.start is None else replace(head, kind=kind)
    return None


def _label_and_clock(line: str) -> Head | None:
    """`Name  0:12`, `Name (0:12): text`, `Name [0:12] text`, `Speaker 0: 00:00:01`."""
    match = _LABEL_AND_BRACKETED_CLOCK.match(line)
    if match and possible(label := clean_label(match[1])) and looks_like_name(label):
        return Head(label, match[3], Kind.CLOCK, _seconds(match[2]))
    match = _LABEL_CLOCK.match(line)
    if match is None or match[1].endswith(",") or not possible(label := clean_label(match[1].rstrip(":： "))):
        return None
    if match[4] and _COLON_AND_SPACE.search(line, 0, match.start(2)):
        return None
    start, end = _times(match.groups()[1:3])
    return Head(label, match[4] or "", Kind.CLOCK, start, end)


def _label_and_tab(line: str) -> Head | None:
    match = _TABBED.match(line) if "\t" in line else None
    if match is None or not possible(label := clean_label(match[1].rstrip(":： "))):
        return None
    return Head(label, match[2].strip(), Kind.COLON)


def _label_and_colon(line: str) -> Head | None:
    labelled = split_label(line)
    if labelled is None:
        return None
    within = _BRACKETED_CLOCK.match(labelled.text)
    start, end = _times(within.groups()) if within else (None, None)
    return Head(labelled.label, labelled.text[within.end() if within else 0 :], Kind.COLON, start, end)


def _bracketed_label(line: str) -> Head | None:
    """`[Speaker 01] text`; without a number in it, brackets may hold a sound as well and mean no more than a dash."""
    match = _BRACKETED.match(line) if line.startswith("[") else None
    if match is None or not possible(match[1]):
        return None
    return Head(match[1], match[2], Kind.COLON if match[1][-1].isdecimal() else Kind.DASH)


def _angled_label(line: str) -> Head | None:
    """`<anna> text`, as programs for chats write it."""
    match = _ANGLED.match(line) if line.startswith("<") else None
    return Head(match[1], match[2], Kind.DASH) if match and possible(match[1]) else None


def _label_and_date(line: str) -> Head | None:
    """`Name, [12.03.2024 10:01]`, as messages are copied from Telegram."""
    match = _DATED_NAME.match(line) if line.endswith(("]", "]:")) else None
    return Head(label, "", Kind.CLOCK) if match and possible(label := clean_label(match[1])) else None


def _label_and_dash(line: str) -> Head | None:
    match = _DASHED.match(line)
    if match is None or not possible(label := clean_label(match[1])):
        return None
    return Head(label, match[2], Kind.DASH)


def _name_alone(line: str) -> Head | None:
    bold = _BOLD_LINE.match(line)
    label = clean_label(line.rstrip(":： "))
    if len(label.split()) > _MOST_NAME_WORDS or label.endswith((".", ",", "-")) or not possible(label):
        return None
    return Head(label, "", Kind.BOLD_LINE if bold else Kind.BARE_LINE) if looks_like_name(label) else None


_AFTER_CLOCK = (
    _nobody,
    _angled_label,
    _bracketed_label,
    _label_and_clock,
    _label_and_tab,
    _label_and_colon,
    _label_and_dash,
    _name_alone,
)
_GRAMMARS = (
    _tool_head,
    _after_insertion,
    _nobody,
    _clock_first,
    _label_and_date,
    _label_and_clock,
    _label_and_tab,
    _label_and_colon,
    _bracketed_label,
    _angled_label,
    _label_and_dash,
    _name_alone,
)
"""Tried in this order on every line."""


def without_clock(line: str) -> str:
    """Return a line without the time at its beginning."""
    timed = _LEADING_CLOCK.match(line) or _LEADING_SECONDS.match(line)
    return timed.groups()[-1] if timed else line


def _times(clocks: Sequence[str | None]) -> tuple[float | None, float | None]:
    start, end, *_ = [*(_seconds(clock) if clock else None for clock in clocks), None, None]
    return start, None if start is None or end is None else max(start, end)


def _seconds(clock: str) -> float:
    return to_seconds(clock.replace("-", ".")) if clock[-1].isdecimal() else time_of_day(clock)
