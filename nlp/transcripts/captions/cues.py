"""The cues of WebVTT and SubRip files: blocks of a time line and a payload, read as tolerantly as players do."""

import html
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from nlp.text.clock import CLOCK, is_unpadded, to_seconds
from nlp.transcripts.source import Line

TIME_LINE = re.compile(
    rf"^\s*({CLOCK})\s*(?:-{{1,2}}|[–—])>\s*({CLOCK})(?:\s.*)?$|^\s*(\d+:\d+:\d+\.\d+),(\d+:\d+:\d+\.\d+)\s*$"
)
"""`00:01.000 --> 00:02.000` of WebVTT and SubRip, `0:00:01.000,0:00:02.000` of SBV (YouTube, Google Meet)."""

_ARROW = "-->"
_COMMENT = re.compile(r"^(?:NOTE|STYLE|REGION)(?:\s|$)")
_HEADER = re.compile(r"^(?:WEBVTT|Kind:|Language:|X-TIMESTAMP-MAP|Region:)")
_LONGEST_NUMBER = 10
_NUMBER = re.compile(r"^\s*\d+\s*$")
_TAG = re.compile(
    r"</?(?:c|i|b|u|ruby|rt|lang|font)(?:[.\s][^<>]*)?>|<(?:\d+:)?\d+:\d+\.\d+>|\{\\[^{}]*\}", re.IGNORECASE
)


Part = tuple[str | None, str]
"""A speaker, or None, and what they said in one cue."""


@dataclass(frozen=True, slots=True)
class Cue:
    """One cue: its id ("" if it has none), start and end in seconds, its payload, and the line of its times."""

    id: str
    start: float
    end: float
    payload: tuple[Line, ...]
    line: int

    @property
    def text(self) -> str:
        """The payload on one line, voice tags left in."""
        return " ".join(text for _, text in self.payload)


@dataclass(frozen=True, slots=True)
class CueFile:
    """All cues of a file in its own order, the lines not understood, and how many cues end before they begin."""

    cues: tuple[Cue, ...]
    unread: list[Line]
    backward: int


def has_cues(lines: Sequence[str]) -> bool:
    """Whether any line is a cue's time line."""
    return any(_time_line(line) for line in lines)


def _time_line(line: str) -> tuple[str, str] | None:
    """Return start and end as they are written, or None if this is no time line."""
    if ">" not in line and (":" not in line[:9] or "," not in line):
        return None
    match = TIME_LINE.match(line)
    return (match[1] or match[3], match[2] or match[4]) if match else None


def read_cues(lines: Sequence[str]) -> CueFile:
    """Read the cues of WebVTT or SubRip lines; a cue without words is nobody's speech and is left out.

    A payload ends at the next time line (less that cue's id), not at a blank line, so that a blank line inside a cue
    loses no words. Lines below a time line that is missing or cannot be read are reported, not given to the cue before.
    """
    times = [index for index, line in enumerate(lines) if _time_line(line) or _ARROW in line]
    milliseconds = any(is_unpadded(clock) for clock in _clocks(lines, times))
    missed = list(_header_lines(lines, times[0] if times else len(lines)))
    cues, backward = [], 0
    for index, following in pairwise([*times, len(lines)]):
        payload = _payload(lines, index + 1, following)
        clocks = _time_line(lines[index])
        if clocks is None:
            missed += [(index + 1, lines[index]), *payload]
            continue
        start, end = (to_seconds(clock, short_fraction_counts_milliseconds=milliseconds) for clock in clocks)
        backward += end < start
        own, lost = _without_next(payload, _id(lines, index), lines)
        missed += lost
        if cleaned := _clean(own):
            cues.append(Cue(_id(lines, index), start, max(start, end), cleaned, index + 1))
    return CueFile(tuple(cues), missed, backward)


def _clocks(lines: Sequence[str], times: Sequence[int]) -> Iterator[str]:
    for index in times:
        yield from _time_line(lines[index]) or ()


def _has_id(lines: Sequence[str], time_line: int) -> bool:
    above = lines[time_line - 1].strip() if time_line else ""
    if not above or _ARROW in above or _HEADER.match(above):
        return False
    return _NUMBER.match(above) is not None or time_line == 1 or not lines[time_line - 2].strip()


def _id(lines: Sequence[str], time_line: int) -> str:
    return lines[time_line - 1].strip() if _has_id(lines, time_line) else ""


def _payload(lines: Sequence[str], start: int, following: int) -> list[Line]:
    """Return the lines with text between two time lines, without the next cue's id, NOTE and STYLE blocks."""
    end = following - 1 if following < len(lines) and _has_id(lines, following) else following
    payload: list[Line] = []
    comment = False
    for index in range(start, end):
        text = lines[index].strip()
        if not text:
            comment = False
        elif comment or (_COMMENT.match(text) and not lines[index - 1].strip()):
            comment = True
        else:
            payload.append((index + 1, text))
    return payload


def _without_next(payload: list[Line], cue_id: str, lines: Sequence[str]) -> tuple[list[Line], list[Line]]:
    """Split off a following cue whose time line is missing: after a blank line it begins with the next number."""
    following = str(int(cue_id) + 1) if cue_id.isdecimal() and len(cue_id) < _LONGEST_NUMBER else None
    for index, (number, text) in enumerate(payload):
        if text == following and not lines[number - 2].strip():
            return payload[:index], payload[index:]
    return payload, []


def _header_lines(lines: Sequence[str], first_time: int) -> Iterator[Line]:
    end = first_time - 1 if first_time < len(lines) and _has_id(lines, first_time) else first_time
    blocks = _payload(lines, 0, end)
    return ((number, text) for number, text in blocks if not _HEADER.match(text))


def _clean(payload: Sequence[Line]) -> tuple[Line, ...]:
    cleaned = ((number, strip_tags(text)) for number, text in payload)
    return tuple((number, text) for number, text in cleaned if text)


def strip_tags(text: str) -> str:
    """Remove formatting tags, time tags and SubRip positions; voice tags stay."""
    if "<" in text or "{" in text:
        text = _TAG.sub("", text)
    return text.strip()


def unescape(text: str) -> str:
    """Replace `&amp;`, `&lt;`, `&nbsp;` ... by what they stand for."""
    return html.unescape(text).replace("\u00a0", " ") if "&" in text else text
