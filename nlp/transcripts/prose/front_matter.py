"""A plain transcript without what is nobody's speech: front matter, header lines, list of those present, notices."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import PurePath

from nlp.names import name_key
from nlp.text.clock import CLOCK
from nlp.text.dates.in_names import find_date
from nlp.transcripts.prose.court_records import with_colons, without_line_numbers
from nlp.transcripts.prose.layout.decorations import without_decorations
from nlp.transcripts.prose.layout.elements import without_elements, without_quotation
from nlp.transcripts.prose.layout.names_after_times import with_colons_after_names
from nlp.transcripts.prose.layout.underlined_headings import without_underlined
from nlp.transcripts.prose.markdown_tables import is_table_row, names_in_table
from nlp.transcripts.prose.names_above_times import with_names_beside_times
from nlp.transcripts.source import Line
from nlp.transcripts.speakers.lexicon import ATTENDEES, BREAKS, FURNITURE, HEADER_WORDS, REMARKS
from nlp.transcripts.speakers.speaker_labels import clean_label, split_label

_BARE_CLOCK = re.compile(rf"^[^\w@]*{CLOCK}\W*$")
_FURNITURE_LINE = re.compile(
    r"^\W*(?:transcribed by|transcription is provided by|this editable transcript was computer generated"
    r"|(?:meeting|transcription) ended after"
    r"|(?:end of transcript|transcript of conference held|transcript, started) at)"
    r"|^<[^<>]{1,20}>\s.{1,60}\s(?:joined the conference|left the conference|raised (?:their|his|her) hand)$"
    r"|^VIEW RECORDING - \d+ min|^(?:ACTION ITEM|SCREEN SHARING):.*(?:\s-\sWATCH\b.*)?$"
    r"|^(?:page|seite|página|pagina|পৃষ্ঠা|पृष्ठ)\s+\d{1,4}(?:\s+(?:of|von|de|/)\s+\d{1,4})?$"
    r"|^sonix is the world|^.{1,80} by sonix$"
    rf"|^\[?(?:\d{{4}}-\d\d-\d\d[ T])?\W{{0,3}}{CLOCK}\W{{0,3}}\s+(?:\*{{1,3}}|-!-|—|-->|<--|\?)\s+[^\W\d]"
    r"|^\d{4}[./-]\d{1,2}[./-]\d{1,2}\s?(?:\(\w{1,9}\.?\)|\w{1,9}\.?)?$"
    r"|^.{0,60}\b(?:started|stopped) transcription$|^-{3,}$|^\*{3,}$|^_{3,}$|^={3,}$",
    re.IGNORECASE,
)
_PRESENT_AT = re.compile(rf"^Initial people present at {CLOCK}")
_LATEST_LIST = 40
_LONGEST_BREAK = 40
_DURATION = re.compile(r"(?:\d{1,3}\s?(?:h|hrs?|m|mins?|s|secs?)\.?\s*)+", re.IGNORECASE)
_MOST_WORDS_OF_DATE = 6
_LIST_SIGN = re.compile(r"^(?:[-–—•*]|\d{1,3}[.)])\s+")
_LIST_SEPARATOR = re.compile(r"\s*[,;،、]\s*")


@dataclass(frozen=True, slots=True)
class Body:
    """A file without its front matter, attendee list and the tool's own lines.

    Attributes:
        lines: numbered lines, None for a blank one.
        attendees: the names in the list of those present.
        indented: numbers of the lines that begin with a tab.
        aside: lines of the page, not of the people who speak.
    """

    lines: tuple[Line | None, ...]
    attendees: tuple[str, ...]
    indented: frozenset[int] = frozenset()
    aside: tuple[Line, ...] = ()


def find_body(lines: Sequence[str]) -> Body:
    """Take away what is nobody's speech, and keep the names of those present."""
    kept: list[Line | None] = []
    attendees: list[str] = []
    listing = False
    top = _front_matter(lines)
    indented = frozenset(number for number, raw in enumerate(lines, start=1) if raw.startswith("\t"))
    numberless, aside = without_line_numbers(lines)
    plain = without_elements(without_quotation(without_decorations(numberless)))
    unlinked, headings = without_underlined(plain)
    lines = with_names_beside_times(with_colons_after_names(with_colons(unlinked)))
    table, rows = _table_of_those_present(lines[top:])
    for number, raw in enumerate(lines[top:], start=top + 1):
        text = "" if number - top in rows else raw.strip()
        if not text:
            listing = listing and not attendees
            kept.append(None)
            continue
        opened = _attendee_heading(text) if len(kept) < _LATEST_LIST and not attendees else None
        listing = opened is not None or (listing and split_label(text) is None)
        if listing:
            attendees += split_names(text if opened is None else opened)
        elif not _FURNITURE_LINE.search(text) and not _BARE_CLOCK.match(text) and not _is_break(text):
            kept.append((number, text))
    return Body(tuple(kept), tuple(dict.fromkeys(table or attendees)), indented, (*aside, *headings))


def _table_of_those_present(lines: Sequence[str]) -> tuple[list[str], frozenset[int]]:
    """Return the names in the first table of people, and the numbers of its rows counted from 1."""
    rows: list[int] = []
    for number, line in enumerate((*lines, ""), start=1):
        if is_table_row(line.strip()):
            rows.append(number)
        elif rows:
            if names := names_in_table([lines[row - 1].strip() for row in rows]):
                return names, frozenset(rows)
            rows = []
    return [], frozenset()


def _is_break(text: str) -> bool:
    """Whether a line says only that there was a break: `**Break:** 10 minutes`."""
    label, _, rest = re.sub(r"[*_#]", "", text).replace("：", ":").partition(":")
    return label.strip().casefold() in BREAKS and len(rest) <= _LONGEST_BREAK


def _front_matter(lines: Sequence[str]) -> int:
    """Return how many lines a YAML block at the top takes."""
    if not lines or lines[0].strip() != "---":
        return 0
    return next((index + 1 for index, line in enumerate(lines[1:], start=1) if line.strip() == "---"), 0)


def _attendee_heading(text: str) -> str | None:
    """Return what follows `Attendees:` on its line, or None if the line is no such heading."""
    if _PRESENT_AT.match(text):
        return ""
    heading, _, rest = re.sub(r"[*#_]", "", text).strip().replace("：", ":").partition(":")
    return rest.strip() if heading.strip().casefold() in ATTENDEES else None


def lists_people(text: str, speakers: Collection[str]) -> bool:
    """Whether a line is a list of names, at least two of them of people (case-folded) who speak."""
    return sum(name.casefold() in speakers for name in split_names(text)) > 1


def split_names(text: str) -> list[str]:
    """Return the names of a list with commas or semicolons."""
    parts = _LIST_SEPARATOR.split(_LIST_SIGN.sub("", text).strip(" .।"))
    return [name for part in parts if (name := clean_label(part))]


def is_remark(text: str) -> bool:
    """Whether a line is one that people write into a record anywhere, such as `Note: the line was bad`."""
    return re.sub(r"[*_]", "", text).replace("：", ":").partition(":")[0].strip().casefold() in REMARKS


def is_of_record(text: str, name: str) -> bool:
    """Whether a line before the first speaker says only what the record is called, when it was made or how long it is.

    Args:
        text: the line.
        name: of the file.
    """
    told = text.strip("*_# ")
    if _DURATION.fullmatch(told) or name_key(told) == name_key(PurePath(name).stem):
        return True
    return len(told.split()) <= _MOST_WORDS_OF_DATE and len(find_date(told)) > len("2026-03")


def is_header_line(text: str) -> bool:
    """Whether a line before the first speaker is a part of the header, such as `Date: 3 May`."""
    heading = re.sub(r"[*_]", "", text).replace("：", ":").partition(":")
    return bool(heading[1]) and heading[0].strip().casefold() in FURNITURE | HEADER_WORDS
