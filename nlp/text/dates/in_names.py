"""The date that a name holds: of a review ("March 2026", "मार्च २०२६", "Q3 2025"), or of a file."""

import re
from collections.abc import Iterator

from nlp.text.dates.read import read_date
from nlp.text.dates.words import months
from nlp.text.numerals import folded, runs

_YEAR_FIRST = re.compile(r"(?<!\d)(20\d\d)[-_.]?(0[1-9]|1[0-2])(?:[-_.]?(0[1-9]|[12]\d|3[01]))?(?!\d)")
_YEAR_LAST = re.compile(r"(?<!\d)(?:\d{1,2}([-_./])\d{1,2}\1|(?:0\d|1[0-2])[-./])20\d\d(?!\d)")
_QUARTER = re.compile(r"(?:q|quarter|trimestre|ত্রৈমাসিক|चौमासिक|त्रैमासिक)\W?([1-4])(?!\d)")
_HALF = re.compile(r"(?:h|half|semestre|ষাণ্মাসিক|अर्धवार्षिक)\W?([12])(?!\d)")
_YEAR = re.compile(r"(?<!\d)(?:19[89]\d|20[0-5]\d)(?!\d)")
_MOST_WORDS = 40
_WIDEST = 6


def find_date(name: str) -> str:
    """Return the date in a name as far as it goes, ISO 8601: a day, a month, a year; "" where there is none.

    A quarter or half of a year is its first month. Where day and month cannot be told apart, only the year counts.
    """
    text = folded(name)
    found = next((iso for form in (_day_or_month, _named_month) for iso in form(text)), "")
    year = _YEAR.search(text)
    if found or not year:
        return found
    for part, length in ((_QUARTER.search(text), 3), (_HALF.search(text), 6)):
        if part:
            return f"{year[0]}-{(int(part[1]) - 1) * length + 1:02}"
    return year[0]


def _day_or_month(text: str) -> Iterator[str]:
    for form in (_YEAR_FIRST, _YEAR_LAST):
        for match in form.finditer(text):
            parts = [part for part in match.groups() if part] if form is _YEAR_FIRST else []
            iso = read_date("-".join(parts) if parts else match[0].replace("_", "-")).iso
            if iso:
                yield iso


def _named_month(text: str) -> Iterator[str]:
    """Yield the dates around the names of months, those with most parts first."""
    words = text.replace("_", " ")
    spans = list(_words_and_numbers(words))[:_MOST_WORDS]
    for width in range(min(_WIDEST, len(spans)), 1, -1):
        for at in range(len(spans) - width + 1):
            own = spans[at : at + width]
            if any(words[start:end] in months() for start, end in own):
                iso = read_date(words[own[0][0] : own[-1][1]]).iso
                if iso:
                    yield iso


def _words_and_numbers(text: str) -> Iterator[tuple[int, int]]:
    end = 0
    for run, _ in runs(text):
        start = text.index(run, end)
        end = start + len(run)
        yield start, end
