"""Which roster belongs to a session, what people of several rosters add up to, and which review a note belongs to."""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import PurePosixPath
from types import MappingProxyType

from nlp.documents.types import Person, Unit
from nlp.participation.people.label_kinds import label_key
from nlp.participation.people.match_roster import match_labels
from nlp.text.dates.in_names import find_date
from nlp.text.dates.read import read_date
from service.names.slugs import slugify
from service.types import Review

_DATE = re.compile(r"(?<!\d)(20\d\d)[-_.]?(0[1-9]|1[0-2])(?:[-_.]?(0[1-9]|[12]\d|3[01]))?(?!\d)")
_CLOCK = re.compile(_DATE.pattern + r"[ _T-]+(?:[01]\d|2[0-3])[0-5]\d(?:[0-5]\d)?(?!\d)")
"""A date with the hour behind it, as meeting tools name their files: 20260312_101500."""
_OF_TOOLS = re.compile(r"(?<=\S)[\s_.-]+meeting (?:recording|transcript|notes)$", re.IGNORECASE)
SAME_REVIEW_DAYS = 45
_MIDDLE = 15
_YEAR = len("2026")
NOT_READ: Mapping[str, int] = MappingProxyType({})


def choose_roster(
    transcript: str, rosters: Sequence[str], transcripts: Collection[str] = (), held: Mapping[str, int] = NOT_READ
) -> str | None:
    """Return the roster of a transcript.

    It is the one that holds the most of its speakers. Among several of them it is the one that shares the most leading
    words with the transcript ("session-1.vtt", "session-1-roster.csv"), unless another transcript shares more with that
    roster; if none stands out, the only roster that shares no word with any session; else the newest of them.

    Args:
        transcript: file name.
        rosters: file names, oldest first.
        transcripts: file names of all sessions.
        held: roster -> how many speakers of the transcript it holds (`speakers_held`); empty if that is not known, and
            then a choice that the names leave open is None.
    """
    most = max(held.values(), default=0)
    fullest = [roster for roster in rosters if held.get(roster, 0) == most]
    chosen = _chosen_by_name(transcript, fullest, transcripts) or (fullest if most else [])
    return chosen[-1] if len(chosen) == 1 or (held and chosen) else None


def speakers_held(speakers: Iterable[str], roster: Sequence[Person]) -> int:
    """Return how many speakers of a transcript stand on a roster, by name or alias."""
    names = {label_key(name) for person in roster for name in (person.name, *person.aliases)}
    alike = [speaker for speaker in speakers if label_key(speaker) in names]  # proposals for strangers take long
    cast = match_labels(alike, roster)
    return sum(person in cast.on_roster for person in cast.person_of.values())


def _chosen_by_name(transcript: str, rosters: Sequence[str], transcripts: Collection[str]) -> list[str]:
    everyone = {transcript, *transcripts}
    claims = {roster: max(_shared_words(each, roster) for each in everyone) for roster in rosters}
    own = {roster: shared for roster in rosters if (shared := _shared_words(transcript, roster)) == claims[roster] > 0}
    best = [roster for roster, shared in own.items() if shared == max(own.values())]
    return best or [roster for roster, claim in claims.items() if claim == 0]


def _shared_words(a: str, b: str) -> int:
    pairs = zip(_words(a), _words(b), strict=False)
    return next((n for n, (x, y) in enumerate(pairs) if x != y), min(len(_words(a)), len(_words(b))))


def _words(filename: str) -> list[str]:
    return slugify(PurePosixPath(filename).stem).split("-")


def title_and_date(filename: str) -> tuple[str, str]:
    """Return the title of a session and its date (ISO 8601, day or month; "" if there is none) from its file's name."""
    stem = PurePosixPath(filename).stem
    named = _DATE.sub(" ", _CLOCK.sub(" ", _OF_TOOLS.sub("", stem)))
    words = " ".join(re.split(r"[\s_.\-]+", named)).strip()
    date_ = find_date(stem)
    return (words[:1].upper() + words[1:]) or stem, date_ if len(date_) > _YEAR else ""


def with_review(unit: Unit, reviews: Sequence[Review]) -> Unit:
    """Return a note with the review that it names, else the one closest to its date, at most 45 days away."""
    if not reviews or unit.attributes.get("review"):
        return unit
    review = review_of(unit.attributes.get("date", ""), reviews)
    return replace(unit, attributes={**unit.attributes, "review": review}) if review else unit


def review_of(when: str, reviews: Sequence[Review]) -> str:
    """Return the name of the review closest to a date, at most 45 days away, "" where there is none."""
    day = _day(when)
    dated = [(abs(day - known).days, review.name) for review in reviews if (known := _day(review.date))] if day else []
    return min(dated)[1] if dated and min(dated)[0] <= SAME_REVIEW_DAYS else ""


def _day(text: str) -> date | None:
    """Return the day of a date as ISO 8601 or as people type it, the middle of a month; None for less than that."""
    iso = read_date(text.strip()).iso
    return date.fromisoformat(f"{iso}-{_MIDDLE}" if len(iso) == len("2026-03") else iso) if len(iso) > _YEAR else None
