"""A record as it is handed to a measurement: turns with times that can be."""

from collections.abc import Sequence
from dataclasses import replace
from numbers import Real

from nlp.door.attributes import one_text
from nlp.door.values import is_missing
from nlp.door.wrong import write, wrong_type
from nlp.errors import WrongValue
from nlp.messages import Message
from nlp.transcripts.types import Segment, Transcript, Turn

LATEST = 1e15
"""Seconds beyond which nothing can be added up; clocks count less, even in milliseconds since 1970."""

SECONDS = Message("Give the seconds from the start of the record")


def transcript_of(handed: object) -> Transcript:
    """Return a record whose speakers and words are texts and whose times are seconds.

    Raises:
        WrongType: it is no record, or a field is no text or no number.
        WrongValue: a time is not a number, infinite or before 0, or an end is before its start.
    """
    if not isinstance(handed, Transcript):
        remedy = write("measure_participation(read_transcript(...))")
        raise wrong_type("transcript", "Transcript", handed, remedy)
    turns = tuple(_told(turn, f"turns[{at}]", handed.name) for at, turn in enumerate(handed.turns))
    return handed if turns == handed.turns else replace(handed, turns=turns)


def segments_of(segments: Sequence[Segment]) -> tuple[Segment, ...]:
    """Return the parts of an agenda; raises as `transcript_of`."""
    for at, each in enumerate(segments):
        if not isinstance(each, Segment):
            raise wrong_type(f"segments[{at}]", "Segment", each, write('Segment("Opening", 0.0, 600.0)'))
        _check(each.start, each.end, f"segments[{at}]", "")
    return tuple(segments)


def _told(turn: object, place: str, source: str) -> Turn:
    if not isinstance(turn, Turn):
        raise wrong_type("the turn", "Turn", turn, write("read_transcript(rows)"), place, source)
    _check(turn.start, turn.end, place, source)
    if not isinstance(turn.text, str):
        raise wrong_type("text", "str", turn.text, Message("Leave the turn out, or give it its words"), place, source)
    if type(turn.text) is str and (turn.speaker is None or type(turn.speaker) is str):
        return turn
    return replace(turn, speaker=one_text("speaker", turn.speaker, place) or None, text=one_text("text", turn.text))


def _check(start: object, end: object, place: str, source: str) -> None:
    begins, ends = _seconds("start", start, place, source), _seconds("end", end, place, source)
    if begins is not None and ends is not None and ends < begins:
        values = {"start": f"{begins:g}", "end": f"{ends:g}"}
        raise WrongValue(source, Message("the end ({end}) is before the start ({start})", values), SECONDS, place)


def _seconds(name: str, value: object, place: str, source: str) -> float | None:
    if value is None:
        return None
    if isinstance(value, bool) or not (isinstance(value, Real) or is_missing(value)):
        raise wrong_type(name, "float | None", value, SECONDS, place, source)
    seconds = float("nan") if is_missing(value) else float(value)  # type: ignore[arg-type]
    if not 0 <= seconds <= LATEST:
        problem = Message("{name} is no time: {value}", {"name": name, "value": str(value)})
        raise WrongValue(source, problem, SECONDS, place)
    return seconds
