"""What a model answered, read as the one object that it was asked for; whatever stands around it is passed over."""

import json
import re
from collections.abc import Mapping
from typing import Any

LONGEST = 20_000
_THOUGHT = re.compile(r"<think(?:ing)?>.*?(?:</think(?:ing)?>|\Z)", re.DOTALL | re.IGNORECASE)


def read_object(text: str) -> Mapping[str, Any] | None:
    """Return the first JSON object in a text, None if there is none: fences, thoughts and remarks are left out."""
    rest = _THOUGHT.sub("", text[:LONGEST])
    decoder = json.JSONDecoder(strict=False)
    for place in (found.start() for found in re.finditer(r"\{", rest)):
        try:
            read, _ = decoder.raw_decode(rest, place)
        except (ValueError, RecursionError):
            continue
        return read if isinstance(read, dict) else None
    return None


def text_of(form: Mapping[str, Any], name: str) -> str:
    """Return a text of an object on one line, "" where there is none."""
    found = form.get(name)
    return " ".join(found.split()) if isinstance(found, str) else ""


def ids_of(form: Mapping[str, Any], name: str = "notes") -> tuple[str, ...]:
    """Return the ids that an object lists, each once."""
    found = form.get(name)
    return tuple(dict.fromkeys(str(each) for each in found)) if isinstance(found, list) else ()
