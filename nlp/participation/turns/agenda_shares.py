"""Who was heard in each part of the agenda."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from nlp.participation.turns.floor import Voice
from nlp.participation.turns.time_spans import Interval, length
from nlp.participation.types import SegmentShares
from nlp.transcripts.types import Segment


@dataclass(frozen=True, slots=True)
class _Part:
    """A segment with its bounds; without times `lines` says which lines of the record belong to it."""

    name: str
    seconds: Interval | None
    lines: tuple[int, int | None]


def measure_segments(
    segments: Sequence[Segment],
    voices: Sequence[Voice],
    groups: Mapping[str, Mapping[str, Sequence[str]]],
    span: Interval | None,
) -> tuple[SegmentShares, ...]:
    """Share out the talk of each segment among people and groups.

    A person's share is their seconds within the segment (union of their intervals, cut at its bounds) / the sum over
    all people; without times the letters, marks and digits of the turns that begin in it. A segment ends where the next
    begins, unless the record says when. Segments in which nobody known speaks are left out.

    Args:
        segments: in order.
        voices: turns of people and of nobody known.
        groups: attribute -> group -> members; those that can be shown.
        span: first start and last end of the session, None in a record without times.
    """
    found = []
    for part in _parts(segments, span):
        amounts = _by_time(voices, part.seconds) if part.seconds else _by_line(voices, part.lines)
        total = sum(amounts.values())
        if total <= 0:
            continue
        shares = {name: amount / total for name, amount in amounts.items() if amount > 0}
        start, end = part.seconds or (None, None)
        found.append(SegmentShares(part.name, start, end, total, shares, _of_groups(shares, groups)))
    return tuple(found)


def _of_groups(
    shares: Mapping[str, float], groups: Mapping[str, Mapping[str, Sequence[str]]]
) -> dict[str, dict[str, float]]:
    return {
        attribute: {group: sum(shares.get(name, 0.0) for name in members) for group, members in each.items()}
        for attribute, each in groups.items()
    }


def _parts(segments: Sequence[Segment], span: Interval | None) -> Iterable[_Part]:
    for segment, following in pairwise([*segments, None]):
        if segment is None:
            continue
        if span is None:
            yield _Part(segment.name, None, (segment.line, following.line if following else None))
        elif segment.start is not None:
            begins_next = following.start if following and following.start is not None else span[1]
            end = segment.end if segment.end is not None else max(segment.start, begins_next)
            yield _Part(segment.name, (segment.start, end), (0, None))


def _by_time(voices: Iterable[Voice], bounds: Interval) -> dict[str, float]:
    start, end = bounds
    inside: dict[str, list[Interval]] = {}
    for voice in voices:
        if voice.person is not None and voice.interval and voice.interval[0] < end and voice.interval[1] > start:
            cut = (max(start, voice.interval[0]), min(end, voice.interval[1]))
            inside.setdefault(voice.person, []).append(cut)
    return {name: length(intervals) for name, intervals in inside.items()}


def _by_line(voices: Iterable[Voice], lines: tuple[int, int | None]) -> dict[str, float]:
    first, after = lines
    amounts: dict[str, float] = {}
    for voice in voices:
        if voice.person is not None and first <= voice.turn.line and (after is None or voice.turn.line < after):
            amounts[voice.person] = amounts.get(voice.person, 0.0) + voice.characters
    return amounts
