"""Seconds from whatever a file writes for a time: numbers, clocks, ISO durations, objects of speech recognisers."""

import re
from collections.abc import Mapping

from nlp.text.clock import CLOCK, to_seconds

_CLOCK = re.compile(CLOCK)
_DURATION = re.compile(r"PT(?:(\d{1,4})H)?(?:(\d{1,5})M)?(?:(\d{1,7}(?:\.\d{1,9})?)S)?")
_LONGEST = 1e7


def seconds(value: object, per_second: int = 1) -> float | None:
    """Return a time in seconds: numbers and numeric strings (`1.5`, `1.5s`) / `per_second`.

    Clocks, ISO durations (`PT1M2.5S`), `{"seconds": 1, "nanos": 500000000}` and `{"relative": 1.5}` are seconds anyway.
    """
    if isinstance(value, dict):
        return _of_object(value)
    if isinstance(value, str):
        text = value.strip()
        if _CLOCK.fullmatch(text):
            return to_seconds(text)
        if text.startswith("PT"):
            return _of_duration(text)
        try:
            value = float(text.removesuffix("s"))
        except ValueError:
            return None
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    return value / per_second if 0 <= value < _LONGEST * per_second else None


def _of_object(value: Mapping[str, object]) -> float | None:
    if "relative" in value and not isinstance(value["relative"], dict):
        return seconds(value["relative"])
    parts = [seconds(value.get(key, 0), unit) for key, unit in (("seconds", 1), ("nanos", 1_000_000_000))]
    return sum(part or 0.0 for part in parts) if "seconds" in value or "nanos" in value else None


def _of_duration(text: str) -> float | None:
    match = _DURATION.fullmatch(text)
    if match is None:
        return None
    hours, minutes, rest = (float(part or 0) for part in match.groups())
    return hours * 3600 + minutes * 60 + rest
