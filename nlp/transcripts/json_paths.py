"""Careful ways into JSON of unknown shape: what is missing or of the wrong type gives None, "" or []."""

from collections.abc import Mapping
from typing import TypeAlias

JsonObject: TypeAlias = Mapping[str, object]


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
