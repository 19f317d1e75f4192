"""When reviews were, and in which order they stand: never that in which their files were uploaded, if more is known."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from statistics import median_low

from nlp.names import name_key
from nlp.text.dates.in_names import find_date
from nlp.text.numerals import ORDINAL_ENDINGS, folded, number_of, runs
from service.types import DatedBy, Outline, Review

_STAGES = (
    "baseline base-line আধাররেখা ভিত্তিরেখা বেইসলাইন आधाररेखा बेसलाइन",
    "midline midterm মধ্যরেখা মধ্যমেয়াদি মিডলাইন मध्यरेखा मध्यावधि मिडलाइन",
    "endline final প্রান্তরেখা এন্ডলাইন চূড়ান্ত अन्त्यरेखा अन्तिम एन्डलाइन",
)
_STAGE_OF = {folded(word): place for place, words in enumerate(_STAGES) for word in words.split()}
_TRUST = (DatedBy.FACILITATOR, DatedBy.NOTES, DatedBy.NAME, DatedBy.FILE)
_HIGHEST_NUMBER = 999
_MONTH = len("2026-03")
_LAST = "9999"


def review_of_file(name: str, dates: Iterable[str], filename: str) -> Review:
    """Return a review as one file knows it.

    Args:
        name: of the review.
        dates: of its notes; the middle one of those in ISO 8601 counts, so that a slip of the pen does no harm.
        filename: of the file, if it is about this review alone, else "".
    """
    known = [date for date in dates if len(date) >= _MONTH and date[:4].isascii() and date[:4].isdecimal()]
    if known:
        return Review(name, median_low(known), DatedBy.NOTES)
    of_file = find_date(filename)
    return Review(name, of_file, DatedBy.FILE) if of_file else Review(name)


def merged_reviews(own: Sequence[Review], of_files: Iterable[Review]) -> tuple[Review, ...]:
    """Return every review once, under its first spelling, with the date of whoever knows best, in order.

    Args:
        own: what the facilitator said of them.
        of_files: as the files know them.
    """
    said = [Review(each.name, each.date, DatedBy.FACILITATOR if each.date else None) for each in own]
    known: dict[str, list[Review]] = {}
    for review in (*said, *of_files):
        known.setdefault(name_key(review.name), []).append(review)
    return in_order([_of_best_date(each) for each in known.values()])


def dated_by_facilitator(outline: Outline, said: Mapping[str, str]) -> Outline:
    """Return an outline whose reviews have the days that a facilitator said they have: name -> ISO 8601."""
    days = {name_key(name): day for name, day in said.items() if day}

    def dated(review: Review) -> Review:
        day = days.get(name_key(review.name))
        return Review(review.name, day, DatedBy.FACILITATOR) if day else review

    return replace(outline, reviews=in_order([dated(each) for each in outline.reviews])) if days else outline


def _of_best_date(same: Sequence[Review]) -> Review:
    name = same[0].name
    by_name = Review(name, find_date(name), DatedBy.NAME)
    dated = [each for each in (*same, by_name) if each.date and each.dated_by]
    best = min(dated, key=lambda each: (_TRUST.index(each.dated_by or DatedBy.FILE), each.date), default=Review(name))
    return Review(name, best.date, best.dated_by)


def in_order(reviews: Sequence[Review]) -> tuple[Review, ...]:
    """Return reviews by their dates; one without a date follows the one before it in its series ("AAR 2" of "AAR 3").

    Those of no such series come last, numbered ones by their numbers, all others in the order of the input.
    """
    places = {review.name: place_in_series(review.name) or (review.name, 0) for review in reviews}
    first = {series: at for at, (series, _) in reversed(list(enumerate(places.values())))}

    def key(review: Review) -> tuple[str, int, int]:
        series, number = places[review.name]
        date = review.date or _date_by_number(number, _dates_of(series, reviews, places))
        return date, first[series], number

    return tuple(sorted(reviews, key=key))


def _dates_of(series: str, reviews: Iterable[Review], places: Mapping[str, tuple[str, int]]) -> dict[int, str]:
    """Return number -> date of the reviews of a series that have one."""
    return {places[each.name][1]: each.date for each in reviews if each.date and places[each.name][0] == series}


def _date_by_number(number: int, dates: Mapping[int, str]) -> str:
    """Return the date of the review before it in its series, else of the one after it; the last of days if none."""
    before = [other for other in dates if other < number]
    return dates[max(before)] if before else dates[min(dates)] if dates else _LAST


def place_in_series(name: str) -> tuple[str, int] | None:
    """Return the name without its number, and the number: ("aar #", 3); None for a name without one."""
    words = [run for run, _ in runs(folded(name)) if run not in ORDINAL_ENDINGS]
    for at in reversed(range(len(words))):
        number = _STAGE_OF.get(words[at], number_of(words[at]))
        if number is not None and number <= _HIGHEST_NUMBER:
            return " ".join([*words[:at], "#", *words[at + 1 :]]), number
    return None
