"""Agenda segments: what a record, or a table beside it, says of which topic was on when."""

import re
from collections.abc import Iterable, Iterator, Sequence

from nlp.documents.tables.agenda_columns import COLUMNS
from nlp.documents.tables.delimited import read_delimited
from nlp.documents.tables.xlsx import read_workbook
from nlp.errors import InputError, MissingColumn, at_row
from nlp.messages import Message
from nlp.text.clock import CLOCK, to_seconds
from nlp.text.seconds import seconds
from nlp.transcripts.types import Segment, Turn

_NOTE = re.compile(
    rf"^NOTE\s+((?:topic|agenda(?: item)?|chapter|segment|part|আলোচ্য বিষয়|পর্ব|विषय|खण्ड)\s*\d*)"
    rf"(?:\s+(?:from|at)\s+({CLOCK}))?\s*(?::\s*(.*?))?\s*$",
    re.IGNORECASE,
)
_TIME_LINE = re.compile(rf"^\s*({CLOCK})\s*-->")
_FEWEST_TURNS = 3


def segments_in_notes(lines: Sequence[str]) -> tuple[Segment, ...]:
    """Return the segments that NOTE lines of a WebVTT file name: `NOTE Topic 2 from 00:10:00.000: Budget`.

    Without a time a segment begins with the next cue. The live tally writes such lines, and so can a facilitator.
    """
    found: list[Segment] = []
    following: str | None = None
    for number, line in reversed(list(enumerate(lines, start=1))):
        if time := _TIME_LINE.match(line):
            following = time[1]
        elif line.startswith("NOTE") and (match := _NOTE.match(line)):
            heading, clock, title = match.groups()
            if begins := clock or following:
                found.append(Segment(title or heading.strip(), to_seconds(begins), line=number))
    return tuple(reversed(found))


def segments_in_column(named: Iterable[tuple[str, Turn]]) -> tuple[Segment, ...]:
    """Return a segment for each run of turns with the same name; a turn without one belongs to the segment before.

    A name that changes with more than every third turn numbers the rows and names no segments.
    """
    found: list[Segment] = []
    turns = 0
    for name, turn in named:
        turns += 1
        if name and (not found or found[-1].name != name):
            found.append(Segment(name, turn.start, line=turn.line))
    return tuple(found) if len(found) * _FEWEST_TURNS <= turns else ()


def read_segments(filename: str, data: bytes) -> tuple[Segment, ...]:
    """Read a table `start, end, name` of agenda segments; times are clocks or seconds, `end` may be left out.

    Raises:
        MissingColumn: there is no column for the start or for the name.
        InputError: a row has no time that can be read, or ends before it begins.
        UnreadableFile, UnknownEncoding: as `nlp.documents.read_document`.
    """
    grids = read_workbook(filename, data) if data.startswith(b"PK\x03\x04") else read_delimited(filename, data)
    rows = (
        [(row.number, row.cells) for row in grids[0].rows if any(cell.strip() for cell in row.cells)] if grids else []
    )
    header = [" ".join(cell.split()).casefold() for cell in rows[0][1]] if rows else []
    columns = {
        meaning: place for meaning, names in COLUMNS.items() for place, cell in enumerate(header) if cell in names
    }
    for needed in ("start", "name"):
        if needed not in columns:
            raise MissingColumn(
                filename,
                Message("there is no column {column}", {"column": needed}),
                Message("Name the columns start, end, name"),
            )
    return tuple(_segments(filename, rows[1:], columns))


def _segments(filename: str, rows: Sequence[tuple[int, Sequence[str]]], columns: dict[str, int]) -> Iterator[Segment]:
    for number, cells in rows:
        texts = {meaning: cells[place].strip() if place < len(cells) else "" for meaning, place in columns.items()}
        start, end = seconds(texts["start"]), seconds(texts.get("end", ""))
        if start is None or (end is None and texts.get("end")):
            raise InputError(
                filename,
                Message("a time cannot be read"),
                Message("Write times as 0:10:00 or in seconds"),
                at_row(number),
            )
        if end is not None and end <= start:
            raise InputError(
                filename,
                Message("the segment ends before it begins"),
                Message("Correct the times"),
                at_row(number),
            )
        yield Segment(texts["name"], start, end, line=number)
