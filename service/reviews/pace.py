"""When the next review should be: often enough that nothing is forgotten, seldom enough that nobody tires of it."""

from calendar import monthrange
from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise
from operator import itemgetter

from service.reviews.types import Pace, PaceRemark, PlannedReview

USUAL_MONTHS = 6
FEWEST_DAYS_BETWEEN = 75
"""A review that follows in less wears people out: a little under half of the usual time."""

LONGEST_DAYS_BETWEEN = 274
"""After half as much again as the usual time, what was promised is likely forgotten."""

DAYS_OF_GRACE = 14
DAYS_AHEAD = 14
_YEAR, _MONTH = len("2026"), len("2026-03")


def proposed(reviews: Sequence[PlannedReview], today: date) -> date:
    """Return the day that is proposed for the next review: six months after the last, at least two weeks ahead."""
    soonest = today + timedelta(days=DAYS_AHEAD)
    days = [day for each in reviews if (day := first_day(each.date))]
    return max(later(max(days), USUAL_MONTHS), soonest) if days else soonest


def remarks(reviews: Sequence[PlannedReview], today: date) -> tuple[PaceRemark, ...]:
    """Return what is to be said of how often reviews come, of those from today on and of the last one."""
    dated = sorted(((day, each) for each in reviews if (day := first_day(each.date))), key=itemgetter(0))
    held = [(day, each) for day, each in dated if each.is_held]
    coming = [(day, each) for day, each in dated if not each.is_held]
    late = [
        PaceRemark(Pace.OVERDUE, each.name, "", (today - day).days)
        for day, each in coming
        if (today - day).days > DAYS_OF_GRACE
    ]
    soon = [
        PaceRemark(Pace.TOO_SOON, after.name, before.name, (later_day - day).days)
        for (day, before), (later_day, after) in pairwise(dated)
        if not after.is_held and later_day >= today and (later_day - day).days < FEWEST_DAYS_BETWEEN
    ]
    if held and not coming and (today - held[-1][0]).days > LONGEST_DAYS_BETWEEN:
        return (PaceRemark(Pace.LONG_AGO, held[-1][1].name, "", (today - held[-1][0]).days),)
    return (*late, *soon)


def first_day(text: str) -> date | None:
    """Return the first day of a date in ISO 8601, of a month or a year too; None for what is none."""
    whole = text + {_YEAR: "-01-01", _MONTH: "-01"}.get(len(text), "")
    try:
        return date.fromisoformat(whole[:10])
    except ValueError:
        return None


def later(day: date, months: int) -> date:
    """Return the day so many months later, the last of its month where that has no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
