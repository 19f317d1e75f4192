"""Values as texts, whatever library they come from: pandas, polars, NumPy, the standard library."""

import re
from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from enum import Enum
from numbers import Integral, Real

_HALF_SIGN = re.compile("[\ud800-\udfff]")
_DAY = 86_400
_COUNTED = 1e15
"""Numbers up to which a float tells one whole number from the next, and is no mere order of size."""
_LONGEST_SHOWN = 40


class NotOneValue(TypeError):
    """A list, a mapping, bytes or an object where one value is wanted."""


def is_missing(value: object) -> bool:
    """Whether a value says that there is none: None, pandas' NA, or what differs from itself: NaN and NaT."""
    if value is None or type(value).__name__ == "NAType":
        return True
    if isinstance(value, str | int):
        return False
    try:
        return bool(value != value)
    except (TypeError, ValueError):
        return False


def as_text(value: object) -> str:
    """Return one value as a text; "" for one that is missing. Whole numbers have no decimals, dates are ISO 8601.

    Raises:
        NotOneValue: it is a list, a mapping, bytes, a function or an object that has no text of its own.
    """
    if isinstance(value, str):
        return whole_signs(str.__str__(value))
    if is_missing(value):
        return ""
    if isinstance(value, Enum):
        return as_text(value.value)
    if type(value).__module__ == "numpy":
        return _of_numpy(value)
    return _of_number(value) if isinstance(value, Real) else _of_moment(value)


def whole_signs(text: str) -> str:
    """Return a text in which halves of signs, as of an emoji that was cut in two, are U+FFFD."""
    if text.isascii() or not _HALF_SIGN.search(text):
        return text
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def told(value: object) -> str:
    """Return a value for a message: `float (3.5)`, `None`, `list`."""
    kind = type(value)
    if value is None or isinstance(value, type):
        return str(value) if value is None else f"class {value.__name__}"
    if isinstance(value, str | int | float):
        shown = whole_signs(repr(value))
        return f"{kind.__name__} ({shown if len(shown) <= _LONGEST_SHOWN else shown[:_LONGEST_SHOWN] + '…'})"
    return kind.__name__


def _of_numpy(value: object) -> str:
    """Return a scalar of NumPy as the standard library's value of the same kind."""
    import numpy as np

    if isinstance(value, np.datetime64):
        return as_text(value.astype("datetime64[us]").item())
    if isinstance(value, np.timedelta64):
        return as_text(value.astype("timedelta64[us]").item())
    if isinstance(value, np.bool_):
        return str(bool(value))
    if isinstance(value, Real):
        return _of_number(value)
    raise NotOneValue


def _of_number(value: Real) -> str:
    if isinstance(value, bool):
        return str(value)
    size = float(value) if not isinstance(value, Integral) else 0.0
    return str(int(value)) if abs(size) < _COUNTED and size.is_integer() else str(value)  # type: ignore[call-overload]


def _of_moment(value: object) -> str:
    if isinstance(value, datetime):
        midnight = value.time() == time() and value.tzinfo is None
        return value.date().isoformat() if midnight else value.isoformat(sep=" ")
    if isinstance(value, timedelta):
        return _clock(value)
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, Iterable | bytes | type) or callable(value) or _has_no_text(value):
        raise NotOneValue
    return whole_signs(str(value))


def _clock(value: timedelta) -> str:
    """Return 1:02:03, -0:00:05 or 30:00:00.500000."""
    sign, length = ("-", -value) if value < timedelta() else ("", value)
    hours, rest = divmod(length.days * _DAY + length.seconds, 3600)
    part = f".{length.microseconds:06}" if length.microseconds else ""
    return f"{sign}{hours}:{rest // 60:02}:{rest % 60:02}{part}"


def _has_no_text(value: object) -> bool:
    kind = type(value)
    return kind.__str__ is object.__str__ and kind.__repr__ is object.__repr__
