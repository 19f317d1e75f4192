"""Files, sent and taken, told in the ways that generators of clients know."""

from typing import Any

BYTES = "application/octet-stream"


def tell_bytes(part: Any) -> None:  # noqa: ANN401 - whatever JSON holds
    """Add `format: binary`, which clients go by, to everything that is told to be bytes."""
    match part:
        case dict():
            if part.get("contentMediaType") == BYTES:
                part["format"] = "binary"
            for each in part.values():
                tell_bytes(each)
        case list():
            for each in part:
                tell_bytes(each)


def tell_download(operation: Any) -> None:  # noqa: ANN401 - an operation of the description
    """Let clients take every file as bytes, whatever kind of file `Content-Type` then says it is."""
    for answer in operation["responses"].values():
        content = answer.get("content", {})
        if any(form["schema"].get("format") == "binary" for form in content.values()):
            answer["content"] = {BYTES: {"schema": {"type": "string", "format": "binary"}}} | content
