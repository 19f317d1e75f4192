"""Records of courts and hearings: numbered lines, and labels that end in a full stop (`Q.`, `A.`, `E.-`)."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from nlp.transcripts.source import Line

_NUMBERED = re.compile(r"^\s*(\d{1,5})(?:\s+(\S.*)|\s*)$")
_EXAMINATION = re.compile(
    r"^(?:(?:FURTHER\s+)?(?:RE)?-?(?:DIRECT|CROSS)[- ]EXAMINATION|EXAMINATION|BY\s+(?:MR|MRS|MS|DR)\.?\s[^a-z]{1,40}:)$"
)
_QUESTION_OR_ANSWER = re.compile(r"^(Q|A)\.(?=\s|$)")
_STOP_AND_DASH = re.compile(r"^(\w[\w .'’]{0,29}?)\s?\.\s?[-–—]\s+(?=\S)")
_TITLE_AND_CAPITALS = re.compile(
    r"^((?:The\s)?(?:[A-Z][a-z]{1,12}\.?\s){1,2}[A-Z][A-Z'’-]+(?:\s(?:of\s)?[A-Z][A-Za-z'’-]+){0,3})\.\s+(?=[\"“(]?[A-Z0-9])"
)
_FEWEST_NUMBERED = 5
_MOSTLY = 0.6
_FEWEST = 3
_OFTEN = 0.25


def without_line_numbers(lines: Sequence[str]) -> tuple[Sequence[str], list[Line]]:
    """Take the numbers off lines that are numbered throughout, and away what stands outside the numbering.

    Lines are numbered if three fifths of them begin with a number that is one more than the one above, or 1.
    Returns as many lines as before, and the lines that are nobody's speech: page heads, and who examines whom.
    """
    found = {place: match for place, line in enumerate(lines) if (match := _NUMBERED.match(line))}
    filled = sum(not line.isspace() and line != "" for line in lines)
    steps = sum(_goes_on(int(above[1]), int(below[1])) for above, below in pairwise(found.values()))
    if len(found) < _FEWEST_NUMBERED or steps < _MOSTLY * (filled - 1):
        return lines, []
    kept, aside = [""] * len(lines), []
    for place, line in enumerate(lines):
        text = (found[place][2] or "").strip() if place in found else ""
        if _EXAMINATION.match(text) or (line.strip() and place not in found):
            aside.append((place + 1, text or line.strip()))
        else:
            kept[place] = text
    return kept, aside


def _goes_on(above: int, below: int) -> bool:
    return below in {1, above + 1}


def with_colons(lines: Sequence[str]) -> Sequence[str]:
    """Put a colon after labels that end in a full stop: `Q. Where?` if answers follow, `E.- ¿Qué?` if labels recur."""
    questions = Counter(match[1] for line in lines if (match := _QUESTION_OR_ANSWER.match(line.strip())))
    dashed = Counter(match[1] for line in lines if (match := _STOP_AND_DASH.match(line.strip())))
    filled = sum(not line.isspace() and line != "" for line in lines)
    recurring = {label for label, count in dashed.items() if count > 1}
    if len(questions) > 1 and sum(questions.values()) >= _FEWEST:
        lines = [_QUESTION_OR_ANSWER.sub(r"\1:", line.strip()) if _is_one(line) else line for line in lines]
    titled = Counter(match[1] for line in lines if (match := _TITLE_AND_CAPITALS.match(line.strip())))
    if len(titled) > 1 and sum(titled.values()) >= max(_FEWEST, _OFTEN * filled):
        lines = [_TITLE_AND_CAPITALS.sub(r"\1: ", line.strip()) for line in lines]
    if len(recurring) > 1 and sum(dashed.values()) >= _OFTEN * filled:
        lines = [_STOP_AND_DASH.sub(r"\1: ", line.strip()) if _is_dashed(line) else line for line in lines]
    return lines


def _is_one(line: str) -> bool:
    return _QUESTION_OR_ANSWER.match(line.strip()) is not None


def _is_dashed(line: str) -> bool:
    return _STOP_AND_DASH.match(line.strip()) is not None
