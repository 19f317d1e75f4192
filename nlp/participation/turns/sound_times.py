"""Times that are times: what is not a number, or runs backwards, counts as not there."""

from collections.abc import Sequence
from dataclasses import replace

from nlp.transcripts.types import Segment, Transcript, Turn

FURTHEST = 1e15
"""Seconds from 0 beyond which nothing can be added up any more; clocks count less, even in milliseconds since 1970."""


def with_sound_times(transcript: Transcript) -> Transcript:
    """Return the record without times that are none.

    A start or an end that is not a number, infinite or beyond `FURTHEST` is left out, and so is an end before its
    start. A record in which some turn then lacks a time has no complete times, with all that follows: shares count what
    was said.
    """
    turns = tuple(map(_sound_turn, transcript.turns))
    return replace(transcript, turns=turns, segments=sound_segments(transcript.segments))


def sound_segments(segments: Sequence[Segment]) -> tuple[Segment, ...]:
    """Return the parts of an agenda without times that are none."""
    return tuple(
        segment
        if (segment.start, segment.end) == (times := _sound(segment.start, segment.end))
        else replace(segment, start=times[0], end=times[1])
        for segment in segments
    )


def _sound_turn(turn: Turn) -> Turn:
    start, end = _sound(turn.start, turn.end)
    return turn if (turn.start, turn.end) == (start, end) else replace(turn, start=start, end=end)


def _sound(start: float | None, end: float | None) -> tuple[float | None, float | None]:
    start, end = (time if time is not None and abs(time) <= FURTHEST else None for time in (start, end))
    return (start, None) if start is not None and end is not None and end < start else (start, end)
