"""One line for each turn with two times: Audacity's label track, NIST's STM, and the tab-delimited text of ELAN."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from nlp.text.clock import CLOCK, to_seconds
from nlp.transcripts.overlap import has_overlap
from nlp.transcripts.source import Line, Source, unread
from nlp.transcripts.speakers.speaker_labels import clean_label, looks_like_name, possible
from nlp.transcripts.types import Transcript, Turn

_SECONDS = r"\d{1,6}(?:[.,]\d{1,9})?"
_TIME = rf"(?:{CLOCK}|{_SECONDS})"
_COMMENTS = (";;", "#", "\\")
_HEAD = 50
_NEARLY_ALL = 0.9
_FEWEST = 3


@dataclass(frozen=True, slots=True)
class Grammar:
    """A form, and the pattern of its lines with the groups who, start, end and text."""

    form: str
    pattern: re.Pattern[str]


GRAMMARS = (
    Grammar(
        "audacity", re.compile(rf"^(?P<start>{_SECONDS})\t(?P<end>{_SECONDS})\t(?P<who>[^\t:]{{1,60}})(?P<text>)$")
    ),
    Grammar(
        "audacity",
        re.compile(rf"^(?P<start>{_SECONDS})\t(?P<end>{_SECONDS})\t(?P<who>[^\t:]{{1,60}}):\s*(?P<text>[^\t]*)$"),
    ),
    Grammar(
        "stm",
        re.compile(
            rf"^\S+\s+\S+\s+(?P<who>\S+)\s+(?P<start>{_SECONDS})\s+(?P<end>{_SECONDS})\s+(?:<[^<>]*>\s*)?(?P<text>.*)$"
        ),
    ),
    Grammar(
        "elan-text",
        re.compile(
            rf"^(?P<who>[^\t]{{1,60}})\t(?:[^\t]*\t)?(?P<start>{_TIME})\t(?P<end>{_TIME})\t"
            rf"(?:{_TIME}\t)?(?P<text>[^\t]*)$"
        ),
    ),
)


def is_timed_lines(source: Source) -> bool:
    """Whether nearly all of the first lines fit one of the grammars."""
    return _grammar(source.lines) is not None


def read_timed_lines(source: Source) -> Transcript:
    """Read every line that fits as a turn; in a label track without words only times count."""
    grammar = _grammar(source.lines)
    missed: list[Line] = []
    turns: list[Turn] = []
    for number, line in enumerate(source.lines, start=1):
        match = grammar.pattern.match(line.strip()) if grammar else None
        if match and (label := clean_label(match["who"])):
            start, end = (
                to_seconds(match[name]) if ":" in match[name] else _number(match[name]) for name in ("start", "end")
            )
            turns.append(Turn(label, start, max(start, end), " ".join(match["text"].split()), number))
        elif line.strip() and not line.startswith(_COMMENTS):
            missed.append((number, line))
    turns.sort(key=lambda turn: (turn.start or 0.0, turn.end or 0.0))
    form = grammar.form if grammar else ""
    return Transcript(
        name=source.name, form=form, turns=tuple(turns), shows_overlap=has_overlap(turns), unread=unread(missed)
    )


def _number(text: str) -> float:
    return float(text.replace(",", "."))


def _grammar(lines: Sequence[str]) -> Grammar | None:
    """Return the grammar whose labels, on nearly all of the first lines, are names of which one recurs."""
    head = [line.strip() for line in lines[:_HEAD] if line.strip() and not line.startswith(_COMMENTS)]
    for grammar in GRAMMARS:
        labels = [clean_label(match["who"]) for line in head if (match := grammar.pattern.match(line))]
        names = [label for label in labels if possible(label) and looks_like_name(label)]
        if len(names) >= max(_FEWEST, _NEARLY_ALL * len(head)) and len(set(names)) < len(names):
            return grammar
    return None
