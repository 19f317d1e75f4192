"""The texts of a programme as other programs read them: the notes that may be quoted, by file, and where each lies.

Nothing else of a file leaves with them: what was not taken for a note, and what somebody agreed to have counted only,
stands in no text.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from nlp.consent import may_be_quoted
from nlp.documents.types import Unit

_UNSEEN_CONTROL = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]")
_LINE_END = re.compile(r"\r\n?")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a note lies in the text: code points, the end not included."""

    unit: Unit
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class FileText:
    """The notes of one file; `name` is "" for those of whom nobody may know where they stood."""

    name: str
    text: str
    places: tuple[Place, ...]


def texts_of(notes: Iterable[Unit]) -> tuple[FileText, ...]:
    """Return the notes that may be quoted, by file; in their order there, what stood on one line on one line."""
    files: dict[str, list[Unit]] = {}
    for unit in notes:
        if may_be_quoted(unit) and _clean(unit.text).strip():
            files.setdefault(unit.source, []).append(unit)
    names = sorted(files, key=lambda name: (not name, name))
    return tuple(_text_of(name, sorted(files[name], key=_in_file)) for name in names)


def _in_file(unit: Unit) -> tuple[int, int, str, str]:
    return unit.line, unit.start, unit.text, unit.id


def _text_of(name: str, units: Sequence[Unit]) -> FileText:
    parts, places, at = list[str](), list[Place](), 0
    before: int | None = None
    for unit in units:
        if parts:
            parts.append(" " if unit.line and unit.line == before else "\n")
            at += 1
        text = _clean(unit.text)
        places.append(Place(unit, at, at + len(text)))
        parts.append(text)
        at += len(text)
        before = unit.line
    return FileText(name, "".join(parts), tuple(places))


def _clean(text: str) -> str:
    return _UNSEEN_CONTROL.sub(" ", _LINE_END.sub("\n", text))


def common(values: Sequence[Mapping[str, str]]) -> dict[str, str]:
    """Return what all of several mappings say alike."""
    first, *others = values or [{}]
    return {key: value for key, value in first.items() if all(each.get(key) == value for each in others)}
