"""Dates in every form that people type, to ISO 8601: only where they can be read with certainty."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache

from nlp.text.dates.order import DateOrder, Order, days_by_order, full_year, settled_order
from nlp.text.dates.words import BESIDE, ERAS, Calendar, months, weekdays
from nlp.text.numerals import folded, runs

_CLOCK = re.compile(
    r"[t,]?\s*(?<!\d)\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?\s*(?:[ap]\.?\s?m\b\.?|z\b|utc|gmt)?\s*(?:[+-]\d{2}:?\d{2})?"
)
_SERIAL = re.compile(r"(\d{5})(?:\.\d+)?")
_COMPACT = re.compile(r"((?:19|20)\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])")
_DAY_ZERO = date(1899, 12, 30)
_SERIALS = range(29_221, 73_051)  # 1980 to 2099
_YEARS = range(1950, 2060)
_SAMBAT_YEARS = range(2040, 2100)
_MAYBE_SAMBAT = range(2060, 2100)
_FULL_YEAR = 4
_LONGEST = 60


class DateDoubt(StrEnum):
    """Why something that stands where a date should is not read as one.

    Attributes:
        NO_DATE: no form that is known.
        NO_YEAR: day and month, and no year.
        DAY_OR_MONTH: 03/04/2026, and nothing beside it says which is which.
        CALENDAR: a year of another calendar, or one that may be Bikram Sambat and does not say so.
    """

    NO_DATE = "no date"
    NO_YEAR = "no year"
    DAY_OR_MONTH = "day or month"
    CALENDAR = "calendar"


@dataclass(frozen=True, slots=True)
class ReadDate:
    """A date as it was read.

    Attributes:
        iso: "2026-03-18", "2026-03" where no day is given, "2026" for a year alone; "" where it is not certain.
        doubt: why it is not certain, None where it is.
    """

    iso: str
    doubt: DateDoubt | None = None


@dataclass(frozen=True, slots=True)
class _Written:
    """What stands in a date: its numbers as they are written, its month where that has a name, its calendar if said."""

    numbers: tuple[str, ...]
    month: int | None = None
    calendar: Calendar | None = None


def read_dates(texts: Sequence[str], header: str = "", said: DateOrder | None = None) -> tuple[ReadDate, ...]:
    """Return the dates of one column, in its order.

    Read are ISO dates with or without a time, numbers with any signs between, names of months in fifteen languages,
    digits of any script, and the serial numbers of spreadsheets. Whether day or month comes first is settled over the
    whole column. Dates of Bikram Sambat become Gregorian where they, the header, or another date of the column say that
    they are; a year from 2060 on that says nothing stays in doubt.

    Args:
        texts: what stands in the column; an empty text is `NO_DATE`.
        header: its name: "मिति (वि.सं.)", "Date (BS)", "date".
        said: what comes first where the column does not settle it.
    """
    written = {text: _parse(text) for text in dict.fromkeys(texts)}
    sambat = Calendar.BIKRAM_SAMBAT in {stated_calendar(header), *(one.calendar for one in written.values() if one)}
    named = stated_calendar(header) if _spelled_out(header) else None
    dates = {text: _fixed(one, sambat=sambat, named=named) for text, one in written.items()}
    open_ = {text: one for text, one in written.items() if one is not None and dates[text] is None}
    dates |= _ordered(open_, said, sambat=sambat)
    return tuple(dates[text] or ReadDate("", DateDoubt.NO_DATE) for text in texts)


def read_date(text: str) -> ReadDate:
    """Return a date that stands alone."""
    return read_dates([text])[0]


def stated_calendar(name: str) -> Calendar | None:
    """Return the calendar that a header names, None where it names none; मिति speaks of Bikram Sambat."""
    parts = [part for part, _ in runs(folded(name))]
    if {"मिति", "nepali"} & set(parts):
        return Calendar.BIKRAM_SAMBAT if not {"ad", "ई", "इ", "ईसवी"} & set(parts) else None
    return next((ERAS[part] for part in parts if part in ERAS), None)


def _spelled_out(header: str) -> bool:
    return any(part in ERAS for part, _ in runs(folded(header)))


def _parse(text: str) -> _Written | None:
    """Return what stands in a date, None where a word stands in it that dates do not have."""
    plain = folded(text).strip()
    serial = _SERIAL.fullmatch(plain)
    if serial and int(serial[1]) in _SERIALS:
        day = _DAY_ZERO + timedelta(days=int(serial[1]))
        return _Written((f"{day.year:04}", f"{day.month:02}", f"{day.day:02}"), calendar=Calendar.GREGORIAN)
    if not plain or len(plain) > _LONGEST:
        return None
    compact = _COMPACT.fullmatch(plain)
    if compact:
        return _Written(compact.groups())
    return _of_words(_CLOCK.sub(" ", plain))


@lru_cache(maxsize=1 << 12)
def _of_words(plain: str) -> _Written | None:
    """Return what stands in a folded date without its time: in a column of moments the same day comes again."""
    tokens = list(runs(plain))
    words = [run for run, kind in tokens if kind == "L" and run not in BESIDE and run not in weekdays()]
    named = [months()[word] for word in words if word in months()]
    eras = [ERAS[word] for word in words if word in ERAS]
    if len(named) + len(eras) < len(words) or len(set(named)) > 1:
        return None
    calendar = next(iter([own for own, _ in named if own is not Calendar.GREGORIAN] + eras), None)
    if named and calendar is None:
        calendar = Calendar.GREGORIAN
    return _Written(tuple(run for run, kind in tokens if kind == "N"), named[0][1] if named else None, calendar)


@lru_cache(maxsize=1 << 12)
def _fixed(written: _Written | None, *, sambat: bool, named: Calendar | None) -> ReadDate | None:
    """Return a date whose order is plain from itself, None where the column must settle it."""
    if written is None or not written.numbers or len(written.numbers) > 4:
        return ReadDate("", DateDoubt.NO_DATE)
    parts = _with_month(written) if written.month else _of_numbers(written.numbers)
    if parts is None:
        return None
    if not parts:
        return ReadDate("", DateDoubt.NO_YEAR if len(written.numbers) < 3 else DateDoubt.NO_DATE)
    return _in_calendar(parts, written.calendar or named, sambat=sambat)


def _with_month(written: _Written) -> tuple[int, ...]:
    """Return year, month and day of a date whose month has a name, () if it has no year; of 18-19 March the 18th."""
    numbers, month = written.numbers, written.month or 0
    years = [number for number in numbers if len(number) == _FULL_YEAR]
    days = [number for number in numbers if len(number) != _FULL_YEAR]
    if not years and len(days) == 2:
        years, days = days[1:], days[:1]
    if len(years) != 1 or len(days) > 2:
        return ()
    return (full_year(int(years[0])), month, *(int(day) for day in days[:1]))


def _of_numbers(numbers: Sequence[str]) -> tuple[int, ...] | None:
    """Return year, month and day of numbers that begin with a year of four digits, None where the order is open.

    Two numbers are a year and a month; () where there is no year.
    """
    if len(numbers) == 3:
        return tuple(map(int, numbers)) if len(numbers[0]) == _FULL_YEAR else None
    years = [int(number) for number in numbers if len(number) == _FULL_YEAR]
    others = [int(number) for number in numbers if len(number) != _FULL_YEAR]
    return (*years, *others) if len(years) == 1 and len(others) < 2 else ()


def _in_calendar(parts: Sequence[int], calendar: Calendar | None, *, sambat: bool) -> ReadDate:
    """Return year, month and day as they are in ISO 8601, or what is in doubt."""
    year = parts[0]
    if calendar is None and sambat and year in _MAYBE_SAMBAT:
        calendar = Calendar.BIKRAM_SAMBAT
    years = _SAMBAT_YEARS if calendar is Calendar.BIKRAM_SAMBAT else _YEARS
    if calendar is Calendar.OTHER or year not in years:
        return ReadDate("", DateDoubt.CALENDAR)
    try:
        day = _to_day(calendar, year, *(parts[1:] if len(parts) > 1 else (1,)))
    except ValueError:
        return ReadDate("", DateDoubt.NO_DATE)
    return ReadDate(day.isoformat()[: (4, 7, 10)[len(parts) - 1]])


def _to_day(calendar: Calendar | None, year: int, month: int, day: int = 1) -> date:
    if calendar is not Calendar.BIKRAM_SAMBAT:
        return date(year, month, day)
    import nepali_datetime

    found: date = nepali_datetime.date(year, month, day).to_datetime_date()
    return found


def _ordered(written: Mapping[str, _Written], said: DateOrder | None, *, sambat: bool) -> dict[str, ReadDate | None]:
    """Return the dates that are three numbers with the year last, or with a year of two digits."""
    calendars = {text: _calendar_of(one, sambat=sambat) for text, one in written.items()}
    dates: dict[str, ReadDate | None] = {}
    for calendar in dict.fromkeys(calendars.values()):
        own = {text: tuple(map(int, one.numbers)) for text, one in written.items() if calendars[text] is calendar}
        dates |= _in_one_order(own, calendar, said)
    return dates


def _calendar_of(written: _Written, *, sambat: bool) -> Calendar | None:
    maybe = any(full_year(int(number)) in _MAYBE_SAMBAT for number in written.numbers)
    return written.calendar or (Calendar.BIKRAM_SAMBAT if sambat and maybe else None)


def _in_one_order(
    numbers: Mapping[str, tuple[int, ...]], calendar: Calendar | None, said: DateOrder | None
) -> dict[str, ReadDate]:
    def to_day(year: int, month: int, day: int) -> date:
        return _to_day(calendar, year, month, day)

    alone = {text: days_by_order({text: own}, to_day) for text, own in numbers.items()}
    whole = days_by_order({text: numbers[text] for text, found in alone.items() if found}, to_day)
    order, otherwise = settled_order(whole), said.places if said else None
    return {
        text: _settled(numbers[text], order or settled_order(alone[text]) or otherwise, calendar, alone[text])
        for text in numbers
    }


def _settled(
    numbers: Sequence[int], order: Order | None, calendar: Calendar | None, found: Mapping[Order, object]
) -> ReadDate:
    if not found:
        return ReadDate("", DateDoubt.NO_DATE)
    if order is None:
        alone = _in_calendar((full_year(numbers[-1]),), calendar, sambat=False)
        return ReadDate("", alone.doubt or DateDoubt.DAY_OR_MONTH)
    year, month, day = (numbers[place] for place in order)
    return _in_calendar((full_year(year), month, day), calendar, sambat=False)
