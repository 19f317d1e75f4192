"""Whether a record shows people who speak at once."""

from collections.abc import Iterable

from nlp.transcripts.types import Turn

_BEYOND_ROUNDING = 0.5


def has_overlap(turns: Iterable[Turn]) -> bool:
    """Whether two people are seen to speak at once for longer than the rounding of times (half a second)."""
    latest, holder = 0.0, None
    timed = [(turn.start, turn.end, turn.speaker) for turn in turns if turn.start is not None and turn.end is not None]
    for start, end, speaker in sorted(timed, key=lambda times: times[:2]):
        if speaker != holder and min(latest, end) - start > _BEYOND_ROUNDING:
            return True
        if end >= latest:
            latest, holder = end, speaker
    return False
