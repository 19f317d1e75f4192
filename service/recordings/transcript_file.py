"""A transcript as the file that `nlp.read_transcript` reads to the same turns; by the ending, one table of forms."""

import csv
import io
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from nlp.messages import Message
from nlp.participation.caveats import MACHINE_LABELS
from nlp.participation.people.label_kinds import is_machine_made
from nlp.transcripts.types import Transcript, Turn
from service.exports.transcripts.captions import write_webvtt
from service.exports.transcripts.timed import TimedTurn

Write = Callable[[Transcript, str], bytes]
"""Makes the file of a transcript and of what is to be known of it."""


def called(transcript: Transcript) -> Transcript:
    """Return a transcript whose single letters, such as OpenAI gives to voices, are called "Speaker A"."""
    turns = tuple(replace(turn, speaker=_label(turn.speaker)) for turn in transcript.turns)
    return replace(transcript, turns=turns)


def _label(speaker: str | None) -> str | None:
    return f"Speaker {speaker}" if speaker and len(speaker) == 1 and speaker.isalnum() else speaker


def voices(transcript: Transcript) -> tuple[str, ...]:
    """Return the labels of those who speak, by their first words."""
    return tuple(dict.fromkeys(turn.speaker for turn in transcript.turns if turn.speaker))


def caution(transcript: Transcript) -> Message | None:
    """Return what is to be known of voices that software told apart, None where it named nobody by a number."""
    made = tuple(label for label in voices(transcript) if is_machine_made(label))
    return Message(MACHINE_LABELS, {"labels": made}) if made else None


def _webvtt(transcript: Transcript, note: str) -> bytes:
    return write_webvtt(note, [_timed(turn) for turn in transcript.turns])


def _timed(turn: Turn) -> TimedTurn:
    start = round(1000 * (turn.start or 0.0))
    return TimedTurn(turn.speaker or "", start, max(start, round(1000 * (turn.end or 0.0))), turn.text)


def _json(transcript: Transcript, note: str) -> bytes:
    segments = [
        {"speaker": turn.speaker, "start": turn.start, "end": turn.end, "text": turn.text} for turn in transcript.turns
    ]
    return json.dumps({"note": note, "segments": segments}, ensure_ascii=False, indent=1).encode()


def _table(transcript: Transcript, note: str) -> bytes:  # noqa: ARG001 - a table has no place for it
    made = io.StringIO()
    rows = csv.writer(made)
    rows.writerow(("Speaker", "Start", "End", "Text"))
    rows.writerows((turn.speaker or "", turn.start, turn.end, turn.text) for turn in transcript.turns)
    return made.getvalue().encode("utf-8-sig")


def _words(transcript: Transcript, note: str) -> bytes:  # noqa: ARG001 - it would be read as somebody's words
    lines = (f"{turn.speaker}: {turn.text}" if turn.speaker else turn.text for turn in transcript.turns)
    return ("\n\n".join(lines) + "\n").encode()


FORMS: Mapping[str, Write] = {".vtt": _webvtt, ".json": _json, ".csv": _table, ".txt": _words}
"""Ending -> what makes the file. `.txt` has no times; it is for words of which none are known."""
USUAL, BARE = ".vtt", ".txt"


def ending_for(ending: str, transcript: Transcript) -> str:
    """Return the ending that a transcript can be written with: what has no times is no subtitle."""
    return BARE if ending == USUAL and not transcript.timed else ending


def free_place(path: Path) -> Path:
    """Return a path at which nothing is yet: this one, or the next with a number."""
    number, found = 2, path
    while found.exists() or found.is_symlink():
        found, number = path.with_name(f"{path.stem} ({number}){path.suffix}"), number + 1
    return found


def about(sources: Sequence[str], note: Message | None) -> str:
    """Return the first words of a file: what was written down, by whom, and what is to be known of it."""
    return ". ".join((*sources, *((note.text,) if note else ())))
