"""Time marks within the words: `[00:01:02]`, and `#00:01:02-3#` of f4 and MAXQDA at the end of a paragraph."""

import re
from collections.abc import Sequence
from dataclasses import replace

from nlp.text.clock import to_seconds
from nlp.transcripts.types import Turn

_MARK = re.compile(r"#(\d{1,2}:\d{2}:\d{2})(?:-(\d{1,3}))?#")
_BRACKETED = re.compile(
    r"[^\S\n]*(?:\\?\[\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?\\?\]|\(\d{1,2}:\d{2}:\d{2}(?:[.,]\d{1,3})?\))"
)
_MOSTLY = 0.5


def with_time_marks(turns: Sequence[Turn]) -> tuple[Turn, ...]:
    """Take the marks out of the words; if most turns end with one of f4, it ends that turn, and the next begins."""
    turns = [replace(turn, text=without_times(turn.text)) if ":" in turn.text else turn for turn in turns]
    if not any("#" in turn.text for turn in turns):
        return tuple(turns)
    ends = [_last_mark(turn.text) for turn in turns]
    if sum(end is not None for end in ends) <= _MOSTLY * len(turns):
        return tuple(replace(turn, text=_without(turn.text)) for turn in turns)
    timed, start = [], 0.0
    for turn, end in zip(turns, ends, strict=True):
        later = None if end is None else max(start, end)
        timed.append(replace(turn, start=start, end=later, text=_without(turn.text)))
        start = start if later is None else later
    return tuple(timed)


def without_times(text: str) -> str:
    """Return a text without the times in brackets that a tool wrote into it."""
    return _BRACKETED.sub("", text).strip()


def _last_mark(text: str) -> float | None:
    marks = list(_MARK.finditer(text))
    if not marks or text[marks[-1].end() :].strip(" .\n"):
        return None
    whole, part = marks[-1].groups()
    return to_seconds(f"{whole}.{part}" if part else whole)


def _without(text: str) -> str:
    return "\n".join(" ".join(_MARK.sub(" ", line).split()) for line in text.split("\n")).strip()
