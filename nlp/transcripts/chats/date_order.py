"""Dates of a chat, whose order of day, month and year depends on the phone: the order that fits the whole chat best."""

from collections.abc import Iterable, Sequence
from re import split

from nlp.text.clock import time_of_day
from nlp.text.dates.order import days_by_order, implausibility

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
    numbers = {text: [int(part) for part in split(r"\D+", text.strip(" ."))] for text in written}
    found = days_by_order(numbers).values()
    return min((days for days in found if days), key=lambda days: implausibility(days.values()), default={})
