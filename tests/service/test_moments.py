"""Moments as texts."""

from datetime import UTC, datetime, timedelta, timezone

from service.moments import in_utc


def test_a_moment_is_told_in_utc_with_a_z():
    """Whatever its zone was, and without parts of seconds."""
    here = timezone(timedelta(hours=5, minutes=45))
    assert in_utc(datetime(2026, 3, 18, 10, 0, 0, 999, UTC)) == "2026-03-18T10:00:00Z"
    assert in_utc(datetime(2026, 3, 18, 1, 0, tzinfo=here)) == "2026-03-17T19:15:00Z"
