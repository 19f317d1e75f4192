"""Careful ways into JSON of unknown shape: what is missing or of the wrong type gives None, "" or []."""

import re
from collections.abc import Mapping
from typing import TypeAlias

from nlp.transcripts.clock import CLOCK, to_seconds

JsonObject: TypeAlias = Mapping[str, object]

_CLOCK = re.compile(CLOCK)
_LONGEST = 1e7


def follow(value: object, *path: str | int) -> object:
    """Return what lies at the end of a path of keys and indices, or None."""
    for step in path:
        if isinstance(value, dict) and isinstance(step, str):
            value = value.get(step)
        elif isinstance(value, list) and isinstance(step, int) and -len(value) <= step < len(value):
            value = value[step]
        else:
            return None
    return value


def objects(value: object, *path: str | int) -> list[JsonObject]:
    """Return the objects of the list at the end of a path."""
    found = follow(value, *path)
    return [item for item in found if isinstance(item, dict)] if isinstance(found, list) else []


def seconds(value: object, per_second: int = 1) -> float | None:
    """Return a time in seconds: numbers and numeric strings (`1.5`, `1.5s`) / `per_second`, clocks as they are."""
    if isinstance(value, str):
        text = value.strip()
        if _CLOCK.fullmatch(text):
            return to_seconds(text)
        try:
            value = float(text.removesuffix("s"))
        except ValueError:
            return None
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    return value / per_second if 0 <= value < _LONGEST * per_second else None


def words(value: object) -> str:
    """Return a string with single spaces, "" for anything else."""
    return " ".join(value.split()) if isinstance(value, str) else ""


def label(value: object) -> str | None:
    """Return a speaker's label: a name, `Speaker 3` for a bare number, the name inside an object; else None."""
    if isinstance(value, dict):
        return next((found for key in ("name", "label", "@id", "id") if (found := label(value.get(key)))), None)
    if isinstance(value, bool) or not isinstance(value, str | int):
        return None
    text = words(str(value))
    return f"Speaker {text}" if text.isdecimal() else text or None
