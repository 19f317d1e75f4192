"""The log: one line an event, its fields named; never what people wrote, nor their names.

What happened in the code is told by the kinds of errors and the places in the code: an error's own words may quote what
somebody wrote, so they are left out.
"""

import json
import logging
import sys
import traceback
from collections.abc import Mapping
from datetime import UTC, datetime

from service.settings import Settings

OURS = logging.getLogger("manyvoices")
REQUESTS = logging.getLogger("manyvoices.requests")
_FIELDS = "fields"


def log_to_stderr(settings: Settings) -> None:
    """Send the log of this process to stderr, in the form and from the level on that the settings say."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(JsonLines() if settings.log_format == "json" else NamedValues())
    logging.basicConfig(handlers=[handler], level=logging.WARNING, force=True)  # libraries tell of addresses below it
    OURS.setLevel(settings.log_level.upper())
    logging.getLogger("uvicorn.error").addFilter(_is_not_told_already)


def note(log: logging.Logger, level: int, event: str, **fields: object) -> None:
    """Log an event with its fields; those that are None are left out."""
    given = {name: value for name, value in fields.items() if value is not None}
    log.log(level, event, extra={_FIELDS: given})


def places(error: BaseException) -> str:
    """Return the kinds of an error and of what led to it, and the places in the code, without their own words."""
    parts: list[str] = []
    seen: BaseException | None = error
    while seen is not None and len(parts) < 5:
        frames = traceback.extract_tb(seen.__traceback__)
        where = " < ".join(f"{frame.filename}:{frame.lineno} {frame.name}" for frame in reversed(frames))
        parts.append(f"{type(seen).__name__} at {where}")
        seen = seen.__cause__ or seen.__context__
    return " | because of ".join(parts)


class JsonLines(logging.Formatter):
    """Every record as one JSON object on one line."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the line."""
        return json.dumps(_told(record), ensure_ascii=False, default=str)


class NamedValues(logging.Formatter):
    """Every record as name=value on one line; a value with a space in quotes."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the line."""
        return " ".join(f"{name}={_quoted(value)}" for name, value in _told(record).items())


def _told(record: logging.LogRecord) -> Mapping[str, object]:
    time = datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")
    told: dict[str, object] = {"time": time, "level": record.levelname.lower(), "log": record.name}
    fields = getattr(record, _FIELDS, None)
    told |= {"event": record.getMessage()} | (fields or {})
    if record.exc_info and record.exc_info[1] and fields is None:
        told["error"] = places(record.exc_info[1])
    return told


def _quoted(value: object) -> str:
    text = str(value)
    is_plain = text.isprintable() and text and not set(text) & set(' "=')
    return text if is_plain else json.dumps(text, ensure_ascii=False)


def _is_not_told_already(record: logging.LogRecord) -> bool:
    """Whether a record of the server is not of an error that was logged where it happened."""
    return not record.exc_info
