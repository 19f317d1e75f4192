"""Day or month first: told from all dates of one column, or one chat, together."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from enum import StrEnum
from itertools import pairwise

Order = tuple[int, int, int]
"""Where year, month and day stand."""

DAY_FIRST: Order = (2, 1, 0)
MONTH_FIRST: Order = (2, 0, 1)
YEAR_FIRST: Order = (0, 1, 2)


class DateOrder(StrEnum):
    """What comes first in dates such as 03/04/2026."""

    DAY = "day"
    MONTH = "month"

    @property
    def places(self) -> Order:
        """Where year, month and day stand."""
        return DAY_FIRST if self is DateOrder.DAY else MONTH_FIRST


_CENTURY = 2000
_FEWEST = 3
_CLEARLY = 3


def full_year(number: int) -> int:
    """Return 2026 for 26; three and four digits stay."""
    return number if number > 99 else _CENTURY + number


def days_by_order(
    numbers: Mapping[str, Sequence[int]], to_day: Callable[[int, int, int], date] = date
) -> dict[Order, dict[str, int]]:
    """Return, for every order in which all of them are dates, the number of the day of each.

    Args:
        numbers: date as it is written -> its three numbers.
        to_day: makes a date of year, month and day, or raises ValueError.
    """
    found: dict[Order, dict[str, int]] = {}
    for order in (DAY_FIRST, MONTH_FIRST, YEAR_FIRST):
        try:
            found[order] = {
                text: to_day(full_year(own[order[0]]), own[order[1]], own[order[2]]).toordinal()
                for text, own in numbers.items()
            }
        except ValueError:
            continue
    return found


def implausibility(days: Iterable[int]) -> tuple[int, int]:
    """Return the steps back in time and the span: the right order has the fewest and the shortest."""
    numbers = list(days)
    return sum(later < earlier for earlier, later in pairwise(numbers)), max(numbers) - min(numbers)


def settled_order(found: Mapping[Order, Mapping[str, int]]) -> Order | None:
    """Return the order that a column can only have been written in, None where two may be meant.

    It is the only one of day first and month first that gives dates (year first where neither does), or the one that
    is clearly more plausible: for `_FEWEST` dates or more, no more steps back and a span `_CLEARLY` times as short.
    """
    usual = [order for order in (DAY_FIRST, MONTH_FIRST) if order in found]
    if len(usual) < 2:
        return next(iter(usual or found), None)
    if found[DAY_FIRST] == found[MONTH_FIRST]:
        return DAY_FIRST
    (steps, span), other = (implausibility(found[order].values()) for order in usual)
    for order, better, worse in ((DAY_FIRST, (steps, span), other), (MONTH_FIRST, other, (steps, span))):
        clearly = better[0] <= worse[0] and better[1] * _CLEARLY <= worse[1]
        if clearly and len(found[order]) >= _FEWEST:
            return order
    return None
