"""Records written in elements: `<interviewer>text</interviewer>`, and records that are one quotation."""

import re
from collections import Counter
from collections.abc import Sequence

from nlp.transcripts.speakers.lexicon import ROLES_IN_ELEMENTS

_OPENING = re.compile(r"\s{0,20}<([^\W\d_][\w-]{0,40})>")
_CLOSING = re.compile(r"</([^\W\d_][\w-]{0,40})>")
_EMPHASIS = re.compile(r"</?(?:b|i|em|strong|u)>")
_LEAST = 2
"""Elements of a name, and names, that a record of elements has at least."""


def without_elements(lines: Sequence[str]) -> Sequence[str]:
    """Write `<interviewer>text</interviewer>` as `interviewer: text`, where one of the elements is a role."""
    opened = Counter(match[1] for line in lines if "<" in line and (match := _OPENING.match(line)))
    if len(opened) < _LEAST or not any(name.casefold() in ROLES_IN_ELEMENTS for name in opened):
        return lines
    closed = Counter(name for line in lines if "</" in line for name in _CLOSING.findall(line))
    names = {name for name, count in opened.items() if count >= _LEAST and closed[name] >= _LEAST}
    if len(names) < _LEAST:
        return lines
    return [_labelled(line, names) if "<" in line else line for line in lines]


def _labelled(line: str, names: set[str]) -> str:
    line = _CLOSING.sub(lambda match: "" if match[1] in names else match[0], _EMPHASIS.sub("", line))
    match = _OPENING.match(line)
    return f"{match[1]}: {line[match.end() :].lstrip()}" if match and match[1] in names else line


def without_quotation(lines: Sequence[str]) -> Sequence[str]:
    """Take the `>` from a record that is one quotation from its first line to its last."""
    if not all(line == ">" or line.startswith("> ") or not line.strip() for line in lines):
        return lines
    return [line.removeprefix(">").removeprefix(" ") for line in lines]
