"""Dates of a chat, whose order of day, month and year depends on the phone: the order that fits the whole chat best."""

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import pairwise
from re import split

from nlp.text.clock import time_of_day

_ORDERS = ((2, 1, 0), (2, 0, 1), (0, 1, 2))
"""Where year, month and day stand: day first, month first, year first."""
_CENTURY = 2000
_DAY = 86_400


def seconds_since_first(stamps: Sequence[tuple[str, str]]) -> list[float | None]:
    """Return the seconds since the first of all (date, time of day), never below 0; None where no order gives dates.

    `03/04/24` is the third of April unless other dates of the chat speak against it: the right order has the fewest
    steps back in time and the shortest span.
    """
    days = _days(dict.fromkeys(day for day, _ in stamps))
    if not days:
        return [None] * len(stamps)
    times = [days[day] * _DAY + time_of_day(clock) for day, clock in stamps]
    return [max(0.0, time - times[0]) for time in times]


def _days(written: Iterable[str]) -> dict[str, int]:
    """Return the number of the day for every date as it is written, {} if they are no dates."""
    parts = {text: [int(part) for part in split(r"\D+", text.strip(" ."))] for text in written}
    readings = [days for order in _ORDERS if (days := _read(parts, order))]
    return min(readings, key=_implausibility, default={})


def _read(parts: dict[str, list[int]], order: tuple[int, int, int]) -> dict[str, int]:
    try:
        return {
            text: date(_year(numbers[order[0]]), numbers[order[1]], numbers[order[2]]).toordinal()
            for text, numbers in parts.items()
        }
    except ValueError:
        return {}


def _year(number: int) -> int:
    return number if number > 99 else _CENTURY + number


def _implausibility(days: dict[str, int]) -> tuple[int, int]:
    numbers = list(days.values())
    return sum(later < earlier for earlier, later in pairwise(numbers)), max(numbers) - min(numbers)
