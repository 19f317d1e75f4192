"""Agenda segments: what a record itself says of which topic was on when."""

import re
from collections.abc import Iterable, Sequence

from nlp.text.clock import CLOCK, to_seconds
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
