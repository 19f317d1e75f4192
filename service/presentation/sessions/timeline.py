"""Who held the floor when: blocks on a line as long as the session."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

from nlp.participation.types import Participation

THINNEST = 0.25


@dataclass(frozen=True)
class Block:
    """One holding of the floor on a timeline; `left` and `width` 0 to 100."""

    left: float
    width: float


def blocks(participation: Participation) -> Mapping[str, Sequence[Block]]:
    """Return when each speaker held the floor: in seconds, without times in characters said so far."""
    found: dict[str, list[Block]] = {}
    length, spans = _spans(participation)
    for floor, (start, lasts) in zip(participation.timeline, spans, strict=True):
        if length > 0:
            block = Block(round(100 * start / length, 2), max(round(100 * lasts / length, 2), THINNEST))
            found.setdefault(floor.speaker, []).append(block)
    return found


def time_span(participation: Participation) -> tuple[float, float]:
    """Return the second at which the first floor holding begins, and the seconds from there to the end of the last."""
    starts = [floor.start for floor in participation.timeline if floor.start is not None]
    ends = [floor.end for floor in participation.timeline if floor.end is not None]
    first = min(starts, default=0.0)
    return first, max(ends, default=1.0) - first


def _spans(participation: Participation) -> tuple[float, list[tuple[float, float]]]:
    """Return the length of the line, and start and length of each floor holding on it."""
    timeline = participation.timeline
    if participation.timed:
        first, length = time_span(participation)
        bounds = [(floor.start or 0.0, floor.end or 0.0) for floor in timeline]
        return length, [(start - first, end - start) for start, end in bounds]
    said = list(accumulate((float(floor.characters) for floor in timeline), initial=0.0))
    return said[-1], [(start, float(floor.characters)) for start, floor in zip(said, timeline, strict=False)]
