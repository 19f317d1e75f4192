"""Times as transcripts write them: `0:12`, `1:02:03`, `00:00:01,500`, `0:0:42.80`, `0:00:06.835000`."""

import re

CLOCK = r"(?:\d{1,3}:)?\d{1,3}:\d{1,2}(?:[.,]\d{1,9})?"
"""A pattern without groups that fits one time."""

_UNPADDED = re.compile(r"\d+:(?:\d:\d{1,2}|\d\d:\d)[.,]\d+")
_SHORT = 3


def to_seconds(clock: str, *, short_fraction_counts_milliseconds: bool = False) -> float:
    """Return the seconds that a time stands for, e.g. 62.5 for `1:02.5`.

    Microsoft Teams used to write times without padding, in which `.80` stands for 80 milliseconds, not 800: with
    `short_fraction_counts_milliseconds` a fraction of one to three digits is read so.
    """
    whole, _, fraction = clock.replace(",", ".").partition(".")
    seconds = 0
    for part in whole.split(":"):
        seconds = seconds * 60 + int(part)
    if not fraction:
        return float(seconds)
    is_count = short_fraction_counts_milliseconds and len(fraction) <= _SHORT
    parts_per_second = 1000 if is_count else int("1" + "0" * len(fraction))
    return (seconds * parts_per_second + int(fraction)) / parts_per_second


def is_unpadded(clock: str) -> bool:
    """Whether a time is written as Teams used to write it, `0:0:42.80`: hours, and one digit for minutes or seconds."""
    return _UNPADDED.fullmatch(clock) is not None
