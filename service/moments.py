"""Moments as texts, in one form everywhere."""

from datetime import UTC, datetime


def in_utc(moment: datetime) -> str:
    """Return a moment as RFC 3339 has it, in UTC and to the second, such as `2026-03-18T10:00:00Z`."""
    return moment.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
