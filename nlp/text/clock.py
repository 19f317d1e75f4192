"""Times as transcripts write them: `0:12`, `1:02:03`, `00:00:01,500`, `0:0:42.80`, `0:00:06.835000`, `2:05 PM`."""

import re

CLOCK = r"(?:\d{1,3}:)?\d{1,3}:\d{1,2}(?:[.,]\d{1,9})?"
"""A pattern without groups that fits one time."""

HALF_OF_DAY = r"(?:[^\S\n]?(?:[AaPp]\.?\s?[Mm]\b\.?))"
"""A pattern without groups that fits AM or PM and the space before it."""

_UNPADDED = re.compile(r"\d+:(?:\d:\d{1,2}|\d\d:\d)[.,]\d+")
_SHORT = 3
_TIME_OF_DAY = re.compile(r"(\d{1,3})[:.](\d{1,2})(?:[:.](\d{1,2}))?")
_AFTERNOON = re.compile(
    r"\b[Pp]\.?\s?[Mm]\b|অপরাহ্ণ|অপরাহ্ন|দুপুর|বিকাল|বিকেল|সন্ধ্যা|अपराह्न|अपरान्ह|दिउँसो|बेलुका|下午|晚上|오후|午後"
)
_MORNING = re.compile(r"\b[Aa]\.?\s?[Mm]\b|পূর্বাহ্ণ|পূর্বাহ্ন|सकाल|সকাল|ভোর|पूर्वाह्न|बिहान|上午|오전|午前")
_NIGHT = re.compile("রাত|राति|राती")
_NOON = 12
_EVENING = 6


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


def time_of_day(clock: str) -> float:
    """Return the seconds since midnight of a time such as `14:05`, `2:05:09 PM`, `14.05`, `অপরাহ্ণ ২:০৫`.

    Raises:
        ValueError: there is no time in it.
    """
    match = _TIME_OF_DAY.search(clock)
    if match is None:
        message = f"no time of day: {clock!r}"
        raise ValueError(message)
    hour, minute, second = (int(part or 0) for part in match.groups())
    if hour == _NOON and (_MORNING.search(clock) or _NIGHT.search(clock)):
        hour = 0
    elif hour < _NOON and (_AFTERNOON.search(clock) or (_NIGHT.search(clock) and hour >= _EVENING)):
        hour += _NOON
    return float(hour * 3600 + minute * 60 + second)


def is_unpadded(clock: str) -> bool:
    """Whether a time is written as Teams used to write it, `0:0:42.80`: hours, and one digit for minutes or seconds."""
    return _UNPADDED.fullmatch(clock) is not None
