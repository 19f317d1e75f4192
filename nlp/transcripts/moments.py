"""Times that count from 1970, as applications write them, and what they are from the beginning of a record."""

from collections.abc import Sequence

_MILLISECONDS = 3
_LONGEST_NUMBER = 25
_LATEST = 1e11


def since_first(times: Sequence[float | None]) -> list[float | None]:
    """Return times in seconds since any moment as seconds since the earliest of them, to the millisecond."""
    first = min((time for time in times if time is not None), default=0.0)
    return [None if time is None else round(time - first, _MILLISECONDS) for time in times]


def moment(value: object, per_second: int = 1) -> float | None:
    """Return a number or a string of digits as seconds since 1970, None for anything else."""
    if isinstance(value, str) and len(value) < _LONGEST_NUMBER:
        try:
            value = float(value)
        except ValueError:
            return None
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value < _LATEST * per_second:
        return None
    return value / per_second
