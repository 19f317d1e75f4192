"""RTTM: `SPEAKER file channel start duration <NA> <NA> name <NA> <NA>`, as diarisation tools write it (NIST 2009)."""

import math
from collections.abc import Iterator

from nlp.messages import Message, msgid
from nlp.text.phrases import phrases
from nlp.transcripts.source import Line, Source, unread
from nlp.transcripts.types import Transcript, Turn

_FEWEST_FIELDS = 8
_FILE, _START, _DURATION, _SPEAKER = 1, 3, 4, 7
_ANYBODY = "SPEECH"
_OTHER_KINDS = phrases("SPKR-INFO|SEGMENT|NOSCORE|NO_RT_METADATA|LEXEME|NON-LEX|NON-SPEECH|FILLER|EDIT|IP|SU|CB|A/P")
_COMMENTS = (";;", "#")

SEVERAL_FILES = msgid("The file holds {count} recordings ({names}); only the first was read.")


def is_rttm(source: Source) -> bool:
    """Whether the first line that is no comment is an RTTM line."""
    first = next((line for line in source.lines if line.strip() and not line.startswith(_COMMENTS)), "").split()
    return len(first) >= _FEWEST_FIELDS and first[0] in {"SPEAKER", "SPKR-INFO"}


def read_rttm(source: Source) -> Transcript:
    """Read the speaker lines of the first recording in the file; the pseudo-speaker SPEECH is nobody and left out."""
    missed: list[Line] = []
    found = list(_turns(source.lines, missed))
    recordings = list(dict.fromkeys(recording for recording, _ in found))
    remarks: tuple[Message, ...] = ()
    if len(recordings) > 1:
        remarks = (Message(SEVERAL_FILES, {"count": len(recordings), "names": tuple(recordings[:5])}),)
    return Transcript(
        name=source.name,
        form="rttm",
        turns=tuple(turn for recording, turn in found if recording == recordings[0]),
        shows_overlap=True,
        unread=unread(missed),
        remarks=remarks,
    )


def _turns(lines: list[str], missed: list[Line]) -> Iterator[tuple[str, Turn]]:
    for number, line in enumerate(lines, start=1):
        fields = line.split()
        if not fields or fields[0] in _OTHER_KINDS or line.startswith(_COMMENTS):
            continue
        times = _times(fields)
        if times is None:
            missed.append((number, line))
        elif fields[_SPEAKER] != _ANYBODY:
            yield fields[_FILE], Turn(fields[_SPEAKER], times[0], times[0] + times[1], "", number)


def _times(fields: list[str]) -> tuple[float, float] | None:
    try:
        start, duration = float(fields[_START]), float(fields[_DURATION])
    except (ValueError, IndexError):
        return None
    fits = (
        fields[0] == "SPEAKER" and len(fields) >= _FEWEST_FIELDS and math.isfinite(start + duration) and duration >= 0
    )
    return (start, duration) if fits else None
